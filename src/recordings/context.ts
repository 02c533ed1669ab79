import { type Names, namesIn } from '../core/names.js';
import type { Data, JournalRecord, PageRecord } from '../core/records.js';
import { createMatcher } from './selectors.js';
import { below, outwards, type Recorded, type RecordedTree, scopeOf } from './tree.js';

/** What an event of the recorder's owner means: one of the page's own, an address, or who looks at the page. */
export type Meaning =
  | { readonly event: string; readonly data?: Data }
  | { readonly href: string }
  | Pick<PageRecord, 'visible' | 'focused'>;

export interface RrwebOptions {
  /** Segments of paths that are nobody's ids, though they look like some. */
  readonly words?: Iterable<string>;
  /** Steps that are known by a selector. */
  readonly steps?: readonly { readonly id: string; readonly selector: string }[];
  /** Selectors of the controls that complete a step. */
  readonly commits?: readonly string[];
  /** Selectors of parts that give no records and whose changes answer no press. */
  readonly ignore?: readonly string[];
  /** Requests to these paths answer nothing. */
  ignoreUrl?(path: string): boolean;
  /** What custom events mean; asked before the conventions that are known. */
  custom?(tag: string, payload: unknown): Meaning | undefined;
  /** Told once, at the end. */
  report?(summary: RrwebSummary): void;
}

export interface RrwebSummary {
  readonly events: number;
  /** Events that could not be read. */
  readonly skipped: number;
  readonly records: number;
}

/** A record without its time; what is undefined is left out of it. */
export type Told<R = JournalRecord> = R extends JournalRecord
  ? { [K in keyof Omit<R, 'at'>]: R[K] | (object extends Pick<R, K> ? undefined : never) }
  : never;

/** The page as it is at this moment of the recording. */
export interface Shown {
  href: string;
  width: number;
  height: number;
  scrollX: number;
  scrollY: number;
}

/** What the parts of the adapter get to work with. Time is that of the recording. */
export interface Context {
  readonly options: RrwebOptions;
  readonly tree: RecordedTree;
  readonly names: Names<Recorded>;
  readonly shown: Shown;
  /** Whole milliseconds since the first event. */
  now(): number;
  tell(record: Told): void;
  /** Called once, `ms` later in the recording, before the events from then on; returns its cancel. */
  later(ms: number, fn: () => void): () => void;
  nextPress(): number;
  matches(node: Recorded, selector: string): boolean;
  closest(node: Recorded, selector: string): Recorded | undefined;
  /** In the whole page, in its order. */
  findAll(selector: string, limit?: number): Recorded[];
  ignored(node: Recorded | undefined): boolean;
}

/** Elements that belong to Antes start so. */
const OWN_PREFIX = 'antes-';
const MAX_FOUND = 200;

type Base = Pick<Context, 'options' | 'tree' | 'shown' | 'now' | 'tell' | 'later'>;

export function createContext(base: Base): Context {
  const matches = createMatcher();
  const left = ['[data-antes-ignore]', ...(base.options.ignore ?? [])];
  const closest = (node: Recorded, selector: string) => outwards(node).find((one) => matches(one, selector));
  const within = (
    scope: Recorded | undefined,
    fits: (node: Recorded) => boolean,
    limit: number,
  ): Recorded[] => {
    const found: Recorded[] = [];
    if (!scope) return found;
    for (const node of below(scope)) {
      if (node.type === 'element' && fits(node)) found.push(node);
      if (found.length >= limit) break;
    }
    return found;
  };
  let presses = 0;
  const names = namesIn<Recorded>({
    tag: (el) => el.tag,
    attr: (el, name) => el.attributes.get(name) ?? null,
    typeOf: (el) => (el.attributes.get('type') ?? '').toLowerCase(),
    matches,
    closest: (el, selector) => closest(el, selector) ?? null,
    outwards,
    alike(el, outer, like, limit) {
      const scope = scopeOf(el);
      const from = outer && scopeOf(outer) === scope ? outer : scope;
      const fits = (node: Recorded) => node.tag === el.tag && scopeOf(node) === scope && matches(node, like);
      return within(from, fits, limit);
    },
  });
  return {
    ...base,
    names,
    matches,
    closest,
    nextPress: () => ++presses,
    findAll: (selector, limit = MAX_FOUND) =>
      within(base.tree.root, (node) => matches(node, selector), limit),
    ignored: (node) =>
      outwards(node).some(
        (el) => el.tag.startsWith(OWN_PREFIX) || left.some((selector) => matches(el, selector)),
      ),
  };
}
