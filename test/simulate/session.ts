import { createBrowser } from './browser.js';
import { browsing, checkout, type Place, type Scene, type Visit } from './journey.js';
import { createPerson, type Habits } from './person.js';
import { createRandom, type Random } from './random.js';
import { createShop } from './shop.js';
import { createWorld } from './world.js';

/** Somebody who is fine, and does what looks like trouble to those who only count and measure. */
export interface Persona {
  readonly name: string;
  /** What a careless detector would say of them. */
  readonly trap: string;
  readonly habits: Partial<Habits>;
  /** Whether with a mouse, a finger or keys is not what they are about. */
  readonly anyWay?: true;
  /** Does something besides, or otherwise. */
  readonly change?: (scenes: Scene[], visit: Visit, random: Random) => Scene[];
}

/** Puts scenes after a random one of those on a page. */
export function splice(scenes: readonly Scene[], on: Place, more: readonly Scene[], random: Random): Scene[] {
  const places = scenes.flatMap((one, i) => (one.on === on ? [i] : []));
  const at = random.pick(places) + 1;
  return [...scenes.slice(0, at), ...more, ...scenes.slice(at)];
}
export interface Session extends Visit {
  readonly scenes: Scene[];
}

/** A session of this person, not played yet. */
export function createSession(persona: Persona, seed: number, habits: Partial<Habits> = {}): Session {
  const random = createRandom(seed);
  const browser = createBrowser(createWorld());
  const person = createPerson(browser, random, { by: 'mouse', ...persona.habits, ...habits });
  const shop = createShop(browser, random);
  const visit = { person, shop };
  const scenes = [...browsing(visit), ...checkout(visit)];
  return { ...visit, scenes: persona.change?.(scenes, visit, random) ?? scenes };
}
