/** Something that does not work as configured, or a part that switched itself off. Told once per code and path. */
export interface Problem {
  /** Stable; documented in docs/problems.md. */
  readonly code: ProblemCode;
  /** JSON pointer into the config (`/triggers/3/when`), or the part that failed (`observe/press`). */
  readonly path: string;
  /** One sentence: what is wrong, what was expected, what still works. */
  readonly message: string;
}

export type ProblemCode =
  // config
  | 'CONFIG_MISSING'
  | 'CONFIG_UNREACHABLE'
  | 'CONFIG_NOT_JSON'
  | 'CONFIG_TOO_LARGE'
  | 'CONFIG_TOO_DEEP'
  | 'CONFIG_VERSION'
  | 'CONFIG_UNKNOWN_KEY'
  | 'CONFIG_INVALID'
  | 'TRIGGER_INVALID'
  | 'TRIGGER_HARMFUL'
  | 'SELECTOR_INVALID'
  | 'UNKNOWN_NAME'
  // page
  | 'ANCHOR_MISSING'
  | 'ANCHOR_UNREACHABLE'
  | 'HOST_REMOVED'
  | 'FACT_UNDECLARED'
  | 'CALL_UNREGISTERED'
  | 'CALL_FAILED'
  // sources
  | 'SOURCE_UNREACHABLE'
  | 'SOURCE_NOT_JSON'
  | 'SOURCE_TOO_LARGE'
  | 'SOURCE_INVALID'
  | 'SOURCE_UNAUTHORISED'
  // reports
  | 'REPORT_UNREACHABLE'
  | 'REPORT_REFUSED'
  // the product itself
  | 'PART_FAILED'
  | 'PART_OFF'
  | 'UI_FAILED'
  | 'STORAGE_BLOCKED'
  | 'DUPLICATE_LOAD'
  | 'TAG_TAKEN'
  | 'UNSUPPORTED'
  | 'BAD_CALL';

/** Takes a problem; says whether it was new. */
export type Report = (code: ProblemCode, path: string, message: string) => boolean;

/** More than this many are a storm, and the first ones tell the cause. */
const MAX_PROBLEMS = 100;

/** Collects problems, each code and path once, and hands every new one to `tell`. */
export function createProblems(tell: (problem: Problem) => void): {
  list: readonly Problem[];
  report: Report;
} {
  const list: Problem[] = [];
  return {
    list,
    report(code, path, message) {
      const isKnown = list.some((one) => one.code === code && one.path === path);
      if (isKnown || list.length >= MAX_PROBLEMS) return false;
      const problem: Problem = { code, path, message };
      list.push(problem);
      tell(problem);
      return true;
    },
  };
}
