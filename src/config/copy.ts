import { below } from '../core/pointer.js';

/** Deeper than any sensible condition: nine `all` inside each other still fit. */
export const MAX_DEPTH = 24;
/** Far more than a config of 1,000 triggers has. */
const MAX_NODES = 50_000;

export interface Copied {
  readonly value: unknown;
  /** Parts left out because they were nested too deeply, as JSON pointers of the trigger, content … they belong to. */
  readonly tooDeep: readonly string[];
  readonly tooLarge: boolean;
}

interface Job {
  readonly from: object;
  readonly to: Record<string, unknown> | unknown[];
  readonly depth: number;
  /** Pointer of the entry (second level) this belongs to: what is dropped if it is too deep. */
  readonly entry: string;
}

/**
 * What cannot be read (a page may hand over anything) is as if it were empty. Of a list each place, also an empty one:
 * nobody behind here is ready for a hole.
 */
function entriesOf(from: object): [string, unknown][] {
  try {
    return Object.entries(Array.isArray(from) ? Array.from(from.slice(0, MAX_NODES + 1)) : from);
  } catch {
    return [];
  }
}

/**
 * Copies plain data into objects without a prototype, so that no name in a config can ever mean something else
 * (`__proto__`, `constructor`). Without recursion: JSON.parse accepts nestings that would overflow a stack.
 */
export function copyPlain(source: unknown): Copied {
  const tooDeep = new Set<string>();
  let nodes = 0;
  const jobs: Job[] = [];

  function take(value: unknown, depth: number, entry: string): unknown {
    if (typeof value !== 'object' || value === null)
      // What JSON does not know, nobody behind here is ready for.
      return ['function', 'symbol', 'bigint'].includes(typeof value) ? undefined : value;
    if (depth > MAX_DEPTH) {
      tooDeep.add(entry);
      return undefined;
    }
    const to = Array.isArray(value) ? [] : (Object.create(null) as Record<string, unknown>);
    jobs.push({ from: value, to, depth, entry });
    return to;
  }

  const value = take(source, 0, '');
  for (let job = jobs.pop(); job && nodes <= MAX_NODES; job = jobs.pop()) {
    for (const [key, child] of entriesOf(job.from)) {
      if (++nodes > MAX_NODES) break;
      // JSON has no comments: these two are for people and for editors.
      if (key === '$comment' || key === '$schema') continue;
      const entry = job.depth < 2 ? below(job.entry, key) : job.entry;
      (job.to as Record<string, unknown>)[key] = take(child, job.depth + 1, entry);
    }
  }
  return { value, tooDeep: [...tooDeep], tooLarge: nodes > MAX_NODES };
}
