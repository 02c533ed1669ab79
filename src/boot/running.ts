import type { Antes } from './antes.js';

declare const KEY: unique symbol;
/** One instance per page, whichever copy of the script came first. A `Symbol` of the page's own need not have a `for`. */
export const RUNNING: typeof KEY = (Symbol as Partial<SymbolConstructor>).for?.(
  'antes.running',
) as typeof KEY;

export interface Running {
  readonly antes: Antes;
  /** Another copy, or another part of the page, wanted to start: it is over when all have stopped it. */
  again(): void;
}
