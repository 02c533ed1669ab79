// Written by `npm run schema` from src/config/schema. Change it there.

import type { Scalar } from '../../core/records.js';
import type { Duration, EventPattern, Named } from '../types.js';

/** A page or a part of one. Known by its path, by an element, by `data-antes-step` in the page, or by `antes.step()`. */
export interface Step {
  /** Its name in triggers and reports. */
  readonly id: string;
  /** The step is on screen while this is the path. */
  readonly url?: string;
  /** The step is on screen while this element is on the page. */
  readonly selector?: string;
  /** The usual active time on it; stalls are measured against it. */
  readonly expected?: Duration;
  /** Why people need help here, if nothing else says so: a name in `reasons`. */
  readonly reason?: string;
  /** The control that completes the step: Pay, Continue. */
  readonly commit?: string;
}

/** What a customer came to do, as steps in their order. */
export interface Journey {
  /** Its name for people. */
  readonly title?: string;
  /** The team that it belongs to. */
  readonly owner?: string;
  /** In their usual order. */
  readonly steps: readonly Step[];
  /** The event with which it is completed. */
  readonly done?: EventPattern;
  /** Left alone this long, it is over. */
  readonly idleOut?: Duration;
}

/** Something that the page may tell with `antes.facts()`, and triggers and texts may use. */
export interface Fact {
  /** What kind of value it is. */
  readonly type: 'string' | 'number' | 'boolean' | 'date' | 'list';
  /** All values that it can have. Triggers that ask for another are told. */
  readonly values?: readonly Scalar[];
  /** May appear in texts, as `{order.id}`. */
  readonly show?: boolean;
  /** May be passed to the person who is contacted. */
  readonly handoff?: boolean;
  /** For your colleagues. */
  readonly description?: string;
}

/** Why people need help, precisely enough to act upon, and the team that can remove the cause. */
export interface Reason {
  /** Its name in reports. */
  readonly title: string;
  /** The team that can remove the cause. */
  readonly owner: string;
  /** What should become of it: `eliminate` (no value to anybody), `simplify` (to the customer only a nuisance), `automate` (to us only a cost), `leverage` (good for both). */
  readonly quadrant: 'eliminate' | 'simplify' | 'automate' | 'leverage';
  /** What one contact for this reason costs. */
  readonly contactCost?: number;
  /** Facts that go along when the customer still contacts us. */
  readonly handoff?: readonly string[];
  /** Where such contacts should arrive. */
  readonly queue?: string;
}

/** A feed of an order, a case, a refund, incidents or other facts. */
export interface Source {
  /** What it tells about; its facts begin with this word. */
  readonly kind: 'order' | 'case' | 'refund' | 'incidents' | 'facts';
  /** Where it is fetched from. */
  readonly url?: string;
  /** The form in which it answers. */
  readonly adapter?: 'native' | 'statuspage' | 'incident-io' | 'instatus';
  /** An event stream (`text/event-stream`) with the same documents as `url`; open only while the status is looked at. */
  readonly live?: string;
  /** The page itself hands it over. */
  readonly host?: true;
  /** How often it is asked while the page is visible; 15 s at the least. */
  readonly every?: Duration;
  /** After this long without news it says so. */
  readonly staleAfter?: Duration;
  readonly components?: Named<readonly string[]>;
}
