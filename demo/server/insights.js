// @ts-check
import { readFile } from 'node:fs/promises';

const config = new URL('../antes.json', import.meta.url);

/** What Antes gives servers to make reports with; the build puts it there. @returns {Promise<typeof import('../../src/insights.js')>} */
const loadReport = () => import(new URL('../../dist/insights.js', import.meta.url).href);

/**
 * What became of help: as figures, and as a page for the people of the shop. Both are made anew only when something has
 * been reported since.
 * @param {{ clock: import('./clock.js').Clock, outcomes: ReturnType<typeof import('./outcomes.js').createOutcomes> }} deps
 */
export function createInsights({ clock, outcomes }) {
  /** @type {{ of: number, figures: Promise<import('../../src/insights.js').Insights> } | undefined} */
  let made;
  let isMaking = false;

  async function make() {
    const { insights } = await loadReport();
    return insights(
      { rows: outcomes.lines() },
      { config: JSON.parse(await readFile(config, 'utf8')), now: clock.now() },
    );
  }
  /** Nothing where nothing was reported yet. */
  async function figures() {
    const of = await outcomes.count();
    if (of === 0) return undefined;
    // One at a time: whoever asks while they are being made gets those, however much is reported meanwhile.
    if (made && (isMaking || made.of === of)) return made.figures;
    isMaking = true;
    const mine = (made = { of, figures: make() });
    mine.figures
      // What has failed is tried again the next time.
      .catch(() => void (made = undefined))
      .finally(() => void (isMaking = false));
    return mine.figures;
  }
  /** @type {WeakMap<object, Promise<string>>} */
  const pages = new WeakMap();
  return {
    figures,
    async html() {
      const found = await figures();
      if (found === undefined) return undefined;
      const page = pages.get(found) ?? (await loadReport()).renderReport(found, { title: 'Tinaja' });
      pages.set(found, page);
      return page;
    },
  };
}
