/** Every command, one line each. */
export { check } from './commands/check.js';
