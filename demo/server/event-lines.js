// @ts-check
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';

const schema = JSON.parse(readFileSync(new URL('../../events.schema.json', import.meta.url), 'utf8'));
const isEvent = new Ajv2020({ strict: false }).compile(schema);

/**
 * The events of a report, and how many of its lines are none. Anybody can send something here.
 * @param {string} text @returns {{ events: import('./outcomes.js').SentEvent[], refused: number }}
 */
export function readEvents(text) {
  const lines = text.split('\n').filter((line) => line !== '');
  const events = lines.flatMap((line) => {
    const event = parse(line);
    return isEvent(event) ? [/** @type {any} */ (event)] : [];
  });
  return { events, refused: lines.length - events.length };
}

/** @param {string} line @returns {unknown} */
function parse(line) {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
