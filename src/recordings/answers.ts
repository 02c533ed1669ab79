import { OFF } from '../core/markup.js';
import { ANSWER_MAX_MS, type Channel } from '../core/records.js';
import { createAmbient } from './ambient.js';
import { BUSY, createJudge, LOOK, NOTHING } from './changes.js';
import type { Context } from './context.js';
import { LOOK_MS } from '../core/markup.js';
import { type Change, contains, type Recorded } from './tree.js';

const MAX_PENDING = 16;
/** What follows an event within this time was done in its task: it answers that press, and no other. */
const TASK_MS = 30;
/**
 * A recording does not show whether it was the page or the customer who scrolled, selected or moved the focus. A page
 * does so at once when it does; a hand on its way to wheel or Tab key needs longer.
 */
const AT_ONCE_MS = 300;
/** Scrolling that went on before was the customer's. */
const SCROLL_PAUSE_MS = 500;

/** A press that is followed from pointer-down until it is answered. */
export interface Attempt {
  readonly el: Recorded;
  readonly off: boolean;
  /** When it went down, then when it was clicked. */
  at: number;
  /** Id of its press record; 0 until the click. */
  press: number;
  answer?: Channel;
  busy?: Channel;
}

/** The effect oracle of recordings: whether and when the page answered a press. */
export interface Answers {
  /** The customer did something that is no press: what the page does in the same moment answers no press. */
  other(): void;
  /** A press or key of any kind: what changes now does not change by itself. */
  input(): void;
  open(el: Recorded, off: boolean): Attempt;
  confirm(attempt: Attempt, press: number, exempt: boolean): void;
  close(attempt: Attempt): void;
  changed(changes: readonly Change[]): void;
  focused(el: Recorded): void;
  scrolled(): void;
  selected(at: Recorded | undefined): void;
  /** A field changed its state; `own`: the customer filled it in. */
  control(field: Recorded, own: boolean): void;
  all(channel: Channel): void;
}

export function createAnswers(ctx: Context): Answers {
  const { ignored, later, matches, now, tell, tree } = ctx;
  const ambient = createAmbient(ctx);
  const { judge, settled } = createJudge(ctx);
  const pending = new Set<Attempt>();
  let newest: Attempt | undefined;
  let otherAt = -Infinity;
  let scrolledAt = -Infinity;

  /** Those that what happens now may answer. */
  const answerable = (): Attempt[] => {
    if (now() - otherAt <= TASK_MS) return [];
    const inTask = newest && now() - newest.at <= TASK_MS;
    return [...pending].filter((one) => !inTask || one === newest);
  };
  const atOnce = (): Attempt[] => answerable().filter((one) => one.press > 0 && now() - one.at <= AT_ONCE_MS);
  const close = (attempt: Attempt) => void pending.delete(attempt);
  const answer = (attempt: Attempt, channel: Channel, busy?: boolean) => {
    if (!pending.has(attempt) || (busy && attempt.busy)) return;
    attempt[busy ? 'busy' : 'answer'] = channel;
    if (attempt.press === 0) return;
    tell({ type: 'effect', channel, press: attempt.press, busy: busy || undefined });
    if (!busy) close(attempt);
  };
  const settle = () => {
    for (const attempt of settled()) answer(attempt, 'mutation');
  };
  /** After the window has passed it is followed no longer. */
  const expire = (attempt: Attempt) =>
    later(ANSWER_MAX_MS, () => now() - attempt.at >= ANSWER_MAX_MS && close(attempt));

  return {
    close,
    other: () => {
      otherAt = now();
      ambient.input();
    },
    input: ambient.input,
    open(el, off) {
      const attempt: Attempt = { el, off, at: now(), press: 0 };
      pending.add(attempt);
      const [first] = pending;
      if (first && pending.size > MAX_PENDING) close(first);
      newest = attempt;
      ambient.input();
      expire(attempt);
      return attempt;
    },
    confirm(attempt, press, exempt) {
      attempt.press = press;
      attempt.at = now();
      newest = attempt;
      ambient.input();
      if (exempt || attempt.answer) close(attempt);
      else if (attempt.busy) tell({ type: 'effect', channel: attempt.busy, press, busy: true });
      expire(attempt);
    },
    changed(all) {
      const changes = all.filter(({ target }) => !ignored(target));
      for (const attempt of answerable()) {
        if (attempt.off && !matches(tree.get(attempt.el.id) ?? attempt.el, OFF)) {
          answer(attempt, 'control');
          continue;
        }
        let most = NOTHING;
        let opened = false;
        for (const change of changes) {
          if (ambient.has(change, attempt.el)) continue;
          most = Math.max(most, judge(attempt, change));
          opened ||=
            change.kind === 'attribute' &&
            change.name === 'open' &&
            /^(?:dialog|details)$/.test(change.target.tag);
        }
        if (most > LOOK) answer(attempt, opened ? 'dialog' : 'mutation', most === BUSY);
        if (most === LOOK) later(LOOK_MS, settle);
      }
      ambient.note(changes);
    },
    focused(el) {
      if (ignored(el)) return;
      for (const attempt of atOnce())
        if (!contains(el, attempt.el) && !contains(attempt.el, el)) answer(attempt, 'focus');
    },
    scrolled() {
      const own = now() - scrolledAt < SCROLL_PAUSE_MS;
      scrolledAt = now();
      if (!own) for (const attempt of atOnce()) answer(attempt, 'scroll');
    },
    selected(at) {
      for (const attempt of atOnce()) if (!at || !contains(attempt.el, at)) answer(attempt, 'selection');
    },
    control(field, own) {
      for (const attempt of own ? pending : answerable())
        if (!own || contains(attempt.el, field) || attempt.el.id === field.id) answer(attempt, 'control');
    },
    all(channel) {
      for (const attempt of pending) answer(attempt, channel);
    },
  };
}
