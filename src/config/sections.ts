import { below } from '../core/pointer.js';
import type { Report } from '../core/problems.js';
import {
  address,
  amount,
  any,
  either,
  fields,
  flag,
  isPlain,
  listOf,
  named,
  plain,
  text,
  word,
  type Check,
  type Plain,
} from './shape.js';
import type { Config } from './types.js';

const step = fields(
  { id: text, url: text, selector: text, expected: text, reason: text, commit: text },
  'id',
);
/** Has one of these, and no more than `most`. */
const withOne =
  (check: Check, names: readonly string[], most: number): Check =>
  (value, at, unknown) => {
    const wrong = check(value, at, unknown);
    if (wrong) return wrong;
    const { length } = names.filter((name) => Object.hasOwn(value as object, name));
    const some = most === 1 ? 'exactly' : 'at least';
    return length === 0 || length > most
      ? { at, wrong: `expected ${some} one of ${names.join(', ')}` }
      : undefined;
  };
const actionFields = fields(
  {
    label: text,
    link: text,
    call: text,
    focus: text,
    open: text,
    contact: text,
    resolve: flag,
    style: word('primary', 'secondary', 'link'),
  },
  'label',
);
const VERBS = ['link', 'call', 'focus', 'open', 'contact', 'resolve'];
const action = withOne(actionFields, VERBS, 1);
const channel = withOne(
  fields({ label: text, number: text, url: text, call: text, hours: plain, wait: text }),
  ['number', 'url', 'call'],
  Infinity,
);
const CHANNELS: readonly string[] = ['chat', 'callback', 'phone', 'email', 'form'];

/** Sections of named entries. A bad entry is left out alone; whatever refers to it is told by its own name. */
const ENTRIES: Readonly<Record<string, Check>> = {
  facts: fields(
    {
      type: word('string', 'number', 'boolean', 'date', 'list'),
      values: listOf(any),
      show: flag,
      handoff: flag,
      description: text,
    },
    'type',
  ),
  audiences: plain,
  journeys: fields({ title: text, owner: text, steps: listOf(step), done: plain, idleOut: text }, 'steps'),
  reasons: fields(
    { title: text, owner: text, quadrant: text, contactCost: amount, handoff: listOf(text), queue: text },
    'title',
  ),
  sources: fields(
    {
      kind: word('order', 'case', 'refund', 'incidents', 'facts'),
      url: text,
      live: text,
      adapter: text,
      host: flag,
      every: text,
      staleAfter: text,
      components: plain,
    },
    'kind',
  ),
  content: fields(
    {
      title: text,
      body: text,
      actions: listOf(action),
      guide: listOf(fields({ text, anchor: text, done: plain }, 'text')),
      source: text,
      steps: named(text),
      feedback: word('none', 'helpful', 'effort'),
      tone: word('info', 'success', 'warning', 'problem'),
      search: flag,
    },
    'title',
  ),
};
const translation = fields({
  title: text,
  body: text,
  actions: listOf(text),
  guide: listOf(text),
  steps: named(text),
});

/** Sections of settings, each of which has a default. */
const SETTINGS: Readonly<Record<string, Readonly<Record<string, Check>>>> = {
  policy: {
    enabled: flag,
    limits: any,
    gap: text,
    wait: listOf(text),
    snooze: listOf(text),
    holdout: plain,
    helpOrder: listOf(text),
    launcher: flag,
    inspector: listOf(text),
    ignore: fields({ urls: listOf(text), selectors: listOf(text) }),
    signals: named(plain),
  },
  contact: {
    order: listOf(text),
    channels: plain,
    handoff: plain,
    phone: text,
  },
  report: {
    endpoint: address,
    otlp: either(address, fields({ url: address, headers: named(text), service: text }, 'url')),
    dataLayer: either(flag, text),
    call: text,
    sample: amount,
  },
};

/** Sections that are objects. */
export const SECTIONS: readonly string[] = [
  'facts',
  'audiences',
  'journeys',
  'reasons',
  'sources',
  'contact',
  'content',
  'translations',
  'policy',
  'report',
];

/** Leaves only what the rest of the house can rely on. */
export function soundSections(config: Record<string, unknown>, report: Report): Config {
  const unknown = (at: string) =>
    void report(
      'CONFIG_UNKNOWN_KEY',
      at,
      `'${at.slice(at.lastIndexOf('/') + 1)}' is not known here and is ignored.`,
    );
  /** Takes out of `part` what does not pass. */
  function prune(part: unknown, at: string, checkOf: (key: string) => Check | undefined): void {
    if (!isPlain(part)) return;
    for (const [key, value] of Object.entries(part)) {
      const check = checkOf(key);
      const wrong = check?.(value, below(at, key), unknown);
      if (check && !wrong) continue;
      if (wrong)
        report('CONFIG_INVALID', wrong.at, `${wrong.wrong}; '${key}' is left out, everything else is used.`);
      else unknown(below(at, key));
      delete (part as Record<string, unknown>)[key];
    }
  }

  const ways = namesOfWays(config);
  prune(config, '', (key) => (SECTIONS.includes(key) ? plain : key === 'locale' ? text : any));
  for (const [section, shape] of Object.entries(SETTINGS))
    prune(config[section], `/${section}`, (key) => (Object.hasOwn(shape, key) ? shape[key] : undefined));
  for (const [section, entry] of Object.entries(ENTRIES))
    prune(partAt(config, section), `/${section}`, () => entry);
  prune(partAt(config, 'contact/channels'), '/contact/channels', (name) =>
    CHANNELS.includes(name) ? channel : undefined,
  );
  prune(config['translations'], '/translations', () => plain);
  for (const [locale, texts] of Object.entries(config['translations'] ?? {}))
    prune(texts, below('/translations', locale), () => translation);

  if (!Array.isArray(config['triggers'])) {
    if (config['triggers'] !== undefined)
      report('CONFIG_INVALID', '/triggers', 'Expected a list of triggers; nothing will be shown.');
    config['triggers'] = [];
  }
  const sound = config as unknown as Config;
  if (ways) tellWithoutWay(sound, ways, report);
  return sound;
}

/** Of channels, as they were given; nothing where they are none at all, which is told of itself. */
function namesOfWays({ contact }: Record<string, unknown>): string[] | undefined {
  const channels = isPlain(contact) ? contact['channels'] : contact;
  if (channels === undefined) return [];
  return isPlain(channels) ? Object.keys(channels) : undefined;
}

/** Buttons that lead to a person in a way that is not named: each is left out where it would be shown. */
function tellWithoutWay({ content = {} }: Config, ways: readonly string[], report: Report): void {
  for (const [id, { actions = [] }] of Object.entries(content))
    actions.forEach(({ contact: way }, i) => {
      if (way !== undefined && !ways.includes(way))
        report(
          'UNKNOWN_NAME',
          `${below('/content', id)}/actions/${i}/contact`,
          `There is no channel '${way}'; the button is left out.`,
        );
    });
}

const partAt = (config: Plain, path: string): unknown =>
  path.split('/').reduce<unknown>((part, key) => (isPlain(part) ? part[key] : undefined), config);
