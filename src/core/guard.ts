import type { Report } from './problems.js';

/** After this many errors a part is switched off; the rest goes on. */
export const MAX_ERRORS_PER_PART = 3;

/**
 * The boundary between the page and us. Every listener, timer, observer and promise callback passes through one
 * guard, so that nothing of ours is ever thrown into the page.
 */
export interface Guard {
  /** Wraps `fn`: errors are swallowed and counted against `part`, and a part that keeps failing is switched off. */
  <A extends readonly unknown[], R>(part: string, fn: (...args: A) => R): (...args: A) => R | undefined;
  /** Calls `fn` now under the same protection. */
  run<R>(part: string, fn: () => R): R | undefined;
  /**
   * The same for what is tried each time, however often it has failed: to close something, to take something back. A
   * promise that `fn` returns is looked after too.
   */
  always<R>(part: string, fn: () => R): R | undefined;
  /** Switches a part off: half of it would be worse than none. */
  off(part: string): void;
}

export function createGuard(report: Report): Guard {
  // No Map and no Set: where the page has its own under these names, this is what has to catch it.
  const parts = Object.create(null) as Record<string, { failed: number; told?: boolean }>;
  const errorsOf = (part: string) => (parts[part] ??= { failed: 0 });
  const off = (part: string) => {
    errorsOf(part).failed = MAX_ERRORS_PER_PART;
    report('PART_OFF', part, 'Switched off after errors; all else goes on.');
  };
  const tell = (part: string, error: unknown) => {
    const kind = error instanceof Error ? error.name : typeof error;
    report('PART_FAILED', part, `An error inside (${kind}); all else goes on.`);
  };
  const always = <R>(part: string, fn: () => R) => {
    const failed = (error: unknown) => {
      const errors = errorsOf(part);
      if (!errors.told) tell(part, error);
      errors.told = true;
    };
    try {
      const result = fn();
      (result as { catch?: (failed: (error: unknown) => void) => void } | undefined)?.catch?.(failed);
      return result;
    } catch (error) {
      failed(error);
      return undefined;
    }
  };
  const guard = <A extends readonly unknown[], R>(part: string, fn: (...args: A) => R) => {
    const errors = errorsOf(part);
    return (...args: A): R | undefined => {
      const { failed } = errors;
      if (failed >= MAX_ERRORS_PER_PART) return undefined;
      try {
        return fn(...args);
      } catch (error) {
        errors.failed = failed + 1;
        if (failed === 0) tell(part, error);
        if (failed + 1 === MAX_ERRORS_PER_PART) off(part);
        return undefined;
      }
    };
  };
  return Object.assign(guard, { always, off, run: <R>(part: string, fn: () => R) => guard(part, fn)() });
}
