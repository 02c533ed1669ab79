import { real } from '../core/real.js';
import type { By, Exempt, PressRecord } from '../core/records.js';
import { affords } from './affords.js';
import type { Attempt } from './attempt.js';
import type { Context } from './context.js';
import { closest, connected, elementAt, isShadowRoot, matches, outwards, viewOf } from './dom.js';
import { exemptAfter, exemptBefore } from './exempt.js';
import { type Finger, followFinger } from './finger.js';
import { followKey } from './idle-key.js';
import { leadsOf } from './leads.js';
import { key, region, role } from './names.js';
import { nearest } from './near.js';
import { createOracle } from './oracle.js';
import { MAP } from './pictures.js';
import { startRequests } from './requests.js';
import { createStates, stateAround } from './states.js';
import { isTextSurface, type Target, targetOf } from './target.js';

/** A click this soon after a key belongs to the key: Enter clicks at key-down, Space at key-up. */
const KEY_CLICK_MS = 1_000;
/** A label and its control are clicked one right after the other, in one task. */
const TWIN_CLICK_MS = 40;
/** A press that begins this soon after the window got its focus back was made to wake it up. Windows raises in ~200 ms. */
const WAKE_UP_MS = 300;
const POSITION_GRAIN_PX = 10;
/** A control has at most so many layers of its own. */
const MAX_INNER = 5;

/** These turn Enter (and mostly Space) into a click themselves; for others the key is all there is. */
const CLICKED_BY_KEY = 'button,a[href],area[href],summary,input,select,textarea,label';

/** A press from the moment the pointer or key goes down until its click. */
interface Gesture {
  readonly target: Target;
  readonly before: Exempt | undefined;
  /** The state of the control. */
  readonly state: string;
  readonly attempt: Attempt;
  readonly by: By;
  /** As it was when it went down: the page may draw the control anew before the click. */
  readonly about: { readonly target: string; readonly role: string; readonly region: string };
  /** Tells what it was if no click comes of it. */
  follower?: Finger | ReturnType<typeof followKey>;
  /** The mouse has let go of it where it went down: a click is due. */
  lifted?: PointerEvent;
  /** What began it. */
  readonly event: MouseEvent | KeyboardEvent;
  /** Told already, because a click may never come: if it comes, it is the same press. */
  told: boolean;
}

/** Pointer, keyboard and assistive technology all end in a click; what is switched off never gets that far. */
export function startPresses(ctx: Context): void {
  const { commits, hear, include, later, nextPress, now, on, options, route, tell, typed } = ctx;
  const oracle = createOracle(ctx);
  startRequests(ctx, oracle);
  const stateOf = createStates();
  let gesture: Gesture | undefined;
  let away = false;
  let wokenAt = -Infinity;
  let keyAt = -Infinity;
  /** A key that is held down clicks again and again. */
  let held = false;
  let last: { el: Element; at: number } | undefined;

  const drop = (one = gesture) => {
    if (one !== gesture) return;
    gesture = undefined;
    one?.follower?.stop();
    if (one && !one.told) oracle.close(one.attempt);
  };
  /** No click has come, and none will. */
  const finish = (one = gesture) => {
    if (one?.lifted && !one.told) return completeNow(real(one.lifted), one);
    const kind = one?.told ? undefined : one?.follower?.kind();
    if (!one || !kind || one !== gesture) return drop(one);
    one.told = true;
    drop();
    complete(real(one.event), one, kind);
  };
  const begin = (event: MouseEvent | KeyboardEvent, by: By, target = targetOf(event, ctx)) => {
    finish();
    if (!target) return undefined;
    for (const node of event.composedPath()) if (isShadowRoot(node)) include(node);
    const before = exemptBefore(target, event);
    const { el } = target;
    const about = { target: key(el), role: role(el), region: region(el) };
    const attempt = oracle.open(target);
    const state = target.interactive ? stateAround(el, attempt.controls, typed) : '';
    return (gesture = { target, before, about, state, attempt, by, event, told: false } as Gesture);
  };
  const complete = (
    event: MouseEvent | KeyboardEvent,
    { target, before, about, state, attempt, by }: Gesture,
    kind?: PressRecord['gesture'],
  ) => {
    const { el, inner, interactive, off, plain } = target;
    last = { el, at: now() };
    route.check();
    const woken = by !== 'key' && wokenAt >= attempt.at - WAKE_UP_MS;
    const moved = kind === 'swipe' && closest(inner, MAP) ? 'unobservable' : before;
    const exempt = exemptAfter(target, event, woken ? 'wake-up' : moved);
    const at = (page: number) =>
      by === 'key' || by === 'assist' ? 0 : Math.round(page / POSITION_GRAIN_PX) * POSITION_GRAIN_PX;
    const beside = by === 'touch' && !interactive ? nearest(event as MouseEvent, inner, ctx) : undefined;
    const id = nextPress();
    tell({
      type: 'press',
      id,
      ...about,
      by,
      x: at((event as MouseEvent).pageX),
      y: at((event as MouseEvent).pageY),
      interactive,
      disabled: off || undefined,
      exempt,
      commit: !!closest(el, commits) || undefined,
      gesture: kind,
      affords: (plain && (interactive || affords(inner, viewOf(inner)))) || undefined,
      near: beside && key(beside),
      state: stateOf(about.target, state),
      leads: leadsOf(el, options.contacts),
      answer: attempt.answer,
    });
    oracle.confirm(attempt, id, !!exempt);
  };
  /** The control was drawn anew while the pointer was down, and its like is under the pointer: the click goes astray. */
  const isReplaced = ({ target: { el }, about }: Gesture, { clientX, clientY }: MouseEvent) =>
    !connected(el) &&
    outwards(elementAt(viewOf(el).document, clientX, clientY))
      .slice(0, MAX_INNER)
      .some((one) => key(one) === about.target);
  /** Without waiting for the click. */
  const completeNow = (event: MouseEvent | KeyboardEvent, one: Gesture) => {
    one.told = true;
    complete(event, one);
  };
  const startFinger = (event: PointerEvent, one: Gesture) => {
    const finger = followFinger(ctx, event, {
      swiping: () => (one.attempt.swipe = true),
      lifted(wait) {
        // What is switched off gets no click, nor what was drawn anew meanwhile.
        const began = real(event);
        const clickless = one.target.off || isReplaced(one, began);
        if (clickless && !one.told && finger.kind() === 'tap') completeNow(began, one);
        later(wait, () => finish(one));
      },
    });
    one.follower = finger;
  };

  hear('record', (record) => {
    if (record.type !== 'page') return;
    if (record.focused && away) wokenAt = record.at;
    away = !record.focused;
  });
  on<PointerEvent>('pointerdown', (event) => {
    // A second finger is a pinch, another button opens a menu: neither is a press.
    if (!event.isPrimary) drop();
    if (!event.isPrimary || event.button !== 0) return;
    const one = begin(event, byPointer(event.pointerType));
    if (one?.by === 'touch') startFinger(event, one);
    else if (one?.target.off && one.by === 'mouse') completeNow(event, one);
    else if (one) {
      // A pen may be about to scroll: what is switched off is pressed once it is lifted.
      const stop = on<PointerEvent>('pointerup pointercancel', (end) => {
        if (!end.isPrimary) return;
        stop();
        const { inner, interactive } = one.target;
        if (end.type === 'pointercancel') drop(one);
        else if (one !== gesture || one.told) return;
        else if (one.target.off) completeNow(end, one);
        // Some browsers send a click to what is around what was replaced, others none; or the page keeps it from us.
        else if ((interactive && end.composedPath()[0] === inner) || isReplaced(one, end)) {
          one.lifted = end;
          later(TWIN_CLICK_MS, () => one === gesture && finish(one));
        }
      });
    }
  });
  on<KeyboardEvent>('keydown', (event) => {
    keyAt = now();
    held = event.repeat;
    if (held || event.isComposing || !isActivationKey(event)) return;
    const one = begin(event, 'key');
    // A native control gets a click, also when it is only said to be off.
    if (one?.target.interactive && !isTextSurface(one.target.el) && !matches(one.target.el, CLICKED_BY_KEY))
      completeNow(event, one);
    else if (one) one.follower = followKey(ctx, one.target, () => finish(one));
  });
  on<PointerEvent>('click', (event) => {
    const pointed = event.detail > 0 || !!event.pointerType;
    const byKey = !pointed && now() - keyAt <= KEY_CLICK_MS;
    const by = byKey ? 'key' : pointed ? byPointer(event.pointerType || gesture?.by) : 'assist';
    const mine = gesture && by !== 'assist' && byKey === (gesture.by === 'key') ? gesture : undefined;
    const inner = event.composedPath()[0];
    const same = mine && (mine.target.inner === inner || isReplaced(mine, event));
    const target = same ? mine.target : targetOf(event, ctx);
    if (!target) return;
    const twin = last?.el === target.el && now() - last.at <= TWIN_CLICK_MS;
    if (mine ? mine.told : twin || (byKey && held)) {
      last = { el: target.el, at: now() };
      if (mine) drop();
      return;
    }
    // The target may have been replaced, or have moved under the pointer, since it went down.
    if (mine?.target.el !== target.el) drop(mine);
    const one = mine?.target.el === target.el ? mine : begin(event, by, target);
    if (!one) return;
    one.told = true;
    drop();
    complete(event, one);
  });
}

const byPointer = (type: string | undefined): By => (type === 'touch' || type === 'pen' ? type : 'mouse');
/** The fixed list of control keys: nothing else of a key is looked at (docs/privacy.md). */
const isActivationKey = ({ key: name }: KeyboardEvent): boolean => name === 'Enter' || name === ' ';
