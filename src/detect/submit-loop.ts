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
interface State {
  /** When something last went wrong: scripts may refuse a form before its submit is told. */
  failedAt: number;
  readonly forms: Record<string, FormState>;
}

/** A failure this long before a submit is the answer to it. */
const SAME_TASK_MS = 100;

/** Events of the host's own that tell of a failure, by the words developers give them. */
const FAILURE = /fail|reject|declin|refus|error|invalid/;

function fail(state: State, at: number): void {
  state.failedAt = at;
  for (const form in state.forms) state.forms[form]!.failed = true;
}

export const submitLoop: Detector<'submit-loop', State, typeof DEFAULTS> = {
  name: 'submit-loop',
  meaning: 'The same form was sent again without getting through.',
  cause: 'field',
  defaults: DEFAULTS,
  start: () => ({ failedAt: -1_000_000, forms: {} }),
  on: {
    // Leaving the page where a form was sent means that it got through; the same page again means that it did not.
    view(record, state) {
      for (const form in state.forms) if (state.forms[form]!.path !== record.path) delete state.forms[form];
    },
    'field-error': (record, state) => fail(state, record.at),
    request(record, state) {
      if (!record.own) return;
      if (record.status >= 400) fail(state, record.at);
      else for (const form in state.forms) state.forms[form]!.answered = true;
    },
    field(record, state) {
      const form = state.forms[`:${record.form}`];
      if (form && (record.what === 'input' || record.what === 'change')) form.edited = true;
    },
    host(record, state) {
      if (FAILURE.test(record.event)) fail(state, record.at);
    },
    submit(record, state, tools) {
      // Sending a search or filter form again is its ordinary use.
      if (record.search) return;
      const { path } = tools.place;
      const form = (state.forms[`:${record.form}`] ??= {
        times: [],
        path,
        failed: false,
        edited: true,
        answered: false,
      });
      form.times = form.times.filter((at) => tools.at - at <= tools.set.withinMs);
      if (form.times.length === 0) form.failed = tools.at - state.failedAt < SAME_TASK_MS;
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
