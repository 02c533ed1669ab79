import { sayDuration } from '../core/duration.js';
import type { Detector } from './detector.js';

const DEFAULTS = {
  weight: 0.8,
  min: 2,
  withinMs: 90_000,
  /** Closer together they are one: a double click on the button. */
  apartMs: 1_000,
};

interface FormState {
  times: number[];
  path: string;
  /** Something went wrong since the first of them. */
  failed: boolean;
  /** Since the last of them: changed by the customer, answered well by the server. */
  edited: boolean;
  answered: boolean;
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
      if (!record.own) return;
      if (record.status >= 400) fail(state);
      else for (const form in state) state[form]!.answered = true;
    },
    field(record, state) {
      const form = state[`:${record.form}`];
      if (form && (record.what === 'input' || record.what === 'change')) form.edited = true;
    },
    host(record, state) {
      if (FAILURE.test(record.event)) fail(state);
    },
    submit(record, state, tools) {
      // Sending a search or filter form again is its ordinary use.
      if (record.search) return;
      const { path } = tools.place;
      const form = (state[`:${record.form}`] ??= {
        times: [],
        path,
        failed: false,
        edited: true,
        answered: false,
      });
      form.times = form.times.filter((at) => tools.at - at <= tools.set.withinMs);
      if (form.times.length === 0) form.failed = false;
      if (tools.at - (form.times.at(-1) ?? -Infinity) < tools.set.apartMs) return;
      form.times.push(tools.at);
      // A chat or a list sends one thing after another, and each gets through; the same thing once more did not.
      const again = form.failed || (!form.edited && !form.answered);
      Object.assign(form, { edited: false, answered: false });
      if (form.times.length < tools.set.min || !again) return;
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
