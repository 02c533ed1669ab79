/** What can be found: a content as the customer would read it. */
export interface Entry {
  readonly name: string;
  readonly title: string;
  readonly body: string;
}

/** Accents and capitals make no difference: `direccion` finds "Dirección". */
export const fold = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** Texts without the signs of their mark-up and the addresses of links. */
const bare = (text: string): string => text.replace(/\*\*/g, '').replace(/\]\([^)]*\)/g, ' ');

/** Every word must occur somewhere; the more of them stand in the title, and at the beginning of a word, the better. */
export function search<E extends Entry>(entries: readonly E[], query: string): readonly E[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  return entries
    .map((entry) => {
      const title = ` ${fold(entry.title)}`;
      const text = `${title} ${fold(bare(entry.body))}`;
      const score = words.every((word) => text.includes(word))
        ? 1 +
          words.filter((word) => title.includes(word)).length +
          words.filter((word) => text.includes(` ${word}`)).length
        : 0;
      return { entry, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}
