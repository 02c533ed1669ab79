import { faded, halfLivesTo } from '../core/half-life.js';
import type { Level, Signal } from '../core/happenings.js';

/** Weights halve in this much active time: what went wrong a while ago matters less. */
export const HALF_LIFE_MS = 60_000;

/** A field that was accepted lightens everything else on the step to this share. */
export const FIELD_RELIEF = 0.8;

/** Levels rise at the one and fall at the other, so that they do not flicker. */
const LEVELS: readonly { readonly level: Level; readonly up: number; readonly down: number }[] = [
  { level: 'strained', up: 0.35, down: 0.2 },
  { level: 'struggling', up: 0.7, down: 0.4 },
  { level: 'stuck', up: 1, down: 0.6 },
];

/** Below this a part no longer explains anything. */
export const FORGET_BELOW = 0.01;

/** One signal's share of the score. */
export interface Part {
  readonly name: string;
  readonly target: string;
  weight: number;
  /** Active time at which the weight was as written. */
  readonly active: number;
}

/** Struggle of the step the customer is in. Plain data. */
export interface Struggle {
  parts: Part[];
  level: Level;
}

export const startStruggle = (): Struggle => ({ parts: [], level: 'calm' });

/** What is left of its weight. */
export const decayed = (part: Part, active: number): number =>
  part.weight * faded((active - part.active) / HALF_LIFE_MS);

const sumAt = ({ parts }: Struggle, active: number): number =>
  parts.reduce((sum, part) => sum + decayed(part, active), 0);

/** Between 0 and 1. */
export const scoreAt = (struggle: Struggle, active: number): number => Math.min(1, sumAt(struggle, active));

/** Active time at which the score will have fallen to `limit`, if nothing else happens. */
export const whenStruggleFalls = (struggle: Struggle, limit: number, active: number): number | undefined =>
  limit > 0 ? active + Math.ceil(HALF_LIFE_MS * halfLivesTo(sumAt(struggle, active) / limit)) : undefined;

/** What the score is made of now, heaviest first. */
export const explain = (
  { parts }: Struggle,
  active: number,
): readonly { name: string; target: string; weight: number }[] =>
  parts
    .map((part) => ({
      name: part.name,
      target: part.target,
      weight: Math.round(decayed(part, active) * 1000) / 1000,
    }))
    .filter((part) => part.weight >= FORGET_BELOW)
    .sort((a, b) => b.weight - a.weight);

export function addSignal(struggle: Struggle, signal: Signal, active: number): void {
  const { replaces, alsoReplaces } = signal.evidence;
  const isReplaced = ({ name, target }: Part) =>
    (name === replaces || name === alsoReplaces) && target === signal.target;
  struggle.parts = struggle.parts.filter(
    (part) => decayed(part, active) >= FORGET_BELOW && !isReplaced(part),
  );
  struggle.parts.push({ name: signal.name, target: signal.target, weight: signal.weight, active });
}

/** A field was accepted: what was wrong with it is over, and the rest is lighter. */
export function relieve(struggle: Struggle, field: string): void {
  struggle.parts = struggle.parts.filter((part) => part.target !== field);
  for (const part of struggle.parts) part.weight *= FIELD_RELIEF;
}

/** Brings the level up to date; returns it if it has changed. */
export function updateLevel(struggle: Struggle, active: number): Level | undefined {
  const score = scoreAt(struggle, active);
  let next: Level = 'calm';
  const current = LEVELS.findIndex(({ level }) => level === struggle.level);
  LEVELS.forEach(({ level, up, down }, i) => {
    if (score >= up || (i <= current && score > down)) next = level;
  });
  if (next === struggle.level) return undefined;
  struggle.level = next;
  return next;
}

/** Active time at which the level will fall, if nothing else happens. */
export function whenLevelFalls(struggle: Struggle, active: number): number | undefined {
  const current = LEVELS.find(({ level }) => level === struggle.level);
  if (!current || scoreAt(struggle, active) <= current.down) return undefined;
  return whenStruggleFalls(struggle, current.down, active);
}
