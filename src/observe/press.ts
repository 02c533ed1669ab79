import type { By, PressRecord } from '../core/records.js';
import type { Context } from './context.js';
import { type Before, createExemptions, WAKE_UP_MS } from './exempt.js';
import { usable } from './ignored.js';
import type { Attempt, Oracle } from './oracle.js';
import { createTargets, pathOf, type Target } from './target.js';

/** A click this soon after a key belongs to the key: Enter clicks at key-down, Space at key-up. */
const KEY_CLICK_MS = 1_000;
/** A label and its control are clicked one right after the other, in one task. */
const TWIN_CLICK_MS = 40;
const POSITION_GRAIN_PX = 10;

/** These turn Enter (and mostly Space) into a click themselves; for others the key is all there is. */
const CLICKED_BY_KEY = 'button,a[href],area[href],summary,input,select,textarea,label';

interface Gesture {
  readonly target: Target;
  readonly before: Before;
  readonly attempt: Attempt;
  readonly by: By;
  readonly at: number;
  /** Told already: the click that follows is the same press. */
  told: boolean;
  /** When its click came; one much later, without a pointer-down of its own, is another press. */
  clicked: number;
}

/** Pointer, keyboard and assistive technology all end in a click; what is switched off never gets that far. */
export function startPresses(ctx: Context, oracle: Oracle, wokenAt: () => number): () => void {
  const { dom, names, window } = ctx;
  const targets = createTargets(ctx);
  const exemptions = createExemptions(ctx);
  const commits = [
    '[data-antes-commit]',
    ...usable(dom, ctx.options.commits, 'journeys/commit', ctx.report),
  ].join(',');
  let gesture: Gesture | undefined;
  let keyAt = -Infinity;
  /** A key that is held down clicks again and again. */
  let held = false;
  let last: { el: Element; at: number } | undefined;

  const round = (n: number) => Math.round(n / POSITION_GRAIN_PX) * POSITION_GRAIN_PX;

  const begin = (event: Event, by: By): Gesture | undefined => {
    if (gesture && !gesture.told) oracle.drop(gesture.attempt);
    gesture = undefined;
    const target = targets.of(event);
    if (!target) return undefined;
    const at = ctx.now();
    for (const node of pathOf(event)) if (node instanceof window.ShadowRoot) ctx.mutations.include(node);
    const before = exemptions.before(target, event);
    gesture = {
      target,
      before,
      attempt: oracle.open(target.el, at, !!target.disabled),
      by,
      at,
      told: false,
      clicked: 0,
    };
    return gesture;
  };

  const tell = (event: MouseEvent | KeyboardEvent, g: Gesture, by: By) => {
    const { target, attempt } = g;
    const at = ctx.now();
    g.told = true;
    last = { el: target.el, at };
    ctx.route.check();
    const woken = by !== 'key' && wokenAt() >= g.at - WAKE_UP_MS;
    const exempt = exemptions.of(target, event, g.before, woken);
    const pointer = by === 'key' || by === 'assist' ? null : (event as MouseEvent);
    const record: PressRecord = {
      type: 'press',
      at,
      id: ctx.nextPress(),
      target: names.key(target.el),
      role: names.role(target.el),
      region: names.region(target.el),
      by,
      x: pointer ? round(pointer.pageX) : 0,
      y: pointer ? round(pointer.pageY) : 0,
      interactive: target.interactive,
      ...(target.disabled && { disabled: true as const }),
      ...(exempt && { exempt }),
      ...(dom.closest(target.el, commits) && { commit: true as const }),
      ...(attempt.answer && { answer: attempt.answer }),
    };
    ctx.feed(record);
    oracle.confirm(attempt, record.id, at, !!exempt);
  };

  const stops = [
    ctx.bus.on<PointerEvent>('pointerdown', 'observe/press', (event) => {
      // A second finger is a pinch, another button opens a menu: neither is a press.
      if (!event.isPrimary || event.button !== 0) return;
      const g = begin(event, byPointer(event.pointerType));
      if (!g?.target.disabled) return;
      // No click may ever come. A finger may be about to scroll: wait until it is lifted.
      if (event.pointerType === 'mouse') tell(event, g, g.by);
    }),
    ctx.bus.on<PointerEvent>('pointerup', 'observe/press', (event) => {
      if (gesture?.target.disabled && !gesture.told && event.isPrimary) tell(event, gesture, gesture.by);
    }),
    ctx.bus.on('pointercancel', 'observe/press', () => {
      if (gesture && !gesture.told) oracle.drop(gesture.attempt);
      gesture = undefined;
    }),
    ctx.bus.on<KeyboardEvent>('keydown', 'observe/press', (event) => {
      keyAt = ctx.now();
      held = event.repeat;
      if (held || event.isComposing || !isActivationKey(event)) return;
      const g = begin(event, 'key');
      if (!g || g.target.text || !g.target.interactive) return;
      // A native control gets a click, also when it is only said to be off.
      if (!dom.matches(g.target.el, CLICKED_BY_KEY)) tell(event, g, 'key');
    }),
    ctx.bus.on<MouseEvent>('click', 'observe/press', (event) => {
      const at = ctx.now();
      const target = targets.of(event);
      if (!target) return;
      const current = gesture;
      const byKey = event.detail === 0 && at - keyAt <= KEY_CLICK_MS;
      // The pointer's own click; its target may be replaced, or moved under the pointer, since it went down.
      const started = current && (current.by === 'key' ? byKey : event.detail > 0 || !!pointerType(event));
      if (started && current.told && (!current.clicked || at - current.clicked <= TWIN_CLICK_MS)) {
        current.clicked = at;
        return;
      }
      if (byKey && held && (!started || current.told)) return;
      if (!started && last?.el === target.el && at - last.at <= TWIN_CLICK_MS) return;
      if (started && !current.told && current.target.el === target.el) {
        current.clicked = at;
        return tell(event, current, current.by);
      }
      const by = byKey
        ? 'key'
        : event.detail > 0 || pointerType(event)
          ? byPointer(pointerType(event) || current?.by)
          : 'assist';
      const g = begin(event, by);
      if (!g) return;
      g.clicked = at;
      tell(event, g, by);
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const pointerType = (event: MouseEvent): string => (event as PointerEvent).pointerType ?? '';
const byPointer = (type: string | undefined): By => (type === 'touch' || type === 'pen' ? type : 'mouse');
/** The fixed list of control keys: nothing else of a key is looked at (docs/privacy.md). */
const isActivationKey = (event: KeyboardEvent): boolean => event.key === 'Enter' || event.key === ' ';
