import { sayDuration } from '../core/duration.js';
import type { Place } from '../core/happenings.js';
import type { RequestRecord } from '../core/records.js';
import { mayTell, type Told } from './cool-down.js';
import type { Detector, Tools } from './detector.js';
import { startedBy, startsWith } from './presses.js';

const DEFAULTS = {
  weight: 0.7,
  /** Longer than anybody waits for; servers and browsers give up from here on. */
  timeoutMs: 15_000,
  /** A request that starts this soon after a form was sent carries it. */
  sentMs: 500,
  /** Time for the page to say at a field what the server did not accept: then it is validation, and worked. */
  verdictMs: 250,
  coolDownMs: 10_000,
};
/** What servers say of input that they do not accept. */
const VALIDATION = [400, 422];
/** Whether something is there, or somebody signed in, is often found out by asking. */
const PROBES = [401, 404];
const MAX_WAITING = 5;

interface Failure {
  /** Which press or form it belongs to. */
  readonly tag: string;
  readonly target: string;
  readonly place: Place;
  readonly status: number;
  readonly ms: number;
  readonly why: string;
}
interface State {
  form: string;
  sentAt: number;
  /** When a field was last refused. */
  errorAt: number;
  /** These wait for their verdict. */
  waiting: Failure[];
  readonly told: Told;
}
type FailureTools = Tools<typeof DEFAULTS>;

function reasonOf({ at, start, status, lost, page }: RequestRecord, timeoutMs: number): string {
  if (lost) return 'never got an answer';
  // A page that is not there is no probe: the customer wanted to go to it.
  if (status >= 400 && (!PROBES.includes(status) || (page && status === 404)))
    return `failed with status ${status}`;
  return at - start > timeoutMs ? `took ${sayDuration(at - start)}` : '';
}

function tell(
  { target, place, status, ms, why }: Failure,
  { told }: State,
  { at, set, raise }: FailureTools,
): void {
  if (!mayTell(told, target, at, set.coolDownMs)) return;
  raise({
    target,
    count: 1,
    place,
    because: `a request that '${target}' started ${why}`,
    evidence: { status, ms, timeoutMs: set.timeoutMs },
  });
}

export const requestFailure: Detector<'request-failure', State, typeof DEFAULTS> = {
  name: 'request-failure',
  meaning:
    'What the customer asked for failed on the way: no connection, no answer, or an error of the server.',
  cause: 'other',
  defaults: DEFAULTS,
  start: () => ({ form: '', sentAt: -1_000_000, errorAt: -1_000_000, waiting: [], told: {} }),
  on: {
    submit(record, state) {
      state.form = record.form;
      state.sentAt = record.at;
    },
    'field-error'(record, state) {
      state.errorAt = record.at;
      state.waiting = [];
    },
    request(record, state, tools) {
      const { at, place, presses, set } = tools;
      const why = record.own ? reasonOf(record, set.timeoutMs) : '';
      if (!why) return;
      const press = startedBy(presses, record);
      const sent = startsWith(record, state.sentAt, set.sentMs);
      // A text field that is pressed asks for nothing.
      const meant = press && (press.judged || !/^(?:textbox|searchbox)$/.test(press.role));
      if (!sent && !meant) return;
      const failed = record.lost || record.status >= 400;
      // Long, but the press had another answer by then: nobody waited for it.
      if (!failed && press?.answeredAt !== undefined && press.answeredAt < at) return;
      const failure: Failure = {
        tag: meant ? String(press.id) : `:${state.form}`,
        target: meant ? press.target : state.form,
        place: meant ? press.place : place,
        status: record.status,
        ms: at - record.start,
        why,
      };
      if (!VALIDATION.includes(record.status) || record.page) tell(failure, state, tools);
      // A second one of the same press says no more than the first.
      else if (state.errorAt < record.start && !state.waiting.some(({ tag }) => tag === failure.tag)) {
        state.waiting.push(failure);
        if (state.waiting.length > MAX_WAITING) state.waiting.shift();
        tools.wake(at + set.verdictMs, failure.tag);
      }
    },
  },
  due(tag, state, tools) {
    const failure = state.waiting.find((one) => one.tag === tag);
    state.waiting = state.waiting.filter((one) => one !== failure);
    if (failure) tell(failure, state, tools);
  },
};
