import type { Guard } from '../core/guard.js';

/** Takes each of these back, whatever becomes of the others. */
export const undoAll = (guard: Guard, ...undo: readonly (() => void)[]): void =>
  undo.forEach((one) => guard.always('ui/stop', one));
