/**
 * Path patterns in the URLPattern syntax that configs use: `/checkout/:step`, `/orders/*`, `/shop/:id?`,
 * `*.html`. URLPattern itself is not in every engine. No backtracking: the work is bounded by both lengths.
 */
export function matchesPath(pattern: string, path: string): boolean {
  const have = split(path);
  /** How many segments may have been used up so far: several, while something optional or `*` leaves it open. */
  let used = new Set([0]);
  for (const part of split(pattern)) used = step(part, have, used);
  return used.has(have.length);
}

function step(part: string, have: readonly string[], used: ReadonlySet<number>): Set<number> {
  const next = new Set<number>();
  if (part === '*') {
    for (let i = Math.min(...used) + 1; i <= have.length; i++) next.add(i);
    // Alone, it stands for every page, the first one too.
    if (have.length === 0 && used.has(0)) next.add(0);
    return next;
  }
  const named = part.startsWith(':');
  for (const i of used) {
    if (named && part.endsWith('?')) next.add(i);
    if (i < have.length && (named || matchesSegment(part, have[i]!))) next.add(i + 1);
  }
  return next;
}

/** A trailing slash makes no difference to people. */
const split = (path: string): string[] => {
  const inner = path.replace(/^\/|\/$/g, '');
  return inner === '' ? [] : inner.split('/');
};

/** `*` inside a segment stands for anything but a slash. */
function matchesSegment(part: string, segment: string): boolean {
  if (!part.includes('*')) return part === segment;
  const pieces = part.split('*');
  const first = pieces[0]!;
  const last = pieces.at(-1)!;
  if (!segment.startsWith(first)) return false;
  let from = first.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = segment.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return segment.length - from >= last.length && segment.endsWith(last);
}
