/** For sentences, from the second on: `second`, `third`, `4th`. */
export const nth = (n: number): string => (n === 2 ? 'second' : n === 3 ? 'third' : `${n}th`);
