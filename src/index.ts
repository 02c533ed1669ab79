import { createStart } from './boot/start.js';
import type { Antes, AntesEvents, StartOptions } from './boot/antes.js';
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

declare global {
  /** What a page hears of on `document`. */
  interface DocumentEventMap {
    'antes:signal': CustomEvent<AntesEvents['signal']>;
    'antes:level': CustomEvent<AntesEvents['level']>;
    'antes:help': CustomEvent<AntesEvents['help']>;
    'antes:contact': CustomEvent<AntesEvents['contact']>;
    'antes:problem': CustomEvent<AntesEvents['problem']>;
  }
}
