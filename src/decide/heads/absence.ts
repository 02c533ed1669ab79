import { duration, list, oneOf } from '../expect.js';
import type { Head, Judging } from '../rule.js';

/** After A, none of B … for that long. One start leads to one match at most. */
export const absence: Head = {
  keys: ['after', 'without', 'for', 'clock'],
  compile(node, { at, id, lasting, hear, clock, reset, pattern }) {
    const start = pattern(node['after'], `${at}/after`);
    const stops = list(node['without'], `${at}/without`, 1, 6).map((item, i) =>
      pattern(item, `${at}/without/${i}`),
    );
    const wait = duration(node['for'], `${at}/for`);
    const active =
      oneOf(node['clock'] === undefined ? 'active' : node['clock'], ['active', 'wall'], `${at}/clock`) ===
      'active';
    const time = (now: Judging) => (active ? now.active : now.at);

    for (const stop of stops) {
      hear(stop.event, (happening, now) => {
        if (stop.matches(happening, now)) Object.assign(now.cell(id), { s: null, m: null });
      });
    }
    const wake = (now: Judging, until: number) => {
      now.cell(id).w = until;
      if (active) now.wakeActive(until, id);
      else now.wakeAt(until, id);
    };
    hear(start.event, (happening, now) => {
      if (!start.matches(happening, now)) return;
      const cell = now.cell(id);
      cell.s = time(now);
      if (typeof cell.w !== 'number') wake(now, cell.s + wait);
    });
    clock((now) => {
      const cell = now.cell(id);
      cell.w = null;
      if (typeof cell.s !== 'number') return;
      if (time(now) - cell.s < wait) wake(now, cell.s + wait);
      else Object.assign(cell, { s: null, m: now.at });
    });
    reset((now) => void Object.assign(now.cell(id), { m: null }));
    return (now) => lasting(now) || typeof now.cell(id).m === 'number';
  },
};
