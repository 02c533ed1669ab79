import { nowIn } from '../core/clock.js';
import type { Context } from './context.js';

/** A longer pause is seen as one. Long tasks begin at 50 ms; nobody complains below this. */
const FREEZE_MS = 200;
/** From input to the next picture, where that is what is measured: "poor" for Interaction to Next Paint. */
const POOR_INP_MS = 500;
/** Longer is a machine that slept. */
const MAX_FREEZE_MS = 60_000;
/** Work that is put off by a press begins within this time. */
const AROUND_MS = 500;
/** What took the page out of sight, or was a dialog of the browser's, shows by then. */
const VERDICT_MS = 100;
const GRAIN_MS = 10;

interface Down {
  /** By the clock of events. */
  readonly at: number;
  /** How late the page heard of it. */
  late: number;
  press?: number;
  /** The customer could not see the page for a part of the time. */
  unseen?: true;
  told?: true;
}

/** Whether the page could react when it was pressed: how late input arrives, and how late work after it. */
export function startFreezes({ guard, hear, later, on, tell, undo, window }: Context): void {
  const { PerformanceObserver: Observer } = window;
  let down: Down | undefined;

  const froze = (one: Down, duration: number) => {
    const ms = Math.round(duration / GRAIN_MS) * GRAIN_MS;
    if (duration < FREEZE_MS || ms > MAX_FREEZE_MS) return;
    later(VERDICT_MS, () => {
      if (one.unseen || one.told || one.press === undefined) return;
      one.told = true;
      tell({ type: 'freeze', ms, press: one.press });
    });
  };
  on('pointerdown keydown click', ({ timeStamp, type }) => {
    const late = nowIn(window) - timeStamp;
    // A click belongs to what went down before it; assistive technology makes clicks alone.
    if (type === 'click' && down && down.press === undefined && timeStamp - down.at < MAX_FREEZE_MS)
      down.late = Math.max(late, down.late);
    else down = { at: timeStamp, late };
  });
  // Browsers tell of their own dialogs only that the window lost the focus.
  on('blur', ({ target }) => {
    if (target === window && down) down.unseen = true;
  });
  hear('record', (record) => {
    const unseen = record.type === 'page' || (record.type === 'effect' && record.channel === 'window');
    if (unseen && down) down.unseen = true;
    if (record.type !== 'press' || !down) return;
    const one = down;
    one.press = record.id;
    const start = nowIn(window);
    // Timers run when the work that the press has caused is done.
    later(0, () => froze(one, Math.max(one.late, nowIn(window) - start)));
  });
  const types = Observer?.supportedEntryTypes.filter((type) => /^(?:event|longtask)$/.test(type)) ?? [];
  for (const type of types) {
    const least = type === 'event' ? POOR_INP_MS : FREEZE_MS;
    const observer = new Observer(
      guard('observe/freezes', (list: PerformanceObserverEntryList) => {
        for (const { startTime, duration } of list.getEntries()) {
          if (
            down &&
            duration >= least &&
            startTime + duration >= down.at &&
            startTime <= down.at + AROUND_MS
          )
            froze(down, duration);
        }
      }),
    );
    observer.observe({ type, durationThreshold: least } as PerformanceObserverInit);
    undo(() => observer.disconnect());
  }
}
