import type { Offer, Stores, UiPort } from '../../src/state/stores.js';

/** What boot gives to the ui, with everything that a test does not care about. */
export const uiPort = (stores: Stores, own: Partial<UiPort> = {}): UiPort => ({
  stores,
  root: document.documentElement,
  config: { version: 1, triggers: [] },
  facts: () => undefined,
  handoff: ({ reason, trigger }: Offer) => ({
    reason,
    step: null,
    journey: null,
    signals: [],
    facts: {},
    help: trigger,
  }),
  contacted: () => {},
  answer: () => {},
  mute: () => {},
  heard: () => () => {},
  act: () => Promise.resolve(true),
  problem: () => {},
  ...own,
});
