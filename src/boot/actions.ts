import type { Action, ChannelName, Config } from '../config/types.js';
import type { Handoff } from '../contact/handoff.js';
import type { Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { Offer } from '../state/stores.js';

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
