import { sayDuration } from '../core/duration.js';
import type { Detector } from './detector.js';

const DEFAULTS = { weight: 0.8, min: 2, withinMs: 90_000 };

interface FormState {
  times: number[];
  path: string;
  /** Something went wrong since the first of them. */
  failed: boolean;
}
/** By `:` and the form's name: no name a page gives may mean something else to an object. */
type State = Record<string, FormState>;

/** Events of the host's own that tell of a failure, by the words developers give them. */
const FAILURE = /fail|reject|declin|refus|error|invalid/;

function fail(state: State): void {
  for (const form in state) state[form]!.failed = true;
}

export const submitLoop: Detector<'submit-loop', State, typeof DEFAULTS> = {
  name: 'submit-loop',
  meaning: 'The same form was sent again without getting through.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({}),
  on: {
    // Leaving the page where a form was sent means that it got through; the same page again means that it did not.
    view(record, state) {
      for (const form in state) if (state[form]!.path !== record.path) delete state[form];
    },
    'field-error': (_record, state) => fail(state),
    request(record, state) {
      if (record.own && record.status >= 400) fail(state);
    },
    host(record, state) {
      if (FAILURE.test(record.event)) fail(state);
    },
    submit(record, state, tools) {
      // Sending a search or filter form again is its ordinary use.
      if (record.search) return;
      const { path } = tools.place;
      const form = (state[`:${record.form}`] ??= { times: [], path, failed: false });
      form.times = form.times.filter((at) => tools.at - at <= tools.set.withinMs);
      if (form.times.length === 0) form.failed = false;
      form.times.push(tools.at);
      if (form.times.length < tools.set.min || !form.failed) return;
      const spanMs = tools.at - form.times[0]!;
      tools.raise({
        target: record.form,
        count: form.times.length,
        because: `'${record.form}' was sent ${form.times.length} times in ${sayDuration(spanMs)} without getting through`,
        evidence: { form: record.form, spanMs, withinMs: tools.set.withinMs },
      });
    },
  },
};
