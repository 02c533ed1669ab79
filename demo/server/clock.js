// @ts-check

/**
 * The shop never asks the computer for the time itself, so a test can move it.
 * @typedef {{ now(): number, sleep(ms: number): Promise<void> }} Clock
 */

/** @type {Clock} */
export const realClock = {
  now: () => Date.now(),
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
};

export const SECOND_MS = 1000;
export const MINUTE_MS = 60 * SECOND_MS;
export const HOUR_MS = 60 * MINUTE_MS;
export const DAY_MS = 24 * HOUR_MS;
