/** Something that becomes due: `who` wants to be told, `tag` says what about. */
export interface Deadline {
  readonly at: number;
  readonly who: string;
  readonly tag: string;
}

/**
 * Deadlines in order, as plain data that can be stored. There is no cancelling: whoever is told looks again
 * whether there still is something to do, so state lives in one place only.
 */
export type Deadlines = Deadline[];

/** Adds one, after those of the same time, so that the order never depends on anything but the records. */
export function addDeadline(list: Deadlines, deadline: Deadline): void {
  let i = list.length;
  while (i > 0 && list[i - 1]!.at > deadline.at) i--;
  for (let j = i - 1; j >= 0 && list[j]!.at === deadline.at; j--) {
    if (list[j]!.who === deadline.who && list[j]!.tag === deadline.tag) return;
  }
  list.splice(i, 0, deadline);
}

/** Takes out the first one due at `at`, if any. */
export function takeDue(list: Deadlines, at: number): Deadline | undefined {
  return list.length > 0 && list[0]!.at <= at ? list.shift() : undefined;
}

/** Adds one in place of a later one of the same kind: whoever needs only the nearest never has two outstanding. */
export function addSoonest(list: Deadlines, deadline: Deadline): void {
  const old = list.findIndex(({ who, tag }) => who === deadline.who && tag === deadline.tag);
  if (old >= 0 && list[old]!.at <= deadline.at) return;
  if (old >= 0) list.splice(old, 1);
  addDeadline(list, deadline);
}
