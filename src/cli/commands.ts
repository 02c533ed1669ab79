/** Every command, one line each. */
export { check } from './commands/check.js';
export { init } from './commands/init.js';
export { replay } from './commands/replay.js';
