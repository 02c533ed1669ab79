// @ts-check
import { readFile } from 'node:fs/promises';

const config = new URL('../antes.json', import.meta.url);

/**
 * What became of help, as a page for the people of the shop. It is made anew only when something has been reported since.
 * @param {{ clock: import('./clock.js').Clock, outcomes: ReturnType<typeof import('./outcomes.js').createOutcomes>,
 *   load: typeof import('./report.js').loadReport }} deps
 */
export function createInsights({ clock, outcomes, load }) {
  let madeOf = -1;
  /** @type {Promise<string> | undefined} */
  let made;

  async function make() {
    const { insights, renderReport } = await load();
    const figures = await insights(
      { rows: outcomes.lines() },
      { config: JSON.parse(await readFile(config, 'utf8')), now: clock.now() },
    );
    return renderReport(figures);
  }
  return {
    /** @returns {Promise<string | undefined>} nothing where nothing was reported yet */
    async html() {
      const count = await outcomes.count();
      if (count === 0) return undefined;
      if (count !== madeOf || made === undefined) {
        madeOf = count;
        const making = make();
        made = making;
        // What has failed is tried again the next time.
        making.catch(() => void (made = made === making ? undefined : made));
      }
      return made;
    },
  };
}
