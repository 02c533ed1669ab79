import {
  closed,
  flag,
  listOf,
  named,
  prop,
  ref,
  words,
  type Defs,
  type Schema,
  type SignalInfo,
} from './build.js';

const UNITS = [
  ['d', 86_400_000],
  ['h', 3_600_000],
  ['m', 60_000],
  ['s', 1_000],
  ['ms', 1],
] as const;

/** As it is written in a config. */
export function sayMs(ms: number): string {
  const [unit, size] = UNITS.find(([, length]) => ms >= length && ms % length === 0) ?? ['ms', 1];
  return `${ms / size}${unit}`;
}

const OFF = prop('Off', 'This signal is not detected.', flag, { default: false });

/** The settings of one signal, from its own defaults. */
function settings({ name, meaning, defaults, most }: SignalInfo): Schema {
  const properties: Record<string, Schema> = { off: OFF };
  const inMs: string[] = [];
  for (const [key, value] of Object.entries(defaults)) {
    if (key.endsWith('Ms')) {
      inMs.push(key);
      properties[key.slice(0, -2)] = prop(key.slice(0, -2), `A length of time of ${name}.`, ref('Duration'), {
        default: sayMs(value),
      });
    } else {
      // Yes and no are kept as 1 and 0.
      const isFlag = (value === 0 || value === 1) && !key.startsWith('weight');
      const maximum = most?.[key];
      const number: Schema = { type: 'number', minimum: 0, ...(maximum === undefined ? {} : { maximum }) };
      properties[key] = prop(
        key,
        key === 'weight' ? 'How much it adds to the struggle of the step.' : `A number of ${name}.`,
        isFlag ? { anyOf: [flag, number] } : number,
        { default: value },
      );
    }
  }
  const more: Schema =
    inMs.length === 0
      ? {}
      : { patternProperties: { [`^(${inMs.join('|')})$`]: { type: 'number', minimum: 0 } } };
  return closed(name, meaning, properties, [], { ...more, examples: [{ off: true }] });
}

/** Without signals, any setting: that is what the type says, which must not change with every signal. */
const anySettings: Schema = named(
  'Settings of a signal',
  'Each by its name.',
  { anyOf: [{ type: 'number' }, { type: 'boolean' }, ref('Duration')] },
  undefined,
  [{ min: 4 }, { off: true }],
);

const WAITS = ['typing', 'composing', 'dialog', 'paying', 'media', 'dragging', 'reading-error'];

/** Rules for all triggers together. */
export const policy = (signals: readonly SignalInfo[]): Defs => ({
  Limit: closed(
    'A limit',
    'At most so many times per so long.',
    {
      times: prop('Times', 'How often.', { type: 'integer', minimum: 1, maximum: 100 }, { examples: [1, 3] }),
      per: prop('Per', '`step`, `journey`, `session`, `forever`, or a length of time of at least a second.', {
        type: 'string',
        anyOf: [words('step', 'journey', 'session', 'forever'), ref('LongDuration')],
        examples: ['session', '7d'],
      }),
    },
    ['times', 'per'],
    { examples: [{ times: 1, per: 'session' }] },
  ),
  LongDuration: {
    title: 'step, journey, session, forever, or a length of time of at least "1s"',
    description: 'A length of time of at least one second.',
    type: 'string',
    pattern: '^([1-9][0-9]{0,5}(s|m|h|d)|[1-9][0-9]{3,5}ms)$',
    examples: ['7d', '12h'],
  },
  Wait: {
    title: 'What is never interrupted',
    ...words(...WAITS),
    examples: ['typing'],
  },
  Policy: closed(
    'Policy',
    'Rules for all triggers together. You need none: each has a default.',
    {
      enabled: prop('Enabled', '`false` is the kill switch: no help at all. Detection goes on.', flag, {
        default: true,
      }),
      limits: prop(
        'Limits',
        'Of what was really shown, by all triggers together.',
        listOf(ref('Limit'), 0, 20),
        {
          default: [
            { times: 1, per: 'step' },
            { times: 3, per: 'session' },
            { times: 6, per: '7d' },
          ],
        },
      ),
      gap: prop('Gap', 'Between two helps at least this long.', ref('Duration'), { default: '45s' }),
      wait: prop('Wait', 'What is never interrupted.', listOf(ref('Wait'), 0, WAITS.length), {
        default: ['typing', 'composing', 'dialog', 'paying', 'dragging'],
      }),
      snooze: prop(
        'Snooze',
        'How long help that was closed stays away: the first, second, third time.',
        listOf(ref('Duration'), 1, 10),
        {
          default: ['1d', '7d', '30d'],
        },
      ),
      holdout: closed(
        'Holdout',
        'Visitors who get no help at all, to compare with. Where outcomes are reported and nothing is said here, 5 % of visitors; `"share": 0` turns that off. Incidents, and what the customer opens, are never held back.',
        {
          share: prop('Share', 'How many of them.', ref('Share'), { examples: [0.05] }),
          name: prop('Name', 'A new name draws anew.', ref('Name'), {
            default: 'default',
            examples: ['global-2027h1'],
          }),
          by: prop('By', 'Who always gets the same.', ref('AssignBy'), { default: 'visitor' }),
        },
        ['share'],
        { examples: [{ share: 0.05, name: 'global-2027h1' }] },
      ),
      helpOrder: prop(
        'Order of help',
        'The order of the ways to reach a person, the same on every page (WCAG 3.2.6), where `contact.order` says nothing.',
        listOf(ref('ChannelName')),
        {
          examples: [['chat', 'phone']],
        },
      ),
      launcher: prop(
        'Launcher',
        '`true`: the help button is always there and opens the panel: search, suggestions, and a person.',
        flag,
        { default: false },
      ),
      inspector: prop(
        'Inspector',
        "Hosts on which `?antes=inspect` in the address of the page opens the inspector; `*.` stands for all below. Where nothing is said, on the developer's own machine. `[]`: nowhere. With `debug`, and by `antes.inspect()`, it opens anyway.",
        listOf({ type: 'string', pattern: '^\\*?[a-z0-9.:[\\]-]*$' }, 0, 50),
        {
          default: ['localhost', '*.localhost', '127.0.0.1', '[::1]'],
          examples: [['localhost', 'staging.shop.example', '*.preview.shop.example']],
        },
      ),
      ignore: closed(
        'Ignore',
        'What says nothing about customers.',
        {
          urls: prop('Addresses', 'Requests that are no answer to a press.', listOf(ref('Path')), {
            examples: [['/metrics/*']],
          }),
          selectors: prop('Elements', 'Parts of the page that give no records.', listOf(ref('Selector')), {
            examples: [['.chat-widget']],
          }),
        },
        [],
        { examples: [{ selectors: ['.chat-widget'] }] },
      ),
      signals:
        signals.length === 0
          ? named('Signals', 'Thresholds of single signals.', anySettings, undefined, [
              { 'rage-click': { min: 4 } },
            ])
          : closed(
              'Signals',
              'Thresholds of single signals, where the defaults do not fit.',
              Object.fromEntries(signals.map((signal) => [signal.name, settings(signal)])),
              [],
              { examples: [{ 'rage-click': { min: 4 } }] },
            ),
    },
    [],
    { examples: [{ gap: '45s' }] },
  ),
});
