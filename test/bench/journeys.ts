import type { JournalRecord } from '../../src/core/records.js';
import { PERSONAS } from '../simulate/personas.js';
import { createSession } from '../simulate/session.js';

/** Ordinary journeys: people of all kinds who buy something and are fine. */
export function ordinaryJourneys(count: number, from = 1): JournalRecord[][] {
  return Array.from({ length: count }, (_, i) => {
    const { scenes, person } = createSession(PERSONAS[i % PERSONAS.length]!, from + i);
    for (const scene of scenes) scene.play();
    return person.browser.world.records;
  });
}
