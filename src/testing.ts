/** `antes/testing`: for the tests of those whose page has Antes on it. Works in any test runner, with a page or without. */
export { createVisit, type Shown, type Visit, type VisitOptions } from './testing/visit.js';
export { createClock, type TestClock } from './testing/clock.js';
export { watch, type Watched } from './testing/watch.js';
