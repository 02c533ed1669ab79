import type { Channel } from '../core/records.js';
import { ANSWER_MAX_MS, BUSY_MAX_MS } from '../core/records.js';
import type { Attempt, Watch } from './attempt.js';
import { createAmbient } from './ambient.js';
import { createChannels } from './channels.js';
import type { Context } from './context.js';
import { addChoices, changed, controlsAround } from './controls.js';
import { createMutationChannel } from './mutation.js';
import type { Target } from './target.js';

/**
 * Some answers fire no event (a property set, an address replaced): they are looked for at these times after a press.
 * Dense where an answer is still quick, and just before the verdicts at 2,500 and 7,000 ms.
 */
const PROBES_MS = [0, 60, 250, 700, 1_500, 2_400, 4_000, 6_900, ANSWER_MAX_MS, 15_000, 30_000, BUSY_MAX_MS];

/**
 * A press allows the page one thing that it may not do by itself: to open a window, a file dialog, a sheet for sharing or
 * paying. That permission lasts some seconds; where it is gone sooner, the page has used it.
 */
const USED_MS = 1_000;

/** A page that asks for help of ours this soon after a press does so because of it. */
const ASKED_MS = 1_000;

/** The channels stay this long after the last answer: to add and remove their listeners at every press costs more. */
const LINGER_MS = 2_000;
/** New shadow roots are looked for this often, when something is pressed (the answer may be in one) and when the page changed. */
const SHADOWS_MS = 1_000;
const IDLE_SHADOWS_MS = 5_000;
/** More open presses than this are a test of patience; the first ones are let go. */
const MAX_PENDING = 16;

/** Tells for every press whether, where and when the page answered it. */
export interface Oracle extends Watch {
  /** A press begins. */
  open(target: Target): Attempt;
  /** It has become a press record; `exempt` ones are not followed. */
  confirm(attempt: Attempt, id: number, exempt: boolean): void;
  /** It is followed no longer. */
  close(attempt: Attempt): void;
}

export function createOracle(ctx: Context): Oracle {
  const { hear, later, now, on, route, tell, window } = ctx;
  const pending = new Set<Attempt>();
  const looked = new WeakSet<Attempt>();
  let lookedAt = -Infinity;
  let detach: (() => void) | undefined;
  /** The next probe, or the time the channels are given up. */
  let cancel: (() => void) | undefined;

  const next = (ms: number, fn: () => void) => {
    cancel?.();
    cancel = later(ms, fn);
  };
  const isActive = () => window.navigator.userActivation?.isActive;
  const probe = () => {
    route.check();
    for (const attempt of pending) {
      if (attempt.href !== route.href) oracle.answer(attempt, 'route');
      else if (changed(attempt.controls)) oracle.answer(attempt, 'control');
      else if (attempt.active && !isActive() && now() - attempt.at <= USED_MS)
        oracle.answer(attempt, 'window');
      else if (now() - attempt.at >= (attempt.busy ? BUSY_MAX_MS : ANSWER_MAX_MS)) oracle.close(attempt);
    }
  };
  /** What takes longer is done between the pointer going down and the click, when nobody waits for it; at the latest then. */
  const lookAround = (attempt: Attempt) => {
    if (looked.has(attempt)) return;
    looked.add(attempt);
    addChoices(attempt.controls, attempt.el);
    if (now() - lookedAt < SHADOWS_MS) return;
    lookedAt = now();
    ctx.includeShadows();
  };
  /** From the first one on, which comes when the task of the press is over. */
  const probeFrom = (step: number, task?: Attempt) => {
    oracle.task = task;
    next((PROBES_MS[step] ?? 0) - (PROBES_MS[step - 1] ?? 0), () => {
      oracle.task = undefined;
      if (task && pending.has(task)) lookAround(task);
      probe();
      if (pending.size > 0 && step + 1 < PROBES_MS.length) probeFrom(step + 1);
    });
  };

  const say = (attempt: Attempt, channel: Channel, busy?: boolean): boolean => {
    if (!pending.has(attempt) || attempt.answer || (busy && attempt.busy)) return false;
    attempt[busy ? 'busy' : 'answer'] = channel;
    if (attempt.id > 0) tell({ type: 'effect', channel, press: attempt.id, busy: busy || undefined });
    return true;
  };
  const takeBack = (attempt: Attempt, channel: Channel, busy?: true) => {
    attempt[busy ? 'busy' : 'answer'] = undefined;
    if (attempt.id > 0) tell({ type: 'effect', channel, press: attempt.id, busy, undone: true });
  };

  const oracle: Oracle = {
    pending,
    task: undefined,
    answerable: () => [...pending].filter((one) => !oracle.task || oracle.task === one),
    answer(attempt, channel, busy) {
      if (busy || attempt.doubts === 0) say(attempt, channel, busy);
      // It was answered already, as far as could be told; now that is certain.
      else if (pending.has(attempt)) oracle.close(attempt);
      if (!busy) attempt.doubts = 0;
      if (!busy && attempt.id > 0) oracle.close(attempt);
    },
    guess(attempt, channel, busy) {
      const told = say(attempt, channel, busy);
      if (!told && attempt.doubts === 0) return () => {};
      if (busy)
        return () => void (told && attempt.busy && !attempt.answer && takeBack(attempt, channel, true));
      attempt.doubts++;
      return () => {
        if (attempt.doubts > 0 && --attempt.doubts === 0) takeBack(attempt, channel);
      };
    },
    answerAll(channel, busy) {
      for (const attempt of oracle.answerable()) oracle.answer(attempt, channel, busy);
    },
    open({ el, off, interactive }) {
      // Whatever changed silently before this press answers an earlier one.
      oracle.task = undefined;
      probe();
      mutation.settle();
      const controls = interactive ? controlsAround(el) : new Map();
      const attempt: Attempt = {
        el,
        off,
        down: now(),
        at: now(),
        id: 0,
        doubts: 0,
        href: route.href,
        controls,
      };
      pending.add(attempt);
      const [first] = pending;
      if (first && pending.size > MAX_PENDING) pending.delete(first);
      if (!detach) {
        const stops = channels.map((channel) => on(...channel));
        detach = () => stops.forEach((stop) => stop());
      }
      probeFrom(0, attempt);
      return attempt;
    },
    confirm(attempt, id, exempt) {
      if (!exempt) lookAround(attempt);
      probeFrom(0, attempt);
      attempt.id = id;
      attempt.at = now();
      attempt.active = isActive();
      if (exempt || (attempt.answer && attempt.doubts === 0)) oracle.close(attempt);
      else if (attempt.busy) tell({ type: 'effect', channel: attempt.busy, press: id, busy: true });
    },
    close(attempt) {
      pending.delete(attempt);
      if (pending.size > 0) return;
      next(LINGER_MS, () => {
        detach?.();
        detach = undefined;
      });
    },
  };
  const ambient = createAmbient(ctx);
  const mutation = createMutationChannel(ctx, oracle, ambient);
  const channels = createChannels(ctx, oracle, ambient);
  hear('moved', probe);
  // Our own help is not among the changes of the page.
  hear('asked', (by) => {
    const one = oracle.task ?? [...pending].at(-1);
    if (one && one !== 'other' && now() - one.at <= ASKED_MS) (one.asked ??= []).push(by);
  });
  hear('came', (by) => {
    for (const attempt of pending) if (attempt.asked?.includes(by)) oracle.answer(attempt, 'dialog');
  });
  hear('settled', () => {
    if (now() - lookedAt < IDLE_SHADOWS_MS) return;
    lookedAt = now();
    ctx.includeShadows();
  });
  return oracle;
}
