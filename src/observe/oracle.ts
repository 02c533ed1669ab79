import type { Channel } from '../core/records.js';
import { ANSWER_WINDOW_MS, type Attempt, type ChannelPart, type Watch } from './attempt.js';
import { startControlChannel } from './channels/control.js';
import { startEventChannels } from './channels/events.js';
import { startFocusChannel } from './channels/focus.js';
import { startMutationChannel } from './channels/mutation.js';
import { startNavigationChannel } from './channels/navigation.js';
import { startScrollChannel } from './channels/scroll.js';
import { createAmbient } from './channels/ambient.js';
import { controlState } from './channels/control-state.js';
import { look } from './channels/look.js';
import type { Context } from './context.js';

export type { Attempt } from './attempt.js';

/**
 * Some answers fire no event (a property set, an address replaced): they are looked for at these times after a press.
 * Dense where an answer is still quick, and just before the verdicts at 2,500 and 7,000 ms.
 */
const PROBES_MS = [0, 60, 250, 700, 1_500, 2_400, 4_000, 6_900];

const CHANNELS = [
  startMutationChannel,
  startControlChannel,
  startFocusChannel,
  startScrollChannel,
  startNavigationChannel,
  startEventChannels,
];

/** The channels stay this long after the last answer: to add and remove their listeners at every press costs more. */
const LINGER_MS = 2_000;
/** More open presses than this are a test of patience; the first ones are let go. */
const MAX_PENDING = 16;

/** Tells for every press whether, where and when the page answered it. */
export interface Oracle {
  /** A press begins. */
  open(el: Element, at: number, off: boolean): Attempt;
  /** It has become a press record; `exempt` ones are not followed. */
  confirm(attempt: Attempt, id: number, at: number, exempt: boolean): void;
  /** It has come to nothing. */
  drop(attempt: Attempt): void;
  stop(): void;
}

export function createOracle(ctx: Context): Oracle {
  const { clock, guard } = ctx;
  const pending = new Set<Attempt>();
  const ambient = createAmbient(ctx);
  /** What the customer is doing in this very task: only that can have caused what happens in it. */
  let task: Attempt | 'other' | undefined;
  let endTask: (() => void) | undefined;
  let parts: ChannelPart[] = [];
  let detach: (() => void) | undefined;
  let nextProbe: (() => void) | undefined;
  let linger: (() => void) | undefined;

  const inTask = (what: Attempt | 'other') => {
    task = what;
    endTask?.();
    endTask = clock.after(0, () => {
      task = undefined;
      endTask = undefined;
    });
  };
  const release = () => {
    linger?.();
    linger = undefined;
    detach?.();
    detach = undefined;
  };
  const close = (attempt: Attempt) => {
    pending.delete(attempt);
    if (pending.size > 0) return;
    nextProbe?.();
    nextProbe = undefined;
    linger?.();
    linger = clock.after(LINGER_MS, guard('observe/oracle', release));
  };
  const effect = (attempt: Attempt, channel: Channel, busy: boolean) => {
    ctx.feed({
      type: 'effect',
      at: ctx.now(),
      channel,
      press: attempt.id,
      ...(busy && { busy: true as const }),
    });
  };
  const watch: Watch = {
    pending,
    ambient,
    get task() {
      return task;
    },
    answerable: () =>
      task === 'other' ? [] : task ? [task].filter((one) => pending.has(one)) : [...pending],
    answer(attempt, channel, busy = false) {
      if (!pending.has(attempt) || (busy && attempt.busy)) return;
      if (busy) attempt.busy = channel;
      else attempt.answer = channel;
      if (attempt.id === 0) return;
      effect(attempt, channel, busy);
      if (!busy) close(attempt);
    },
    answerAll(channel, busy) {
      for (const attempt of watch.answerable()) watch.answer(attempt, channel, busy);
    },
  };

  const attach = () => {
    // Before the channels, which ask whose task it is.
    const stops = ['keydown', 'input', 'wheel'].map((type) =>
      ctx.bus.on(type, 'observe/oracle', () => task ?? inTask('other')),
    );
    parts = CHANNELS.map((start) => start(ctx, watch));
    return () => {
      for (const stop of stops) stop();
      for (const part of parts) part.stop();
      parts = [];
    };
  };
  const probeAll = () => {
    for (const attempt of pending) for (const part of parts) part.probe?.(attempt);
  };
  const probe = (step: number) => {
    const elapsed = PROBES_MS[step - 1] ?? 0;
    nextProbe?.();
    nextProbe = clock.after(
      (PROBES_MS[step] ?? ANSWER_WINDOW_MS) - elapsed,
      guard('observe/oracle', () => {
        nextProbe = undefined;
        ctx.route.check();
        probeAll();
        for (const attempt of pending) if (ctx.now() - attempt.at >= ANSWER_WINDOW_MS) close(attempt);
        if (pending.size > 0 && step < PROBES_MS.length) probe(step + 1);
      }),
    );
  };

  return {
    open(el, at, off) {
      // Whatever changed silently before this press answers an earlier one.
      task = undefined;
      probeAll();
      for (const attempt of pending) for (const part of parts) part.next?.(attempt);
      const attempt: Attempt = {
        el,
        at,
        off,
        id: 0,
        answer: undefined,
        busy: undefined,
        clicked: false,
        href: ctx.route.href,
        look: look(ctx.dom, el),
        controls: controlState(ctx.dom, el),
      };
      pending.add(attempt);
      for (const oldest of pending) if (pending.size > MAX_PENDING) pending.delete(oldest);
      linger?.();
      linger = undefined;
      detach ??= attach();
      inTask(attempt);
      return attempt;
    },
    confirm(attempt, id, at, exempt) {
      inTask(attempt);
      if (!pending.has(attempt)) return;
      attempt.id = id;
      attempt.at = at;
      attempt.clicked = true;
      if (exempt || attempt.answer) return close(attempt);
      if (attempt.busy) effect(attempt, attempt.busy, true);
      probe(0);
    },
    drop: close,
    stop() {
      ambient.stop();
      endTask?.();
      nextProbe?.();
      release();
      pending.clear();
    },
  };
}
