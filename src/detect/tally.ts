/** Times of what is counted, by name. Plain data. */
export type Tally = Record<string, number[]>;

/** Pages name things: a name must never mean something else to an object (`constructor`, `__proto__`). */
const slot = (name: string): string => `:${name}`;

/** More are never asked for. */
const MAX_TIMES = 32;

/** Counts one more of `name` at `at`; returns the times of the last `withinMs`, oldest first, and forgets the others. */
export function count(tally: Tally, name: string, at: number, withinMs: number): readonly number[] {
  for (const key of Object.keys(tally)) {
    const recent = tally[key]!.filter((time) => at - time <= withinMs);
    if (recent.length > 0) tally[key] = recent;
    else delete tally[key];
  }
  const times = (tally[slot(name)] ??= []);
  times.push(at);
  if (times.length > MAX_TIMES) times.shift();
  return times;
}

/** Begins to count `name` anew. */
export function forget(tally: Tally, name: string): void {
  const key = slot(name);
  // Taking away what is not there makes an object slow as well.
  if (tally[key]) delete tally[key];
}
