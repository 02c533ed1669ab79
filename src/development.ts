/** `antes` under the condition `development`: the same, and every problem is told in full on the console. */
import { advise } from './boot/advise.js';
import type { Antes, StartOptions } from './boot/antes.js';
import type { Config } from './config/types.js';
import { start as startQuietly } from './index.js';

export { version } from './boot/version.js';

const told = new WeakSet<Antes>();

/** Starts Antes on this page. Returns at once; a config by URL is fetched meanwhile. Never throws. */
export const start: (config: Config | string, options?: StartOptions) => Antes = (config, options) => {
  const antes = startQuietly(config, options);
  // A second call gets the first instance, or that of another version, which may have no such member.
  if (told.has(antes) || typeof antes.on !== 'function') return antes;
  told.add(antes);
  for (const problem of antes.problems ?? []) advise(problem);
  antes.on('problem', advise);
  return antes;
};
