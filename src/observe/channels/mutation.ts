import type { ChannelPart, Attempt, Watch } from '../attempt.js';
import type { Context } from '../context.js';
import { isProgress, namesWaiting, showsBusy } from './busy.js';
import { look } from './look.js';

/** Records judged per batch and press; a page that changes this much shows it in the first few. */
const MAX_RECORDS = 200;
/** Pressed looks end within half a second; class changes that stay are an answer. */
const LOOK_MS = 450;
/** Ripples take up to 550 ms to fade (Material); elements that stay in the control are an answer. */
const RIPPLE_MS = 700;

/** Set and removed by component libraries while the pointer or the focus is on a control. */
const PRESSED_LOOK =
  /^data-(?:.*-)?(?:press(?:ed)?|hover(?:ed)?|focus(?:ed|-visible.*|-within)?|active|whatinput|whatintent)$/;
const OFF = ':disabled,[aria-disabled=true]';
const LOOKS = /^(?:class|style|tabindex)$/;

type Verdict = 'none' | 'look' | 'ripple' | 'busy' | 'answer';

/** The page changed: the most common answer, and the one most often mistaken. */
export function startMutationChannel(ctx: Context, watch: Watch): ChannelPart {
  const { dom, bus, ignored } = ctx;
  /** Attempts whose control changed its looks, and when that is to be judged. */
  const looks = new Map<Attempt, { cancel: () => void; byClick: boolean }>();
  /** Elements that showed progress: when they stop, that is the answer. */
  const waiting = new WeakSet<Node>();

  const content = (list: NodeList): Node[] =>
    Array.prototype.slice
      .call(list, 0, 8)
      .filter(
        (node: Node) =>
          !ignored(node) && node.nodeType !== 8 && !/^(?:script|style|link|meta)$/.test(dom.tag(node)),
      );

  const ofAttribute = (
    record: MutationRecord,
    attempt: Attempt,
    inside: boolean,
    outside: boolean,
  ): Verdict => {
    const name = record.attributeName ?? '';
    const el = record.target as Element;
    if (name === 'aria-busy') return showsBusy(dom, el) ? 'busy' : 'answer';
    if (name === 'disabled' || name === 'aria-disabled') {
      const off = dom.matches(el, OFF);
      return off ? (inside || outside ? 'busy' : 'answer') : 'answer';
    }
    if (PRESSED_LOOK.test(name)) return 'none';
    if (!LOOKS.test(name)) return 'answer';
    if (name === 'class' && namesWaiting(dom.attr(el, 'class'))) return 'busy';
    if (name === 'class' && waiting.has(el)) return 'answer';
    if (name === 'tabindex') return 'none';
    if (inside) return 'look';
    // Wrappers that light up while the pointer is down (`is-focused`, `using-mouse`).
    return outside && !attempt.clicked ? 'none' : 'answer';
  };
  const judge = (record: MutationRecord, attempt: Attempt): Verdict => {
    const target = record.target;
    const inside = dom.contains(attempt.el, target);
    const outside = !inside && dom.contains(target, attempt.el);
    if (record.type === 'attributes') return ofAttribute(record, attempt, inside, outside);
    if (record.type === 'characterData') return inside && showsOff(attempt) ? 'busy' : 'answer';
    const come = content(record.addedNodes);
    const gone = content(record.removedNodes);
    const nodes = [...come, ...gone];
    if (nodes.length === 0) return 'none';
    if (come.length > 0 && come.every((node) => isProgress(dom, node))) return 'busy';
    if (come.length === 0 && gone.every((node) => isProgress(dom, node))) return 'answer';
    if (!inside) return 'answer';
    if (showsOff(attempt)) return 'busy';
    // Without words in it, it may be a ripple.
    return nodes.every((node) => dom.isElement(node) && !hasText(node)) ? 'ripple' : 'answer';
  };
  const showsOff = ({ el }: Attempt): boolean => dom.matches(el, OFF) || showsBusy(dom, el);
  const hasText = (node: Node): boolean => {
    const children = node.childNodes;
    for (let i = 0; i < children.length && i < 16; i++) {
      const child = children[i] as Node;
      if (child.nodeType === 3 || (dom.isElement(child) && hasText(child))) return true;
    }
    return false;
  };

  const settle = (attempt: Attempt) => {
    looks.get(attempt)?.cancel();
    looks.delete(attempt);
    if (!dom.connected(attempt.el) || look(dom, attempt.el) !== attempt.look)
      watch.answer(attempt, 'mutation');
  };
  const wait = (attempt: Attempt, ms: number, byClick: boolean) => {
    looks.get(attempt)?.cancel();
    looks.set(attempt, { cancel: ctx.later('observe/mutation', ms, () => settle(attempt)), byClick });
  };

  const consider = (attempt: Attempt, batch: readonly MutationRecord[]) => {
    let worst: Verdict = 'none';
    let busy = false;
    if (attempt.off && !dom.matches(attempt.el, OFF)) return watch.answer(attempt, 'control');
    for (const record of batch) {
      if (watch.ambient.has(record, attempt.el)) continue;
      const verdict = judge(record, attempt);
      if (verdict === 'busy') {
        busy = true;
        waiting.add(record.target);
      } else if (verdict === 'answer') worst = 'answer';
      else if (verdict !== 'none' && worst !== 'answer') worst = verdict;
    }
    if (busy && (worst !== 'answer' || !added(batch, attempt)))
      return watch.answer(attempt, 'mutation', true);
    if (worst === 'answer') return watch.answer(attempt, 'mutation');
    if (worst !== 'none')
      wait(attempt, worst === 'ripple' ? RIPPLE_MS : LOOK_MS, worst === 'look' && attempt.clicked);
  };
  /** Beside the progress display, content came that is none. */
  const added = (batch: readonly MutationRecord[], attempt: Attempt): boolean =>
    batch.some(
      (record) =>
        record.type === 'childList' &&
        !dom.contains(attempt.el, record.target) &&
        Array.prototype.some.call(
          record.addedNodes,
          (node: Node) => dom.isElement(node) && !ignored(node) && !isProgress(dom, node),
        ),
    );

  const stops = [
    ctx.mutations.on('observe/mutation', (batch) => {
      const attempts = watch.answerable();
      if (attempts.length === 0) return;
      const some = batch.slice(0, MAX_RECORDS).filter(({ target }) => !ignored(target));
      for (const attempt of attempts) consider(attempt, some);
    }),
    bus.on<AnimationEvent>('animationstart', 'observe/mutation', ({ target }) => {
      if (!dom.isElement(target) || ignored(target)) return;
      const running = target.getAnimations?.call(target) ?? [];
      if (running.some((animation) => animation.effect?.getTiming().iterations === Infinity))
        watch.answerAll('mutation', true);
    }),
  ];
  return {
    stop() {
      for (const stop of stops) stop();
      for (const { cancel } of looks.values()) cancel();
      looks.clear();
    },
    next(attempt) {
      // What the last click did to the looks of its control and is there still was an answer, not a pressed look.
      if (looks.get(attempt)?.byClick) settle(attempt);
    },
  };
}
