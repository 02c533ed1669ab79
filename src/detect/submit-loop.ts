import { sayDuration } from '../core/duration.js';
import type { Detector, Tools } from './detector.js';
import { remembered } from './remembered.js';

const DEFAULTS = {
  weight: 0.8,
  min: 2,
  withinMs: 90_000,
  /** Closer together they are one: a double click on the button. */
  apartMs: 1_000,
  /** The same error once more is told however long the first attempt is ago; the answer to a form takes up to this. */
  answerMs: 10_000,
};

interface FormState {
  /** Of all since it last got through, and whether the last of them was told. */
  times: readonly number[];
  told: boolean;
  path: string;
  /** Another page came after it: it got through, unless that page says what is wrong. */
  left: boolean;
  /** When something first went wrong since the last of them. */
  failedAt: number | null;
  /** Since the last of them: changed by the customer, answered well by the server. */
  edited: boolean;
  answered: boolean;
}
/** By `:` and the form's name: no name a page gives may mean something else to an object. */
interface State {
  /** When something last went wrong: scripts may refuse a form before its submit is told. */
  failedAt: number;
  forms: Record<string, FormState>;
}

const MAX_FORMS = 20;
/** More may not be asked for. */
const MAX_TIMES = 32;
/** A failure this long before a submit is the answer to it. */
const SAME_TASK_MS = 100;

/** Events of the host's own that tell of a failure, by the words developers give them. */
const FAILURE = /fail|reject|declin|refus|error|invalid/;

type LoopTools = Tools<typeof DEFAULTS>;

function fail(state: State, at: number): void {
  state.failedAt = at;
  for (const form of Object.keys(state.forms)) state.forms[form]!.failedAt ??= at;
}

function tell(
  name: string,
  form: FormState,
  times: readonly number[],
  because: string,
  tools: LoopTools,
): void {
  form.told = true;
  const count = times.length;
  const spanMs = times.at(-1)! - times[0]!;
  tools.raise({
    target: name,
    count,
    because: `'${name}' was sent ${count} times in ${sayDuration(spanMs)} ${because}`,
    evidence: { form: name, spanMs, withinMs: tools.set.withinMs },
  });
}

/** The page refuses; the same refusal as before shows that the attempts in between were for nothing. */
function refused(same: boolean, state: State, tools: LoopTools): void {
  fail(state, tools.at);
  if (!same) return;
  for (const key of Object.keys(state.forms)) {
    const form = state.forms[key]!;
    const fresh = tools.at - (form.times.at(-1) ?? -Infinity) <= tools.set.answerMs;
    if (fresh && !form.left && !form.told && form.times.length >= tools.set.min)
      tell(key.slice(1), form, form.times, 'and refused with the same error', tools);
  }
}

export const submitLoop: Detector<'submit-loop', State, typeof DEFAULTS> = {
  name: 'submit-loop',
  meaning: 'The same form was sent again without getting through.',
  cause: 'field',
  defaults: DEFAULTS,
  most: { min: MAX_TIMES },
  start: () => ({ failedAt: -1_000_000, forms: {} }),
  on: {
    // Leaving the page where a form was sent means that it got through; the same page again means that it did not.
    view(record, state) {
      for (const name of Object.keys(state.forms)) {
        const form = state.forms[name]!;
        if (form.left) delete state.forms[name];
        else form.left = form.path !== record.path;
      }
    },
    'field-error'(record, state, tools) {
      const form = state.forms[`:${record.form}`];
      // The server has answered with the form again, at another address.
      if (record.atLoad && form?.left) Object.assign(form, { left: false, path: tools.place.path });
      refused(record.same === true, state, tools);
    },
    message: (record, state, tools) => refused(record.same === true, state, tools),
    request(record, state) {
      if (!record.own) return;
      if (record.status >= 400 || record.lost) fail(state, record.at);
      // Servers answer a form that they refuse with the same page again, and with success.
      else if (!record.page) for (const form of Object.keys(state.forms)) state.forms[form]!.answered = true;
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
      if (state.forms[`:${record.form}`]?.left) delete state.forms[`:${record.form}`];
      const form = remembered(state.forms, `:${record.form}`, MAX_FORMS, () => ({
        times: [],
        told: false,
        path,
        left: false,
        failedAt: null,
        edited: true,
        answered: false,
      }));
      if (tools.at - (form.times.at(-1) ?? -Infinity) < tools.set.apartMs) return;
      const failed = form.failedAt !== null && tools.at - form.failedAt >= SAME_TASK_MS;
      // A chat or a list sends one thing after another, and each gets through; the same thing once more did not.
      if (form.answered && !failed) form.times = [];
      const again = failed || (!form.edited && !form.answered);
      const times = [...form.times, tools.at].slice(-MAX_TIMES);
      const failedAt = tools.at - state.failedAt < SAME_TASK_MS ? state.failedAt : null;
      Object.assign(form, { times, told: false, edited: false, answered: false, failedAt });
      const recent = times.filter((at) => tools.at - at <= tools.set.withinMs);
      if (recent.length >= tools.set.min && again)
        tell(record.form, form, recent, 'without getting through', tools);
    },
  },
  // So does coming to another step: wizards send one form after another under one name.
  moved(_from, state, { place }) {
    if (place.step !== null) state.forms = {};
  },
};
