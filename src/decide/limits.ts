import type { Limit } from '../config/types.js';
import { parseDuration } from '../core/duration.js';
import type { Place } from '../core/happenings.js';
import { any, fields, list, oneOf, whole } from './expect.js';
import { ConfigError } from '../core/matcher.js';

/** One display that counts toward limits. Plain data. */
export interface Display {
  readonly trigger: string;
  /** 0 for incidents, which the limits of all others do not count. */
  readonly rank: number;
  readonly at: number;
  readonly wall: number;
  readonly stay: number;
  /** The journey it was shown in, and its how-manieth run. */
  readonly journey: string;
  readonly step: string;
  readonly session: string;
  /** A hint, which interrupts nobody: only the limits of its own trigger count it. */
  readonly quiet?: true;
}

type Scope = 'step' | 'journey' | 'session' | 'forever';
export interface CompiledLimit {
  readonly times: number;
  readonly per: Scope | number;
  /** As it is written: `session`, `7d`. */
  readonly word: string;
}

const SCOPES: readonly Scope[] = ['step', 'journey', 'session', 'forever'];

export function compileLimits(limits: readonly Limit[] | undefined, path: string): readonly CompiledLimit[] {
  if (limits === undefined) return [];
  return list(limits, path, 0, 20).map((value, i) => {
    const at = `${path}/${i}`;
    fields(value, at, { times: any, per: any });
    const limit = value as Limit;
    const times = whole(limit.times, `${at}/times`, 1, 100);
    const per = parseDuration(limit.per) ?? oneOf(limit.per, SCOPES, `${at}/per`);
    if (typeof per === 'number' && per < 1_000) throw new ConfigError(`${at}/per`, 'expected at least "1s"');
    return { times, per, word: limit.per };
  });
}

export interface LimitVerdict {
  readonly pass: boolean;
  readonly used: number;
  readonly times: number;
  readonly per: string;
  readonly text: string;
  /** Wall-clock time at which a spent limit by time opens again. */
  readonly until?: number;
}

/** How the limit stands, counting those `displays` that it is about. */
export function judgeLimit(
  limit: CompiledLimit,
  displays: readonly Display[],
  now: { place: Place; run: string; session: string; wall: number },
): LimitVerdict {
  const { per, times } = limit;
  const counted = displays.filter((display) => {
    if (per === 'step')
      return (
        display.session === now.session &&
        (now.place.step === null
          ? display.stay === now.place.stay
          : display.step === stepOf(now.place) && display.journey === now.run)
      );
    if (per === 'journey') return display.session === now.session && display.journey === now.run;
    if (per === 'session') return display.session === now.session;
    if (per === 'forever') return true;
    // A wall clock that was set back must not count for ever, nor a display in the future not at all.
    return Math.abs(now.wall - display.wall) < per;
  });
  const used = counted.length;
  const pass = used < times;
  const verdict = { pass, used, times, per: limit.word, text: `${used} of ${times} per ${limit.word} used` };
  if (pass || typeof per !== 'number') return verdict;
  return { ...verdict, until: counted.map((d) => d.wall).sort((a, b) => b - a)[times - 1]! + per };
}

export const stepOf = (place: Place): string => `${place.journey ?? ''}/${place.step ?? ''}`;
