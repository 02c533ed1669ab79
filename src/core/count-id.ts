/**
 * Where the count of a condition is kept: by its place in the config; over sessions, also by what it counts, because the
 * config may have changed since.
 */
export const countId = (per: string, id: string, event: string): string =>
  per === VISITOR ? `${PER_VISITOR}${id}:${event}` : `${per}:${id}`;

const VISITOR = 'visitor';
export const PER_VISITOR: string = `${VISITOR}:`;
