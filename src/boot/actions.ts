import type { Action, ChannelName, Config } from '../config/types.js';
import type { Lookup, Value } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { Offer } from '../state/stores.js';

/** What an agent is told, so that the customer need not say it again. */
export interface Handoff {
  readonly reason: string;
  readonly step: string | null;
  readonly journey: string | null;
  /** The latest signals, newest last: what was tried, and what went wrong. */
  readonly signals: readonly { readonly name: string; readonly count: number }[];
  /** Only facts that the config marks with `handoff`. */
  readonly facts: Readonly<Record<string, Value>>;
  /** Trigger of the help that was shown. */
  readonly help: string;
}

/** A function of the page that content may call by name. */
export type HostFunction = (handoff: Handoff) => unknown;

export interface ActionDeps {
  readonly config: Config;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly report: Report;
  facts: Lookup;
  handoff(offer: Offer): Handoff;
  focus(anchor: string): boolean | Promise<boolean>;
  open(content: string): void;
  solved(offer: Offer): void;
  contacted(channel: ChannelName, handoff: Handoff): void;
}

/** Facts that go along: those of the reason if it names any, else all that may. */
export function handoffFacts(config: Config, reason: string, facts: Lookup): Record<string, Value> {
  const named = config.reasons?.[reason]?.handoff;
  const along: Record<string, Value> = {};
  for (const [name, fact] of Object.entries(config.facts ?? {})) {
    const value =
      fact.handoff === true && (named === undefined || named.includes(name)) ? facts(name) : undefined;
    if (value !== undefined && value !== null) along[name] = value;
  }
  return along;
}

/** Does what the button says; resolves to whether it worked. Never rejects. */
export async function perform(action: Action, offer: Offer, deps: ActionDeps): Promise<boolean> {
  if (action.call !== undefined) return callHost(action.call, offer, deps);
  if (action.focus !== undefined) return deps.focus(action.focus);
  if (action.contact !== undefined) return contact(action.contact, offer, deps);
  if (action.open !== undefined) deps.open(action.open);
  if (action.resolve === true) deps.solved(offer);
  return true;
}

async function contact(name: ChannelName, offer: Offer, deps: ActionDeps): Promise<boolean> {
  deps.contacted(name, deps.handoff(offer));
  const call = deps.config.contact?.channels?.[name]?.call;
  return call === undefined ? true : callHost(call, offer, deps);
}

async function callHost(
  name: string,
  offer: Offer,
  { functions, report, handoff }: ActionDeps,
): Promise<boolean> {
  const fn = functions.get(name);
  if (!fn) {
    report(
      'CALL_UNREGISTERED',
      name,
      `Help wants to call '${name}', but the page has not registered a function of that name.`,
    );
    return false;
  }
  try {
    return (await fn(handoff(offer))) !== false;
  } catch (error) {
    report('CALL_FAILED', name, `The page's function '${name}' failed; the customer can try again.`);
    // The page's own error stays visible to the page's own monitoring.
    reportError(error);
    return false;
  }
}
