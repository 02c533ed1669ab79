import { basics } from '../../config/schema/basics.js';
import {
  closed,
  exactlyOne,
  flag,
  listOf,
  prop,
  ref,
  text,
  words,
  type Schema,
} from '../../config/schema/build.js';
import { SIGNALS } from '../check.js';

/** Every gate, in the order in which they are asked. */
export const GATES: readonly string[] = [
  'enabled',
  'status',
  'consent',
  'schedule',
  'where',
  'audience',
  'holdout',
  'experiment',
  'when',
  'unless',
  'snoozed',
  'limits',
  'gap',
  'contest',
  'interruption',
  'anchor',
];

const yes: Schema = { const: true };
const count: Schema = { type: 'integer', minimum: 1, maximum: 100 };
const data: Schema = { type: 'object', additionalProperties: ref('Scalar') };
const trigger = (what: string): Schema => prop('Trigger', what, ref('Name'));

/** A test file. Definitions of single words are the config's own. */
const STEP: Schema = closed(
  'A step',
  'One thing that happens, with exactly one verb.',
  {
    wait: prop('Wait', 'Nothing happens for this long.', ref('Duration')),
    away: prop('Away', 'The customer looks at another tab for this long.', ref('Duration')),
    view: prop('View', 'A page is on screen: its path.', text, { examples: ['/checkout/payment'] }),
    how: prop('How', 'With `view`: how it came on screen.', words('load', 'route', 'dom', 'restore'), {
      default: 'load',
    }),
    shows: prop('Shows', 'With `view`: steps whose selector or `data-antes-step` is on it.', listOf(text)),
    step: prop('Step', 'The page names the step itself.', text, { examples: ['payment'] }),
    scroll: prop('Scroll', 'The customer scrolls to this height.', { type: 'integer', minimum: 0 }),
    press: prop(
      'Press',
      'A control is pressed: its name. The page answers, unless `answered` is false.',
      text,
    ),
    answered: prop('Answered', 'With `press`: whether the page reacts.', flag, { default: true }),
    by: prop('By', 'With `press`: with what.', words('mouse', 'touch', 'pen', 'key', 'assist'), {
      default: 'mouse',
    }),
    times: prop('Times', 'With `press`: how often, 0.3 s apart.', count, { default: 1 }),
    disabled: prop('Disabled', 'With `press`: the control is switched off.', yes),
    commit: prop('Commit', 'With `press`: the control completes the step.', yes),
    leads: prop('Leads', 'With `press`: it leads to a person.', words('phone', 'mail', 'chat')),
    fill: prop('Fill', 'Something is typed into a field, and the field is left.', text),
    typing: prop('Typing', 'Something is typed into a field, which keeps the focus.', text),
    for: prop('For', 'With `fill` and `typing`: how long.', ref('Duration'), { default: '1s' }),
    leave: prop('Leave', 'A field is left.', text),
    empty: prop('Empty', 'With `leave`: nothing is in it.', yes),
    error: prop('Error', 'The page marks a field as wrong.', text, { examples: ['postcode'] }),
    ok: prop('OK', 'A field that was wrong is right.', text),
    submit: prop('Submit', 'A form is sent.', text),
    request: prop('Request', 'A request of the page ends with this status; 0: it never got through.', {
      type: 'integer',
      minimum: 0,
      maximum: 599,
    }),
    took: prop('Took', 'With `request`: how long it took.', ref('Duration'), { default: '300ms' }),
    emit: prop('Emit', 'The page tells of an event of its own.', text, { examples: ['payment-failure'] }),
    data: prop('Data', 'With `emit` and `signal`: what comes along.', data),
    facts: prop('Facts', 'The page tells facts.', data),
    signal: prop('Signal', 'A signal is raised, as if it had been detected.', {
      enum: SIGNALS.map(({ name }) => name),
    }),
    target: prop('Target', 'With `signal`: the control that it is about.', text),
    weight: prop('Weight', 'With `signal`: what it adds to the struggle of the step.', ref('Share'), {
      default: 0.5,
    }),
    dismiss: trigger('The customer closes this help.'),
    snooze: trigger('The customer does not want this help again for now.'),
    act: trigger('The customer uses this help.'),
    solve: trigger('The customer says that this help solved it.'),
    mute: prop('Mute', 'The customer wants no help for this long.', ref('Duration')),
    record: prop('Record', 'Any other record, as in a journal, without `at`.', {
      type: 'object',
      properties: { type: text },
      required: ['type'],
    }),
    repeat: prop('Repeat', 'The `steps` happen this often.', count),
    steps: prop('Steps', 'With `repeat`: what happens.', listOf(ref('Step'), 1)),
  },
  [],
  exactlyOne(
    'wait',
    'away',
    'view',
    'step',
    'scroll',
    'press',
    'fill',
    'typing',
    'leave',
    'error',
    'ok',
    'submit',
    'request',
    'emit',
    'facts',
    'signal',
    'dismiss',
    'snooze',
    'act',
    'solve',
    'mute',
    'record',
    'repeat',
  ),
);

const EXPECTATION: Schema = closed(
  'An expectation',
  'What is to become of one trigger.',
  {
    trigger: trigger('Its id.'),
    shown: prop('Shown', 'It is shown.', yes),
    notShown: prop('Not shown', 'It is not shown.', yes),
    withheldBy: prop('Withheld by', 'It is not shown, and this gate keeps it back.', { enum: GATES }),
    within: prop('Within', 'Up to this time, counted from the start; else up to the end.', ref('Duration')),
    at: prop('At', 'At this very moment, counted from the start.', ref('Duration')),
    as: prop('As', 'In this form.', words('inline', 'hint', 'notice', 'banner', 'panel', 'status', 'badge')),
    content: prop('Content', 'With this content.', ref('Name')),
    times: prop('Times', 'So often, and no more.', count),
  },
  ['trigger'],
  exactlyOne('shown', 'notShown', 'withheldBy'),
);

const VISITING: Schema = closed('A visitor', 'Who visits.', {
  seed: prop('Seed', 'What shares and variants are drawn from.', text),
  session: prop('Session', 'The same, for what is drawn by session.', text),
  device: prop('Device', 'What they visit with.', words('phone', 'tablet', 'desktop'), {
    default: 'desktop',
  }),
  test: prop('Test', 'Triggers in `test` may show.', flag),
});

const TEST: Schema = closed(
  'A test',
  'What happens, and what is expected of it.',
  {
    name: prop('Name', 'What it is about, in words.', text),
    records: prop('Records', 'What happens, in order.', listOf(ref('Step'), 1)),
    recording: prop('Recording', 'A file with a journal or an rrweb recording.', text),
    facts: prop('Facts', 'What is known from the start.', data),
    start: prop('Start', 'With `records`: date and time at which it begins.', text, {
      default: '2026-11-23T10:00:00+01:00',
    }),
    missing: prop('Missing', 'Anchors that are not on the page.', listOf(text)),
    visiting: prop('Visiting', 'Who visits.', ref('Visiting')),
    expect: prop('Expect', 'What is to become of triggers.', listOf(ref('Expectation'), 1)),
  },
  ['name', 'expect'],
  exactlyOne('records', 'recording'),
);

const { Name, Duration, Share, Scalar } = basics;

/** `*.antes-test.json` as JSON Schema 2020-12: what `antes/test.schema.json` contains. */
export const testSchema = (): Schema => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:antes:test:1',
  ...closed(
    'A file of tests for triggers',
    'Tests for triggers, run by `antes replay --expect`.',
    {
      $schema: prop('Schema', 'Lets an editor complete and explain this file.', text),
      config: prop('Configuration', 'The file with the triggers, from here; or the configuration itself.', {
        anyOf: [text, { type: 'object' }],
      }),
      visiting: prop('Visiting', 'Who visits, in all tests.', ref('Visiting')),
      tests: prop('Tests', 'One for each thing that must hold.', listOf(ref('Test'), 1)),
    },
    ['config', 'tests'],
  ),
  $defs: {
    Name: Name!,
    Duration: Duration!,
    Share: Share!,
    Scalar: Scalar!,
    Step: STEP,
    Expectation: EXPECTATION,
    Visiting: VISITING,
    Test: TEST,
  },
});
