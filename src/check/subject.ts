import type { SignalInfo } from '../config/schema/index.js';
import type { Path } from './finding.js';
import type { declaredIn, Use } from './uses.js';

/** What is checked, with what several families of checks need to know of it. */
export interface Subject {
  readonly config: Readonly<Record<string, unknown>>;
  readonly uses: readonly Use[];
  readonly declared: ReturnType<typeof declaredIn>;
  readonly signals: readonly SignalInfo[];
  /** Wall-clock time, for dates that may have passed. */
  readonly now: number;
  /** Nothing at this path or below it has the wrong form: it may be read as its type says. */
  sound(path: Path): boolean;
}
