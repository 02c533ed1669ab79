export {
  createEngine,
  type Engine,
  type EngineOptions,
  type EngineState,
  type Output,
} from './engine/engine.js';
export { replay, type Replayed } from './engine/replay.js';
export { fromRrweb, rrwebEvents, rrwebJournal, type Visiting } from './recordings/from-rrweb.js';
export { createRrwebReader, type RrwebReader } from './recordings/reader.js';
export type { Meaning, RrwebOptions, RrwebSummary } from './recordings/context.js';
export * as detectors from './detect/registry.js';
export type { SignalName } from './detect/index.js';
export type { Config } from './config/types.js';
export type { Journal } from './core/journal.js';
export type { JournalRecord } from './core/records.js';
export type { Level, Signal } from './core/happenings.js';
