import { below } from '../core/pointer.js';

/** Deeper than any sensible condition: nine `all` inside each other still fit. */
export const MAX_DEPTH = 24;
/** Far more than a config of 1,000 triggers has. */
const MAX_NODES = 50_000;

type Plain = Record<string, unknown>;
/** What JSON has besides lists and objects: of a `bigint`, say, nothing could be written down later. */
const PLAIN: readonly string[] = ['string', 'number', 'boolean'];

export interface Copied {
  readonly value: unknown;
  /** Parts left out, as JSON pointers of the trigger, content … they belong to: too deep, or an object of the page's that fails when it is read. */
  readonly left: ReadonlyMap<string, 'CONFIG_TOO_DEEP' | 'CONFIG_INVALID'>;
  readonly tooLarge: boolean;
}

interface Job {
  readonly from: Plain;
  readonly to: Plain;
  readonly depth: number;
  /** Pointer of the entry (second level) this belongs to: what is dropped if it is too deep. */
  readonly entry: string;
}

/**
 * Copies plain data into objects without a prototype, so that no name in a config can ever mean something else
 * (`__proto__`, `constructor`). Without recursion: JSON.parse accepts nestings that would overflow a stack.
 */
export function copyPlain(source: unknown): Copied {
  const left = new Map<string, 'CONFIG_TOO_DEEP' | 'CONFIG_INVALID'>();
  let nodes = 0;
  const jobs: Job[] = [];

  function take(value: unknown, depth: number, entry: string): unknown {
    if (typeof value !== 'object' || value === null)
      return value === null || PLAIN.includes(typeof value) ? value : undefined;
    if (depth > MAX_DEPTH) {
      left.set(entry, 'CONFIG_TOO_DEEP');
      return undefined;
    }
    const to = (Array.isArray(value) ? [] : Object.create(null)) as Plain;
    jobs.push({ from: value as Plain, to, depth, entry });
    return to;
  }

  // Getters and proxies may do anything.
  function keysOf({ from, entry }: Job): readonly string[] {
    try {
      // Of a list each place, also an empty one: nobody behind here is ready for a hole.
      return Object.keys(
        Array.isArray(from) ? Array.from({ length: Math.min(from.length, MAX_NODES + 1) }) : from,
      );
    } catch {
      left.set(entry, 'CONFIG_INVALID');
      return [];
    }
  }
  function takeFrom(from: Plain, key: string, depth: number, entry: string): unknown {
    try {
      return take(from[key], depth, entry);
    } catch {
      left.set(entry, 'CONFIG_INVALID');
      return undefined;
    }
  }

  const value = takeFrom({ '': source }, '', 0, '');
  for (let job = jobs.pop(); job && nodes <= MAX_NODES; job = jobs.pop()) {
    const { from, to, depth } = job;
    for (const key of keysOf(job)) {
      if (++nodes > MAX_NODES) break;
      // JSON has no comments: these two are for people and for editors.
      if (key === '$comment' || key === '$schema') continue;
      const entry = depth < 2 ? below(job.entry, key) : job.entry;
      to[key] = takeFrom(from, key, depth + 1, entry);
    }
  }
  return { value, left, tooLarge: nodes > MAX_NODES };
}
