import { countId } from '../../core/count-id.js';
import { hash } from '../../core/hash.js';
import { oneOf, optionalDuration, string, whole } from '../expect.js';
import type { Cell, Head, Judging } from '../rule.js';

const PER = ['step', 'journey', 'session', 'visitor'] as const;

/** Happened at least `min` times, inside a sliding window, since its scope began. */
export const event: Head = {
  keys: ['event', 'where', 'min', 'within', 'distinct', 'per'],
  compile(node, { at, id, negated, lasting, hear, pattern }) {
    const { event: name, where, min: times = 1, per: scope = 'journey' } = node;
    const one = pattern(where === undefined ? { event: name } : { event: name, where }, at);
    const min = whole(times, `${at}/min`, 1, 100);
    const within = optionalDuration(node['within'], `${at}/within`);
    const per = oneOf(scope, PER, `${at}/per`);
    const distinct = node['distinct'] === undefined ? undefined : string(node['distinct'], `${at}/distinct`);
    const cellId = countId(per, id, one.event);
    // What outlasts the session is counted by the wall clock, and keeps no values that a page has told.
    const lives = per === 'visitor';
    const time = (now: Judging) => (lives ? now.wall : now.at);
    const named = (value: unknown) => (lives ? hash(String(value)).toString(36) : String(value));
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
      if (!lives) Object.assign(cell, { visit, journey: journey ?? cell.journey ?? null });
      const value = distinct === undefined ? undefined : happening.data[distinct];
      if (distinct === undefined) cell.t = [...(cell.t ?? []), time(now)].slice(-min);
      else if (value !== undefined)
        cell.d = [
          ...(cell.d ?? []).filter(([v]) => v !== named(value)),
          [named(value), time(now)] as [string, number],
        ].slice(-min);
    });

    return (now) => {
      if (lasting(now)) return true;
      const cell = now.cell(cellId);
      if (per === 'step' && cell.visit !== now.place.visit) return false;
      // A wall clock that was set back: what lies ahead was not long ago.
      const ago = (t: number) => Math.abs(time(now) - t);
      const inTime = counted(cell).filter((t) => within === undefined || ago(t) <= within);
      if (inTime.length < min) return false;
      if (within !== undefined)
        now.changesAt(
          now.at + within + 1 - ago(inTime.sort((a, b) => ago(a) - ago(b))[min - 1]!),
          id,
          negated,
        );
      return true;
    };
  },
};
