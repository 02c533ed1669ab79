import type { Config } from '../config/types.js';
import type { Handoff } from '../contact/handoff.js';
import type { Clock } from '../core/clock.js';
import type { Level, Signal } from '../core/happenings.js';
import type { Journal } from '../core/journal.js';
import type { Problem } from '../core/problems.js';
import type { Scalar } from '../core/records.js';
import type { Trace } from '../decide/decide.js';
import type { HelpPhase } from '../decide/state.js';
import type { EventFunction, HostFunction } from './actions.js';
import type { StorageLike } from './storage.js';

export type Consent = 'granted' | 'denied' | 'pending';

export interface StartOptions {
  /** What the page knows already; the same as calling `facts()`. */
  readonly facts?: FactsPatch;
  /** Language of help; by default that of the page (`<html lang>`). */
  readonly locale?: string;
  /** Whether anything may be stored or sent; by default granted, or denied under Global Privacy Control. */
  readonly consent?: Consent;
  /** Where outcomes are sent. */
  readonly endpoint?: string;
  /** Where to remember things; by default the browser's own storages. `null`: only in memory. */
  readonly storage?: StorageLike | null;
  /** Where time comes from; by default the browser. */
  readonly clock?: Clock;
  /** Parent of what is shown outside the flow; by default `<html>`. */
  readonly root?: Element;
  /** Fixes what shares and variants are drawn from; for tests. */
  readonly seed?: string;
  /** Tells problems on the console, and lets triggers in `test` show. */
  readonly debug?: boolean;
}

/** `null` forgets a fact. Objects are taken apart: `{ order: { id: 'A1' } }` is `order.id`. */
export type FactsPatch = { readonly [name: string]: Scalar | readonly Scalar[] | null | FactsPatch };

export interface HelpDetail {
  readonly trigger: string;
  readonly reason: string;
  readonly phase: HelpPhase;
  /** The form it took. */
  readonly as: string;
  /** With `withheld`: the gate that kept it back. */
  readonly gate?: string;
  /** With `rated`: how hard the customer found it, from 1 (very easy) to 7 (very hard). */
  readonly effort?: number;
}
export interface LevelDetail {
  readonly step: string | null;
  readonly level: Level;
  readonly score: number;
  readonly signals: readonly { readonly name: string; readonly target: string; readonly weight: number }[];
}
export interface ContactDetail {
  readonly channel: string;
  readonly reason: string;
  /** Nothing where the customer agreed to nothing. */
  readonly handoff: Handoff | undefined;
}

/** What `on` listens to. The same details come as `antes:signal` … events on `document`. */
export interface AntesEvents {
  readonly signal: Signal;
  readonly level: LevelDetail;
  readonly help: HelpDetail;
  readonly contact: ContactDetail;
  readonly problem: Problem;
}

export interface Antes {
  readonly version: string;
  /** The config in use; empty until it has been loaded. */
  readonly config: Config;
  readonly problems: readonly Problem[];
  /** Tells of an event of the page's own, usable in any trigger. */
  emit(event: string, data?: Readonly<Record<string, Scalar>>): void;
  /** Tells what the page knows. Facts that the config does not declare are a problem, and are ignored. */
  facts(patch: FactsPatch): void;
  /** Names the step where address and selector cannot; `null` ends that. */
  step(id: string | null): void;
  /** Registers a function that content may call (`"call": "pay.paypal"`). Returning `false` means that it failed. */
  register(name: string, fn: HostFunction): void;
  /** Registers the function that is told of each event that is reported (`"report": { "call": "analytics.antes" }`). */
  register(name: string, fn: EventFunction): void;
  on<K extends keyof AntesEvents>(type: K, fn: (detail: AntesEvents[K]) => void): () => void;
  /** The customer's own wish: shows a content, or the ways to reach a person. */
  open(content?: string): void;
  /** The customer's own wish: no unasked help for a while (`"30m"`, `"1d"`; a day if nothing is said). `null`: help is wanted again. */
  mute(duration?: string | null): void;
  consent(state: Consent): void;
  /** Every gate of a trigger (or of all) with its value. */
  why(trigger?: string): readonly Trace[];
  /** The recent records, for `antes replay`. */
  journal(): Journal;
  /** Opens the inspector, for developers; resolves when it is there. */
  inspect(): Promise<void>;
  /** Runs at once; what the script tag's queue does before the script is there. */
  push(...commands: readonly ((antes: Antes) => void)[]): void;
  /** Removes every listener, observer, timer and element. */
  stop(): void;
}
