import { isObject } from '../../core/sound.js';
import { eventsOf, SIGNALS } from '../model/simulate.js';
import type { Config } from '../../config/types.js';
import type { NamesFor } from './completion.js';

const namesIn = (part: unknown): readonly string[] => (isObject(part) ? Object.keys(part) : []);
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Which section declares what a key refers to. */
const DECLARED: Readonly<Record<string, string>> = {
  reason: 'reasons',
  journey: 'journeys',
  audience: 'audiences',
  source: 'sources',
  open: 'content',
};

const stepsOf = (config: Readonly<Record<string, unknown>>): readonly string[] =>
  Object.values(isObject(config['journeys']) ? config['journeys'] : {}).flatMap((journey) =>
    isObject(journey)
      ? list(journey['steps']).flatMap((step) =>
          isObject(step) && typeof step['id'] === 'string' ? [step['id']] : [],
        )
      : [],
  );

/** `anchors`: names that the page has. */
export const namesFor =
  (anchors: () => readonly string[]): NamesFor =>
  (path, config) => {
    if (!isObject(config)) return [];
    const key = path.findLast((part) => typeof part === 'string') ?? '';
    const section = Object.hasOwn(DECLARED, key) ? DECLARED[key] : undefined;
    if (section !== undefined) return namesIn(config[section]);
    if (key === 'content' && path.length > 1) return namesIn(config['content']);
    if (key === 'then') return namesIn(config['content']);
    if (key === 'step') return stepsOf(config);
    if (key === 'contact')
      return namesIn(isObject(config['contact']) ? config['contact']['channels'] : undefined);
    if (key === 'anchor' || key === 'focus') return anchors();
    if (key === 'event') {
      const events = Array.isArray(config['triggers']) ? eventsOf(config as unknown as Config) : [];
      return [...SIGNALS.map(({ name }) => name), ...events.filter((name) => name !== '')];
    }
    return [];
  };
