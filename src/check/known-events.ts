import { HOST_EVENTS, NEUTRAL_EVENTS } from '../config/schema/events.js';
import * as registry from '../detect/registry.js';
import { closest, distance } from './suggest.js';

/** What Antes tells by itself: signals, and what happens without being struggle. */
const OWN_EVENTS: readonly string[] = [
  ...Object.values(registry).map(({ name }) => name),
  ...NEUTRAL_EVENTS.map(({ name }) => name),
];
/** With the names by which pages tell what they know. */
export const KNOWN_EVENTS: readonly string[] = [...HOST_EVENTS, ...OWN_EVENTS];

/** The event that was probably meant; nothing for one that is known. */
export const meantEvent = (name: string): string | undefined =>
  KNOWN_EVENTS.includes(name) ? undefined : closest(name, KNOWN_EVENTS);

const bare = (name: string) => name.toLowerCase().replaceAll(/[-_ ]/g, '');

/** One letter beside an event of Antes. Pages may well write the same words in their own way: `page_viewed`. */
export const isSlip = (name: string, meant: string): boolean =>
  OWN_EVENTS.includes(meant) && distance(name, meant) === 1 && bare(name) !== bare(meant);
