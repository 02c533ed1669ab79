import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { JournalRecord, PressRecord } from '../core/records.js';
import type { Route } from './route.js';

/** A selector of the config, and the JSON pointer to where it stands. */
export interface Selected {
  readonly selector: string;
  readonly path: string;
}

export interface ObserveOptions {
  /** Subtrees that give no records and whose changes answer no press. */
  readonly ignoreSelectors: readonly Selected[];
  /** Path patterns of requests that answer nothing; see `matchesUrl`. */
  readonly ignoreUrls: readonly string[];
  matchesUrl(pattern: string, path: string): boolean;
  /** Steps known by a selector; ids as `journey/step`. */
  readonly steps: readonly (Selected & { readonly id: string })[];
  /** The controls that complete a step. */
  readonly commits: readonly Selected[];
  /** Addresses of the declared contact channels, and what they lead to. */
  readonly contacts?: readonly {
    readonly url: string;
    readonly leads: NonNullable<PressRecord['leads']>;
  }[];
  /** Segments that path patterns of the config name: nobody's ids. */
  readonly words: ReadonlySet<string>;
  /** Requests of Antes itself. */
  ownUrl(url: string): boolean;
  /** Of this session, and in none of its records: addresses are hashed with it. */
  readonly salt: string;
  /** Numbers that a page may show: of its own telephones, and of the order or case the customer is here for. */
  readonly known: { readonly phones: readonly string[]; references(): readonly string[] };
}

export interface ObserveDeps {
  readonly window: Window & typeof globalThis;
  readonly clock: Clock;
  readonly guard: Guard;
  /** Session time in whole milliseconds: the `at` of every record. */
  now(): number;
  /** Takes records, in order. */
  feed(record: JournalRecord): void;
  nextPress(): number;
  /** Does it when its turn comes; see core/turns.ts. */
  turn(work: () => void): void;
  readonly report: Report;
  readonly options: ObserveOptions;
}

/** A record without its time; what is undefined is left out of it. */
export type Told<R = JournalRecord> = R extends JournalRecord
  ? { [K in keyof Omit<R, 'at'>]: R[K] | (object extends Pick<R, K> ? undefined : never) }
  : never;

/** What goes on inside the room. */
export interface Topics {
  /** Each record, after it was fed. */
  record: JournalRecord;
  /** Changes of the page, thinned out where there are very many, without those of ignored parts. */
  mutated: readonly MutationRecord[];
  /**
   * The page changed, or a field in it: at most once per {@link SETTLE_MS}, and less often where the page is huge. For
   * those who then look at all of it.
   */
  settled: undefined;
  /** The address changed. */
  moved: undefined;
  /** The page asks for help of ours, by this name. */
  asked: string;
  /** Help that was asked for by this name is there to be seen. */
  came: string;
}
export const SETTLE_MS = 100;
/** Looking at all of the page is not to take more than a fiftieth of the time. */
export const SETTLE_PAUSE = 50;

/** What a source gets to work with. All of it ends when the room stops; a source has nothing to undo. */
export interface Context extends Omit<ObserveDeps, 'feed' | 'clock'> {
  tell(record: Told): void;
  /** Trusted events of the page; `types` separated by spaces. */
  on<E extends Event>(types: string, fn: (event: E) => void, target?: EventTarget): () => void;
  hear<T extends keyof Topics>(topic: T, fn: (what: Topics[T]) => void): void;
  /** A timer under guard; returns its cancel. */
  later(ms: number, fn: () => void): () => void;
  /** For what none of the above ends: `fn` is called when the room stops. */
  undo(fn: () => void): void;
  settleSoon(): void;
  /** Antes' own elements, and what the page or the config asks to leave alone. */
  ignored(target: EventTarget | null): boolean;
  /** In the page and in the open shadow roots that were included. */
  findAll(selector: string, limit?: number): Element[];
  /** The same for what most pages have none of, most of the time. */
  findRare(selector: string): (limit?: number) => Element[];
  /** Looks and listens into a frame as well; returns the way out. */
  enter(view: Window): () => void;
  /** Observers do not look into shadow roots by themselves. */
  include(root: ShadowRoot): void;
  includeShadows(): void;
  readonly route: Route;
  /** What is in it is the customer's own: its state is not kept, see typed.ts. */
  typed(el: Element): boolean;
  /** One selector for all controls that complete a step. */
  readonly commits: string;
}
