import { isTime } from '../core/clock.js';
import { isObject, isWhole } from '../core/sound.js';
import type { Display } from '../decide/limits.js';
import { MAX_DISPLAYS, settleVisitor, type Snooze, type Visitor } from '../decide/state.js';

/** Longest name of a trigger, step, journey or session that is believed. */
const MAX_NAME = 200;
/** Triggers and signals of which something is believed: more than a configuration can have. */
const MAX_NAMES = 400;
/** Times of one signal. */
const MAX_TIMES = 20;
/** Nothing that was dismissed or muted stays away for longer: no ladder needs more. */
const MAX_AWAY_MS = 400 * 86_400_000;
const MAX_COUNT = 1_000;
/** What is counted of one thing. */
const MAX_COUNTED = 100;

export const isName = (value: unknown): value is string =>
  typeof value === 'string' && value.length <= MAX_NAME;

function display(one: unknown): Display[] {
  if (!isObject(one)) return [];
  const { trigger, rank, at, wall, stay, journey, step, session, quiet } = one;
  const sound =
    [rank, at, stay].every(isWhole) && isTime(wall) && [trigger, journey, step, session].every(isName);
  return sound
    ? [
        {
          trigger,
          rank,
          at,
          wall,
          stay,
          journey,
          step,
          session,
          ...(quiet === true && { quiet }),
        } as Display,
      ]
    : [];
}

const away = (until: unknown, at: unknown): until is number =>
  isTime(until) && isTime(at) && until - at <= MAX_AWAY_MS;

function snooze([trigger, one]: [string, unknown]): [string, Snooze][] {
  if (!isObject(one) || !isName(trigger)) return [];
  const { n, until, at } = one;
  return isWhole(n) && n <= MAX_COUNT && away(until, at) ? [[trigger, { n, until, at: at as number }]] : [];
}

const times = ([signal, list]: [string, unknown]): [string, number[]][] =>
  isName(signal) && Array.isArray(list) ? [[signal, list.filter(isTime).slice(-MAX_TIMES)]] : [];

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(-MAX_COUNTED) : []);
const isPair = (pair: unknown): pair is [string, number] =>
  Array.isArray(pair) && isName(pair[0]) && isTime(pair[1]);
const cell = ([key, one]: [string, unknown]): [string, { t: number[]; d: [string, number][] }][] =>
  isName(key) && isObject(one)
    ? [[key, { t: list(one['t']).filter(isTime), d: list(one['d']).filter(isPair) }]]
    : [];

const soundOff = (value: unknown): Visitor['off'] =>
  isObject(value) && isTime(value['at']) && Array.isArray(value['triggers'])
    ? { triggers: value['triggers'].filter(isName).slice(0, MAX_COUNTED), at: value['at'] }
    : undefined;

const entries = (value: unknown): [string, unknown][] =>
  // One that was written in would become the prototype of what it is copied into.
  isObject(value)
    ? Object.entries(value)
        .filter(([name]) => name !== '__proto__')
        .slice(-MAX_NAMES)
    : [];

/** What of something stored makes sense, as it looks now: anybody can write there, and clocks are set. */
export function soundVisitor(stored: unknown, wall: number): Visitor | undefined {
  if (!isObject(stored)) return undefined;
  const { displays, mutedUntil, mutedAt } = stored;
  const off = soundOff(stored['off']);
  const muted = away(mutedUntil, mutedAt) ? { mutedUntil, mutedAt: mutedAt as number } : { mutedUntil: 0 };
  return settleVisitor(
    {
      displays: (Array.isArray(displays) ? displays : [])
        .slice(-MAX_DISPLAYS)
        .flatMap(display)
        .sort((a, b) => a.wall - b.wall),
      snooze: Object.fromEntries(entries(stored['snooze']).flatMap(snooze)),
      ...muted,
      kept: Object.fromEntries(entries(stored['kept']).flatMap(times)),
      counts: Object.fromEntries(entries(stored['counts']).flatMap(cell)),
      ...(off && { off }),
    },
    wall,
  );
}
