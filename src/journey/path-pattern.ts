/** How many segments may have been used up so far: these, and with `from` every number from there on. */
interface Used {
  readonly some: readonly number[];
  readonly from: number;
}

/**
 * Path patterns in the URLPattern syntax that configs use: `/checkout/:step`, `/orders/*`, `/shop/:id?`,
 * `*.html`. URLPattern itself is not in every engine. No backtracking: the work is bounded by both lengths.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const have = split(path);
  const parts = split(pattern);
  const lastStar = parts.lastIndexOf('*');
  let used: Used = { some: [0], from: Infinity };
  // After the last `*`, only as much of the path can follow as there are parts.
  parts.forEach((part, i) => {
    used = step(part, have, used, i < lastStar ? 0 : have.length - parts.length + i);
  });
  return have.length >= used.from || used.some.includes(have.length);
}

function step(part: string, have: readonly string[], { some, from }: Used, least: number): Used {
  if (part === '*') {
    // Alone, it stands for every page, the first one too.
    const first = have.length === 0 ? 0 : 1;
    return { some: [], from: (some[0] ?? from) + first };
  }
  if (part.startsWith(':'))
    return part.endsWith('?')
      ? { some: [...new Set(some.flatMap((i) => [i, i + 1]))], from }
      : { some: some.map((i) => i + 1), from: from + 1 };
  const matches = segmentMatcher(part);
  const next: number[] = [];
  for (const i of some) if (i < have.length && matches(have[i]!)) next.push(i + 1);
  for (let i = Math.max(from, least); i < have.length; i++) if (matches(have[i]!)) next.push(i + 1);
  return { some: next, from: Infinity };
}

/** A trailing slash makes no difference to people. */
const split = (path: string): string[] => {
  const inner = path.replace(/^\/|\/$/g, '');
  return inner === '' ? [] : inner.split('/');
};

/** `*` inside a segment stands for anything but a slash. */
function segmentMatcher(part: string): (segment: string) => boolean {
  const pieces = part.split('*');
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (pieces.length === 1) return (segment) => segment === part;
  return (segment) => {
    if (!segment.startsWith(first)) return false;
    let from = first.length;
    for (const piece of pieces.slice(1, -1)) {
      const found = segment.indexOf(piece, from);
      if (found < 0) return false;
      from = found + piece.length;
    }
    return segment.length - from >= last.length && segment.endsWith(last);
  };
}
