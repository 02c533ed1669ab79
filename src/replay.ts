/** `antes/replay`: what triggers would have done in recorded journeys, and tests of triggers. Pure, for Node and tests. */
export { createTeller, type Teller, type TellerOptions } from './replay/teller.js';
export type { Attempt, Held, Story } from './replay/story.js';
export { createSumming, type Summary, type Summing, type TriggerSummary } from './replay/summary.js';
export { compareStories, type Change, type Side } from './replay/compare.js';
export {
  createTrial,
  StepError,
  type Expectation,
  type Outcome,
  type Test,
  type TestFile,
  type Trial,
} from './replay/trial.js';
export { lacking, type Part } from './replay/condition.js';
export type { Step } from './replay/steps.js';
