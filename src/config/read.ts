import { below, namesIn } from '../core/pointer.js';
import type { Report } from '../core/problems.js';
import { copyPlain, MAX_DEPTH } from './copy.js';
import { SECTIONS, soundSections } from './sections.js';
import type { Config } from './types.js';

/** The newest language this build understands. */
const VERSION = 1;
const PARTS = ['version', 'locale', ...SECTIONS, 'triggers'];

/** What runs when there is nothing to configure it: detection, and no help. */
export const EMPTY: Config = { version: 1, triggers: [] };

/**
 * Makes a config of whatever was given. Never throws: what is not understood is left out and reported, with its
 * JSON pointer; everything sound goes on. Without a usable config nothing is shown, and detection still works.
 */
export function readConfig(source: unknown, report: Report): Config {
  const { value, left, tooLarge } = copyPlain(source);
  if (tooLarge) {
    report(
      'CONFIG_TOO_LARGE',
      '',
      'The configuration has more parts than can be read; nothing will be shown.',
    );
    return EMPTY;
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value) || left.has('')) {
    report('CONFIG_INVALID', '', 'Expected an object with "version" and "triggers"; nothing will be shown.');
    return EMPTY;
  }
  const config = value as Record<string, unknown>;
  if (config['version'] !== VERSION) {
    const { version } = config;
    const found = version === undefined ? 'no version' : JSON.stringify(version);
    report(
      'CONFIG_VERSION',
      '/version',
      `Expected "version": ${VERSION}, found ${found}; nothing will be shown.`,
    );
    return EMPTY;
  }
  for (const [path, code] of left) {
    const why = code === 'CONFIG_INVALID' ? 'Fails when it is read' : `Nested more than ${MAX_DEPTH} deep`;
    report(code, path, `${why}; this part is left out, all others are used.`);
    drop(config, path);
  }
  for (const key of Object.keys(config)) {
    if (PARTS.includes(key)) continue;
    report(
      'CONFIG_UNKNOWN_KEY',
      below('', key),
      `'${key}' is not a part of the configuration and is ignored; parts are ${PARTS.slice(1).join(', ')}.`,
    );
    delete config[key];
  }
  return soundSections(config, report);
}

/** Takes the part at a pointer of one or two names out. A trigger leaves a hole, so that the others keep their numbers. */
function drop(config: Record<string, unknown>, path: string): void {
  const [section, entry] = namesIn(path) as [string, string | undefined];
  const part = config[section];
  if (entry === undefined) delete config[section];
  else if (Array.isArray(part)) part[Number(entry)] = undefined;
  else if (typeof part === 'object' && part !== null) delete (part as Record<string, unknown>)[entry];
}
