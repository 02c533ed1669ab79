import { quietly } from '../core/quietly.js';
import type { Action, ChannelName, Config } from '../config/types.js';
import type { Handoff } from '../contact/handoff.js';
import type { Report } from '../core/problems.js';
import type { SentEvent } from '../report/events.js';
import type { Offer } from '../state/stores.js';

/** A function of the page that content may call by name. One that is a way to a person is told what the customer agreed to. */
export type HostFunction = (handoff?: Handoff) => unknown;
/** A function of the page that `report.call` names: it is told of each event. */
export type EventFunction = (event: SentEvent) => unknown;

export interface ActionDeps {
  readonly config: Config;
  readonly functions: ReadonlyMap<string, HostFunction>;
  readonly report: Report;
  focus(anchor: string): boolean | Promise<boolean>;
  open(content: string): void;
  solved(offer: Offer): void;
  /** Asks what may be passed on, and then goes there. */
  reach(channel: ChannelName, offer: Offer): void;
  contacted(channel: ChannelName, reason: string, handoff?: Handoff): void;
}

/** Does what the button says; resolves to whether it worked. Never rejects. */
export async function perform(action: Action, offer: Offer, deps: ActionDeps): Promise<boolean> {
  if (action.call !== undefined) return callHost(action.call, deps);
  if (action.focus !== undefined) return deps.focus(action.focus);
  if (action.contact !== undefined) {
    // Where the panel cannot be had nobody can agree to anything, and the person is reachable all the same.
    if (offer.contact !== undefined) return contact(deps, action.contact, offer.reason);
    deps.reach(action.contact, offer);
  }
  if (action.open !== undefined) deps.open(action.open);
  if (action.resolve === true) deps.solved(offer);
  return true;
}

/** Goes to a person, with what the customer has agreed to. */
export async function contact(
  deps: ActionDeps,
  name: ChannelName,
  reason: string,
  handoff?: Handoff,
): Promise<boolean> {
  deps.contacted(name, reason, handoff);
  const call = deps.config.contact?.channels?.[name]?.call;
  return call === undefined ? true : callHost(call, deps, handoff);
}

async function callHost(
  name: string,
  { functions, report }: ActionDeps,
  handoff?: Handoff,
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
    return (await fn(handoff)) !== false;
  } catch (error) {
    report('CALL_FAILED', name, `The page's function '${name}' failed; the customer can try again.`);
    // The page's own error stays visible to the page's own monitoring.
    quietly(() => reportError(error))();
    return false;
  }
}
