import type { EngineState } from '../../engine/engine.js';
import { halfLivesTo } from '../../core/half-life.js';
import { activeAt } from '../../journey/activity.js';
import { decayed, FORGET_BELOW, HALF_LIFE_MS, scoreAt, whenLevelFalls } from '../../journey/struggle.js';

export interface StruggleView {
  readonly step: string | null;
  readonly score: number;
  readonly level: string;
  /** What comes next, if nothing else happens. */
  readonly next: string;
  readonly parts: readonly {
    readonly name: string;
    readonly target: string;
    readonly weight: number;
    readonly now: number;
    readonly gone: string;
  }[];
}

/** Of active time. */
export const sayLong = (ms: number): string =>
  ms < 90_000 ? `${Math.max(0, Math.round(ms / 1000))} s` : `${Math.round(ms / 60_000)} min`;

/** What the struggle of this step is made of, and how it fades. */
export function struggleOf(state: EngineState): StruggleView {
  const { struggle, here } = state;
  const active = activeAt(state.activity, state.at);
  const falls = whenLevelFalls(struggle, active);
  const parts = struggle.parts
    .map((part) => {
      const now = decayed(part, active);
      const gone = now <= FORGET_BELOW ? 0 : HALF_LIFE_MS * halfLivesTo(now / FORGET_BELOW);
      return { name: part.name, target: part.target, weight: part.weight, now, gone: sayLong(gone) };
    })
    .filter(({ now }) => now >= FORGET_BELOW)
    .sort((a, b) => b.now - a.now);
  return {
    step: here.place.step,
    score: scoreAt(struggle, active),
    level: struggle.level,
    next:
      falls === undefined
        ? 'halves with every minute of active time'
        : `falls to a lower level in ${sayLong(falls - active)} of active time`,
    parts,
  };
}
