import {
  isOwnDescription,
  lasting,
  LOOK_MS,
  MAX_PROGRESS_ELEMENTS,
  OFF,
  PRESSED_LOOK,
  SAYS_WAITING,
  saysWaiting,
} from '../core/markup.js';
import type { Attempt } from './answers.js';
import type { Context } from './context.js';
import { below, type Change, contains, type Recorded } from './tree.js';

/**
 * What a change of the recorded page says about a press, the weightier the higher. The rules of the live page
 * (observe/mutation.ts), but for layout and styles, which a recording does not show.
 */
export const NOTHING = 0;
/** The control looks different, maybe only as long as it is pressed. */
export const LOOK = 1;
export const CHANGE = 2;
export const BUSY = 3;
/** Content, also beside a progress display. */
export const CONTENT = 4;

export interface Judge {
  judge(attempt: Attempt, change: Change): number;
  /** These changed and stayed so: their presses are answered. */
  settled(): Attempt[];
}

interface Look {
  readonly attempt: Attempt;
  readonly due: number;
  readonly target: Recorded;
  readonly name: string | null;
  stays(): boolean;
}

const NO_CONTENT = /^(?:script|style|link|meta)$/;

export function createJudge({ ignored, matches, now, tree }: Context): Judge {
  /** Elements that showed progress: when they stop, that is the answer. */
  const waiting = new Set<number>();
  let looks: Look[] = [];

  const current = (node: Recorded) => tree.get(node.id) ?? node;
  const connected = (node: Recorded) => tree.get(node.id) !== undefined;
  const showsBusy = (el: Recorded) =>
    matches(el, SAYS_WAITING) || saysWaiting(el.attributes.get('class') ?? '');
  /** A progress display, maybe with a thin wrapper or a veil around it. */
  const isProgress = (node: Recorded): boolean => {
    if (node.type !== 'element') return false;
    if (showsBusy(node)) return true;
    const parts = [...below(node)].filter(({ type }) => type === 'element');
    const turning = parts.filter(showsBusy).length;
    return turning > 0 && (parts.length <= MAX_PROGRESS_ELEMENTS || turning * 2 >= parts.length);
  };
  const isContent = (node: Recorded) =>
    node.type === 'text' || (node.type === 'element' && !NO_CONTENT.test(node.tag) && !ignored(node));
  /** Without words in it, a node may be a ripple. */
  const hasText = (node: Recorded) =>
    node.filled || [...below(node)].some(({ type, filled }) => type === 'text' && filled);

  const later = (look: Omit<Look, 'due'>): number => {
    const known = looks.some(
      ({ attempt, target, name }) =>
        attempt === look.attempt && target.id === look.target.id && name === look.name,
    );
    if (!known) looks.push({ ...look, due: now() + LOOK_MS });
    return LOOK;
  };
  function ofAttribute(attempt: Attempt, target: Recorded, name: string, before: string | null): number {
    const related = contains(attempt.el, target) || contains(target, current(attempt.el));
    if (name === 'aria-busy') {
      if (!showsBusy(target)) return CHANGE;
      waiting.add(target.id);
      return BUSY;
    }
    if (name === 'disabled' || name === 'aria-disabled')
      return related && matches(target, OFF) ? BUSY : CHANGE;
    if (isOwnDescription(name, before, target.attributes.get(name) ?? null)) return NOTHING;
    if (PRESSED_LOOK.test(name) || name === 'value' || name.startsWith('rr_')) return NOTHING;
    if (name !== 'class' && name !== 'style') return CHANGE;
    if (name === 'class' && showsBusy(target)) {
      waiting.add(target.id);
      return BUSY;
    }
    if (waiting.has(target.id) || !related) return CHANGE;
    // Wrappers that light up while the pointer is down (`is-focused`, `using-mouse`).
    if (!contains(attempt.el, target)) return attempt.press > 0 ? CHANGE : NOTHING;
    const was = lasting(name, before);
    return later({
      attempt,
      target,
      name,
      stays: () => lasting(name, current(target).attributes.get(name) ?? null) !== was,
    });
  }
  function ofNodes(
    attempt: Attempt,
    target: Recorded,
    allCame: readonly Recorded[],
    allGone: readonly Recorded[],
  ): number {
    const came = allCame.filter(isContent);
    const gone = allGone.filter(isContent);
    const nodes = [...came, ...gone];
    if (nodes.length === 0) return NOTHING;
    if (nodes.every(isProgress)) return came.length > 0 ? BUSY : CHANGE;
    const el = current(attempt.el);
    if (!contains(el, target))
      return came.some((one) => one.type === 'element' && !isProgress(one)) ? CONTENT : CHANGE;
    if (matches(el, OFF) || showsBusy(el)) return BUSY;
    if (nodes.some(hasText)) return CHANGE;
    const stays = () => came.some(connected) || !gone.every(connected);
    return later({ attempt, target, name: null, stays });
  }

  return {
    judge(attempt, change) {
      if (change.kind === 'attribute') return ofAttribute(attempt, change.target, change.name, change.before);
      if (change.kind === 'nodes') return ofNodes(attempt, change.target, change.came, change.gone);
      const el = current(attempt.el);
      return contains(el, change.target) && (matches(el, OFF) || showsBusy(el)) ? BUSY : CHANGE;
    },
    settled() {
      const due = looks.filter((look) => look.due <= now());
      looks = looks.filter((look) => look.due > now());
      return due
        .filter(({ attempt, stays }) => !connected(attempt.el) || stays())
        .map(({ attempt }) => attempt);
    },
  };
}
