/** `antes/why`: what `antes.why()` and replays say, in sentences of English, Spanish and Portuguese. */
export { sayAttempt, sayWhy, type Line, type Said, type SayOptions } from './why/why.js';
export { LOCALES } from './why/words.js';
