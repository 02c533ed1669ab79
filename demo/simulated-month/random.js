// @ts-check
/** The step of Weyl's sequence in {@link splitMix32}: 2^32 divided by the golden ratio. */
const WEYL = 0x9e3779b9;
const ID_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789';
const ID_LENGTH = 16;

/** @typedef {ReturnType<typeof createRandom>} Random */

/**
 * SplitMix32 (the 32-bit finaliser of MurmurHash3 over a Weyl sequence): small, fast, and good enough for drawing people.
 * The same numbers, from 0 to 1 without 1, from the same seed on every machine.
 * @param {number} seed
 */
export function splitMix32(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + WEYL) >>> 0;
    let z = state;
    z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
    z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
    return ((z ^ (z >>> 16)) >>> 0) / 2 ** 32;
  };
}

/** @param {number} seed */
export function createRandom(seed) {
  const next = splitMix32(seed);
  return {
    next,
    /** @param {number} share */
    chance: (share) => next() < share,
    /** A whole number, both ends included. @param {number} low @param {number} high */
    whole: (low, high) => low + Math.floor((high - low + 1) * next()),
    /** One of the names, each as often as its share says. @template {string} T @param {Readonly<Record<T, number>>} shares @returns {T} */
    pick(shares) {
      const names = /** @type {T[]} */ (Object.keys(shares));
      let rest = next();
      return names.find((name) => (rest -= shares[name]) < 0) ?? /** @type {T} */ (names.at(-1));
    },
    /** Seconds as people take them: most near the middle, some much longer (log-normal). @param {number} middle */
    seconds: (middle) =>
      Math.max(
        1,
        Math.round(
          middle * Math.exp(0.5 * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())),
        ),
      ),
    id: () => Array.from({ length: ID_LENGTH }, () => ID_LETTERS[Math.floor(36 * next())]).join(''),
  };
}
