import type { Defs, SignalInfo } from './build.js';

/** Things that happen without being struggle: their names, what they mean, and the data they carry. */
export interface NeutralEvent {
  readonly name: string;
  readonly meaning: string;
  readonly data: readonly string[];
}

const told = (name: string, meaning: string, ...data: readonly string[]): NeutralEvent => ({
  name,
  meaning,
  data,
});

export const NEUTRAL_EVENTS: readonly NeutralEvent[] = [
  told(
    'page-viewed',
    'A page, or another address of a single-page application, is on screen.',
    'path',
    'how',
  ),
  told('step-entered', 'A step of a journey began.', 'step'),
  told('step-completed', 'A step was left forwards.', 'step'),
  told('step-left', 'A step was left, in whichever direction.', 'step'),
  told('journey-completed', 'The `done` of a journey happened.', 'journey'),
  told('journey-left', 'A journey was left alone for longer than its `idleOut`.', 'journey'),
  told('field-focused', 'A field took the focus.', 'field', 'form'),
  told('field-changed', 'A field began to be changed.', 'field', 'form'),
  told('field-left', 'A field was left.', 'field', 'form', 'empty', 'valid'),
  told('field-error', 'A field was marked as wrong.', 'field', 'form', 'source', 'atLoad', 'same'),
  told('field-accepted', 'A field that was wrong is right now.', 'field', 'form'),
  told('form-submitted', 'A form was sent.', 'form'),
  told('request-settled', 'A request that a press had started has ended.', 'status', 'ok', 'ms'),
  told('text-copied', 'Something of the page was copied.', 'what'),
  told('came-online', 'The connection is back.'),
  told('went-offline', 'The connection is gone.'),
  told('contact-started', 'The customer chose a way to reach a person.', 'channel', 'reason'),
  told('help-shown', 'Help is on screen.', 'trigger'),
  told('help-opened', 'Help that waited as a badge or a hint was opened.', 'trigger'),
  told('help-acted', 'An action of the help was used.', 'trigger'),
  told('help-dismissed', 'Help was closed.', 'trigger'),
  told('help-snoozed', 'Help was asked not to come back, for now or for good.', 'trigger'),
  told('help-solved', 'What the help was about is solved.', 'trigger'),
  told('help-rated', 'The customer said how hard it was: `effort`, from 1 to 7.', 'trigger', 'effort'),
  told('help-withdrawn', 'Help left because its cause was gone.', 'trigger'),
  told('help-withheld', 'Help would have been shown to somebody who is kept from it to compare.', 'trigger'),
];

/** What pages tell with `antes.emit()`, by the names that signals and the guides of this product know. */
export const HOST_EVENTS: readonly string[] = [
  'order-placed',
  'payment-accepted',
  'order-viewed',
  'item-removed',
  'total-changed',
  'shipping-shown',
  'chat-opened',
  'searched',
  'account-changed',
];

export const SIGNAL_EVENTS_HINT =
  'A signal that Antes detects, an event that it tells, or one that your page emits with `antes.emit()`.';

/** The name of an event: everything known is offered, and any other is a host event. */
export const events = (signals: readonly SignalInfo[]): Defs => ({
  EventName: {
    title: 'The name of an event',
    description: SIGNAL_EVENTS_HINT,
    type: 'string',
    pattern: '^[A-Za-z][A-Za-z0-9_.:-]{0,79}$',
    examples: [...HOST_EVENTS, ...signals.map(({ name }) => name), ...NEUTRAL_EVENTS.map(({ name }) => name)],
    // Each with its meaning, so that an editor can say it beside the name.
    anyOf: [
      ...signals.map(({ name, meaning }) => ({ const: name, title: 'A signal', description: meaning })),
      ...NEUTRAL_EVENTS.map(({ name, meaning }) => ({
        const: name,
        title: 'An event',
        description: meaning,
      })),
      { title: 'An event of your page', description: 'Whatever your page tells with `antes.emit()`.' },
    ],
  },
});
