import { createStart } from './boot/start.js';
import type { Antes, StartOptions } from './boot/antes.js';
import type { Config } from './config/types.js';

export type {
  Antes,
  AntesEvents,
  Consent,
  ContactDetail,
  FactsPatch,
  HelpDetail,
  LevelDetail,
  StartOptions,
} from './boot/antes.js';
export type { EventFunction, HostFunction } from './boot/actions.js';
export type { Config } from './config/types.js';
export type { Handoff } from './contact/handoff.js';
export type { Signal } from './core/happenings.js';
export type { Problem, ProblemCode } from './core/problems.js';
export type { SentEvent } from './report/events.js';
export { version } from './boot/version.js';

/** Starts Antes on this page. Returns at once; a config by URL is fetched meanwhile. Never throws. */
export const start: (config: Config | string, options?: StartOptions) => Antes = createStart({
  ui: () => import('./ui/index.js'),
  sources: () => import('./sources/index.js'),
  report: () => import('./report/index.js'),
  inspect: () => import('./inspector/index.js'),
});
