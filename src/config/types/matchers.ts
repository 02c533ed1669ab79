// Written by `npm run schema` from src/config/schema. Change it there.

import type { Scalar } from '../../core/records.js';
import type { Duration, Named } from '../types.js';

/** A value (it must be equal), a list (one of them), or tests of which all must hold. What is not known matches nothing; only `exists: false` asks for it. */
export type Matcher = MatcherTests | readonly Scalar[] | Scalar;

/** All of them must hold. */
export interface MatcherTests {
  /** Equal to this. */
  readonly is?: Scalar;
  /** Known, and none of this: a value or a list of them. */
  readonly not?: string | number | boolean | readonly Scalar[];
  /** One of these. */
  readonly in?: readonly Scalar[];
  /** A number greater than this. */
  readonly gt?: number;
  /** A number of at least this. */
  readonly gte?: number;
  /** A number less than this. */
  readonly lt?: number;
  /** A number of at most this. */
  readonly lte?: number;
  /** A text with this in it, or a list with this among its values. */
  readonly contains?: Scalar;
  /** A text that begins like this. */
  readonly startsWith?: string;
  /** A text that ends like this. */
  readonly endsWith?: string;
  /** `false`: it is not known. `true`: it is, whatever it is. */
  readonly exists?: boolean;
  /** A date to come, at most this far ahead. */
  readonly before?: Duration;
  /** A date longer ago than this. */
  readonly olderThan?: Duration;
}

/** Every named value must match. */
export type Filter = Named<Matcher>;
