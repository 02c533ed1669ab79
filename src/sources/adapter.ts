import type { Scalar } from '../core/records.js';
import type { Incident, Progress, SourceKind } from '../state/sources.js';
import type { Component } from './components.js';

/** What an adapter may know beside the document. */
export interface Asked {
  readonly kind: SourceKind;
  /** Components that the config names. */
  readonly known: readonly string[];
  /** Wall clock. */
  readonly now: number;
}

/** A document in the one form that the rest of the house knows. */
export interface News {
  readonly incidents?: readonly Incident[];
  readonly components?: readonly Component[];
  readonly progress?: Progress;
  readonly facts?: Readonly<Record<string, Scalar>>;
  /** When this was so, where the document says it. */
  readonly asOf?: number;
}

export interface Adapter {
  /** `undefined`: the document has another form. News without content: there is nothing to tell. */
  read(document: unknown, asked: Asked, second?: unknown): News | undefined;
  /** A second document that says which components are affected; asked for where the config names some. */
  readonly second?: string;
}
