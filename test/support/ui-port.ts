import { createGuard } from '../../src/core/guard.js';
import type { Stores, UiPort } from '../../src/state/stores.js';

/** What boot gives to the ui, with everything that a test does not care about. */
export const uiPort = (stores: Stores, own: Partial<UiPort> = {}): UiPort => ({
  stores,
  root: document.documentElement,
  config: { version: 1, triggers: [] },
  facts: () => undefined,
  situation: () => ({ step: null, journey: null, signals: [], failed: [], help: [] }),
  contact: () => Promise.resolve(true),
  why: () => [],
  read: () => undefined,
  ticks: () => [],
  tick: () => {},
  open: () => {},
  answer: () => {},
  mute: () => {},
  heard: () => () => {},
  act: () => Promise.resolve(true),
  guard: createGuard(() => true),
  problem: () => {},
  ...own,
});
