import type { Inspected } from '../boot/inspect.js';
import { INSPECT_KEY } from '../core/stored-keys.js';
import { isObject } from '../core/sound.js';

/** What is tried in this tab, and is tried on its next page too. */
export interface Tuned {
  /** Text of an edited configuration. */
  readonly config?: string;
  readonly locale?: string;
  /** How much later than now it is, in milliseconds. */
  readonly shift?: number;
  /** Triggers in `test` may show. */
  readonly test?: boolean;
}

export interface Tuning {
  readonly now: Tuned;
  /** Changes what is given, and takes back what is given as `undefined`. */
  tune(change: { readonly [K in keyof Tuned]: Tuned[K] | undefined }): void;
  /** Anything is other than the page has it. */
  readonly tuned: boolean;
  /** `over`: Antes itself goes on, as the page has it. */
  stop(over: boolean): void;
}

const sound = (kept: unknown): Tuned => {
  if (!isObject(kept)) return {};
  const { config, locale, shift, test } = kept;
  return {
    ...(typeof config === 'string' && { config }),
    ...(typeof locale === 'string' && { locale }),
    ...(typeof shift === 'number' && Number.isFinite(shift) && { shift }),
    ...(test === true && { test }),
  };
};
const parsed = (text: string | undefined): unknown => {
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
};

/** Keeps what is tried in this tab, and makes the running Antes go by it. */
export function startTuning({ allowed, antes, clock, guard, options, runtime, tab, use }: Inspected): Tuning {
  const original = { config: antes.config, locale: options.locale, debug: options.debug };
  const ownWall = Object.getOwnPropertyDescriptor(clock, 'wall');
  const wall = clock.wall.bind(clock);
  let now = allowed() ? sound(tab.read(INSPECT_KEY)) : {};

  /** Where nothing may be kept, or nothing can, it ends with the page. */
  function keep(kept: Tuned | undefined): void {
    if (kept && allowed()) tab.write(INSPECT_KEY, kept);
    else tab.remove(INSPECT_KEY);
  }

  function setClock(): void {
    const { shift } = now;
    if (shift !== undefined)
      Object.defineProperty(clock, 'wall', { value: () => wall() + shift, configurable: true });
    else if (ownWall) Object.defineProperty(clock, 'wall', ownWall);
    else delete (clock as { wall?: unknown }).wall;
    // Looks at the clock, and tells the engine where it has been set.
    runtime()?.save();
  }
  /** Goes on with another configuration where the last page would, on the same step. */
  function setConfig(): void {
    const named = runtime()?.engine.state.here.named ?? null;
    use(parsed(now.config) ?? original.config);
    if (named !== null) antes.step(named);
  }
  function setOptions(): void {
    for (const [name, value] of [
      ['locale', now.locale ?? original.locale],
      ['debug', now.test === true ? true : original.debug],
    ] as const) {
      if (value === undefined) delete options[name];
      else Object.assign(options, { [name]: value });
    }
  }
  const begin = guard('inspector/tuning', () => {
    keep(now);
    setOptions();
    if (now.shift !== undefined) setClock();
    if (now.config !== undefined || now.test !== undefined) setConfig();
  });
  begin();

  return {
    get now() {
      return now;
    },
    get tuned() {
      return Object.keys(now).length > 0;
    },
    tune: guard('inspector/tuning', (change) => {
      now = Object.fromEntries(
        Object.entries({ ...now, ...change }).filter(([, value]) => value !== undefined),
      ) as Tuned;
      keep(now);
      setOptions();
      if ('shift' in change) setClock();
      if ('config' in change || 'test' in change) setConfig();
    }),
    stop(over) {
      const { config, shift, test } = now;
      now = {};
      keep(undefined);
      setOptions();
      guard.run('inspector/tuning', () => {
        if (shift !== undefined) setClock();
        if (over && (config ?? test) !== undefined) setConfig();
      });
    },
  };
}
