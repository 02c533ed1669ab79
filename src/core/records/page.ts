/** The page itself: where the customer is, what it loads, whether it works. */

export interface ExceptionRecord {
  readonly type: 'exception';
  readonly at: number;
  readonly kind: 'error' | 'rejection';
  /** Thrown by the page's own code, as far as its file tells. */
  readonly own: boolean;
}

/** The customer sees a page, or a part of it that is a step. */
export interface ViewRecord {
  readonly type: 'view';
  readonly at: number;
  readonly how: 'load' | 'route' | 'restore' | 'dom';
  /** Path without query and fragment; segments that look like ids are `:id`. */
  readonly path: string;
  /** Tells whether two views have the same address: 16 bits of a hash salted for this session, too few to tell which. */
  readonly address?: number;
  /** The customer reloaded the page. */
  readonly reload?: true;
  /** The customer went through the browser's history. */
  readonly history?: true;
  /** There is something to fill in on it. */
  readonly asks?: true;
  /** Steps whose selector or `data-antes-step` is in the page, as `journey/step` or `step`. */
  readonly steps: readonly string[];
}

/** `antes.step()`: the page names the step itself, or stops doing so. */
export interface StepRecord {
  readonly type: 'step';
  readonly at: number;
  readonly step: string | null;
}

export interface PageRecord {
  readonly type: 'page';
  readonly at: number;
  readonly visible: boolean;
  readonly focused: boolean;
}

/** The connection was lost or has come back. */
export interface NetworkRecord {
  readonly type: 'network';
  readonly at: number;
  readonly online: boolean;
}

/** A request ended (from resource timing). */
export interface RequestRecord {
  readonly type: 'request';
  readonly at: number;
  readonly start: number;
  /** 0 where the browser or the server does not tell. */
  readonly status: number;
  readonly own: boolean;
  /** It never got an answer, as far as can be told (offline, refused, reset). */
  readonly lost?: true;
  /** It was for the page itself. */
  readonly page?: true;
}

/** Wall-clock time at `at`: at the start, and whenever the two have drifted apart. */
export interface WallRecord {
  readonly type: 'wall';
  readonly at: number;
  readonly wall: number;
}
