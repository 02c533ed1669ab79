import { setTimeout as sleep } from 'node:timers/promises';
import { PATIENCE_MS } from './page.js';

const INTERVAL_MS = 25;
// What a driver says when the page it was asking went away: the next one will answer. And what each engine says of something
// that is looked at and not there yet.
const NOT_YET =
  /context|navigat|detached|frame|unloaded|no such (window|execution)|javascript error.*(undefined|null)|(properties of|property|is|not) .*(undefined|null|an object)/i;

/** Asks until there is an answer. Errors of a page that is being replaced, or is not that far, are no answer. */
export async function poll<T>(
  ask: () => Promise<T>,
  {
    timeout = PATIENCE_MS,
    message = 'the condition',
  }: { timeout?: number | undefined; message?: string | undefined } = {},
): Promise<NonNullable<T>> {
  const deadline = performance.now() + timeout;
  for (;;) {
    let lastError: unknown;
    try {
      const answer = await ask();
      if (answer) return answer;
    } catch (error) {
      if (!NOT_YET.test(String(error))) throw error;
      lastError = error;
    }
    if (performance.now() > deadline) {
      throw new Error(`Waited ${timeout} ms in vain for ${message}`, { cause: lastError });
    }
    await sleep(INTERVAL_MS);
  }
}
