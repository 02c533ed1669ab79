/**
 * Time that goes by only when a test lets it, so that no test waits for it, and none depends on how fast the machine is.
 * The page's own timers are held as well. What the browser does in its own time (input, frames, scroll events, loads) goes
 * on, and is waited for before the next timer runs.
 */
export interface HeldTime {
  now(): number;
  /** As `Clock` has it. */
  after(ms: number, fn: () => void): () => void;
  /** Lets so much time go by: timers run in their order, each in a task of its own. */
  pass(ms: number): Promise<void>;
  /** Gives the page its own timers back; what was still waiting is dropped. */
  release(): void;
}

interface Waiting {
  readonly at: number;
  readonly every?: number | undefined;
  /** Of the page, which may scroll or draw by it; what observes the page does not. */
  readonly isPage?: true;
  readonly fn: () => void;
}

/** Timers closer together than a frame of the browser's run without one between them … */
const FRAME_MS = 16;
/** … but no longer than this. */
const MAX_WITHOUT_FRAME_MS = 64;
/** A window that is not painted has no frames. */
const NO_FRAME_MS = 100;

const { setTimeout: later, requestAnimationFrame: onFrame } = window;

/** Runs it in a task of its own, where what it throws is an error of the page. */
const inTask = (fn: () => void) =>
  new Promise<void>((done) => {
    const { port1, port2 } = new MessageChannel();
    port1.addEventListener('message', () => {
      port1.close();
      // Its microtasks come first.
      later(done);
      fn();
    });
    port1.start();
    port2.postMessage(undefined);
  });
/** The next frame is drawn, and its events are told. */
export const frameDrawn = (): Promise<void> =>
  new Promise((done) => {
    onFrame(() => later(done));
    later(done, NO_FRAME_MS);
  });

export function holdTime(): HeldTime {
  const waiting = new Map<number, Waiting>();
  let ids = 0;
  let at = Math.round(performance.now());
  const add = (fn: () => void, ms: number, how: Pick<Waiting, 'every' | 'isPage'> = {}) => {
    // Other tests' timers may be running still: these ids are none of theirs.
    const id = 1e9 + ++ids;
    waiting.set(id, { at: at + Math.max(0, Math.round(ms) || 0), fn, ...how });
    return id;
  };
  const own = {
    setTimeout: (fn: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      add(() => fn(...args), ms, { isPage: true }),
    setInterval: (fn: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
      add(() => fn(...args), ms, { isPage: true, every: Math.max(1, ms) }),
    clearTimeout: (id: number) => void waiting.delete(id),
    clearInterval: (id: number) => void waiting.delete(id),
  };
  const before = Object.fromEntries(Object.keys(own).map((name) => [name, Reflect.get(window, name)]));
  Object.assign(window, own);

  const next = (until: number) => {
    let first: number | undefined;
    for (const [id, one] of waiting)
      if (one.at <= until && (first === undefined || one.at < waiting.get(first)!.at)) first = id;
    return first;
  };
  const run = async (id: number) => {
    const one = waiting.get(id)!;
    if (one.every) waiting.set(id, { ...one, at: one.at + one.every });
    else waiting.delete(id);
    await inTask(one.fn);
  };
  return {
    now: () => at,
    after(ms, fn) {
      const id = add(fn, ms);
      return () => void waiting.delete(id);
    },
    async pass(ms) {
      const end = at + ms;
      await frameDrawn();
      let drawnAt = at;
      /** A timer of the page has run since the last frame. */
      let isDue = false;
      for (let id = next(end); id !== undefined; id = next(end)) {
        const { at: due, isPage } = waiting.get(id)!;
        if (isDue && (due - at > FRAME_MS || due - drawnAt > MAX_WITHOUT_FRAME_MS)) {
          await frameDrawn();
          drawnAt = at;
          isDue = false;
          // What is next may be another one now.
          continue;
        }
        at = Math.max(at, due);
        await run(id);
        isDue ||= !!isPage;
      }
      if (isDue) await frameDrawn();
      at = end;
    },
    release() {
      waiting.clear();
      Object.assign(window, before);
    },
  };
}
