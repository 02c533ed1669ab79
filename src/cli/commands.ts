/** Every command, one line each. */
export { check } from './commands/check.js';
export { host } from './commands/host.js';
export { init } from './commands/init.js';
export { insights } from './commands/insights.js';
export { replay } from './commands/replay.js';
