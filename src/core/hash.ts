/** FNV-1a, 32 bit. Small, fast and even enough for shares and for noticing the same thing again; no secret keeper. */
export function hash(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    h ^= text.charCodeAt(i);
    h = Math.imul(h, 0x01000193);
  }
  return h >>> 0;
}

/** A number in [0, 1) that is always the same for the same seed and name. */
export const share = (seed: string, name: string): number => (hash(`${seed} ${name}`) % 10_000) / 10_000;
