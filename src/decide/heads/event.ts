import { oneOf, optionalDuration, string, whole } from '../expect.js';
import type { Cell, Head } from '../rule.js';

const PER = ['step', 'journey', 'session', 'visitor'] as const;

/** Happened at least `min` times, inside a sliding window, since its scope began. */
export const event: Head = {
  keys: ['event', 'where', 'min', 'within', 'distinct', 'per'],
  compile(node, { at, id, lasting, hear, pattern }) {
    const { event: name, where, min: times = 1, per: scope = 'journey' } = node;
    const one = pattern(where === undefined ? { event: name } : { event: name, where }, at);
    const min = whole(times, `${at}/min`, 1, 100);
    const within = optionalDuration(node['within'], `${at}/within`);
    const per = oneOf(scope, PER, `${at}/per`);
    const distinct = node['distinct'] === undefined ? undefined : string(node['distinct'], `${at}/distinct`);
    const cellId = `${per}:${id}`;
    const counted = ({ t = [], d = [] }: Cell) =>
      distinct === undefined ? [...t] : d.map(([, seen]) => seen);

    hear(one.event, (happening, now) => {
      if (!one.matches(happening, now)) return;
      const cell = now.cell(cellId);
      const { visit, journey } = happening.place;
      // A signal belongs to the step in which it began: late ones do not count for the next.
      if (per === 'step' && visit < (cell.visit ?? 0)) return;
      const elsewhere =
        per === 'step'
          ? visit !== cell.visit
          : per === 'journey' && journey !== null && (cell.journey ?? journey) !== journey;
      if (elsewhere) Object.assign(cell, { t: [], d: [] });
      // A page outside the journey is part of the way through it.
      Object.assign(cell, { visit, journey: journey ?? cell.journey ?? null });
      const value = distinct === undefined ? undefined : happening.data[distinct];
      if (distinct === undefined) cell.t = [...(cell.t ?? []), now.at].slice(-min);
      else if (value !== undefined)
        cell.d = [
          ...(cell.d ?? []).filter(([v]) => v !== String(value)),
          [String(value), now.at] as [string, number],
        ].slice(-min);
    });

    return (now) => {
      if (lasting(now)) return true;
      const cell = now.cell(cellId);
      if (per === 'step' && cell.visit !== now.place.visit) return false;
      const inTime = counted(cell).filter((t) => within === undefined || now.at - t <= within);
      if (inTime.length < min) return false;
      if (within !== undefined) now.changesAt(inTime.sort((a, b) => b - a)[min - 1]! + within + 1);
      return true;
    };
  },
};
