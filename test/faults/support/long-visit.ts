import { serve, type Site } from '../../e2e/support/site.js';
import type { Page } from '../../support/engines/index.js';
import { CONFIG } from './host.js';
import type { WithAntes } from './survive.js';

/** Without what the other pages of these tests have to count with: it keeps what it counts. */
const PAGE = `<!doctype html><html lang="en"><head><title>Host</title>
<script async src="/antes/antes.js" data-config="/antes.json" data-consent="denied"></script></head><body>
<form><label>Name <input id="name"></label> <button type="button" id="more">More</button></form><ul id="list"></ul>
<script>more.onclick = () => list.append(document.createElement('li'));</script></body></html>`;

export const serveLongVisit = (): Promise<Site> =>
  serve((path) => (path === '/' ? PAGE : path === '/antes.json' ? JSON.stringify(CONFIG) : undefined));

const MUCH_SHORTER = 0.8;
/** So many records at a time. */
export const EACH = 500;

/** Presses and typing of a customer, and what a page does and tells meanwhile; returns how long the journal is then. */
export async function liveOn(page: Page): Promise<number> {
  await page.click('#more');
  await page.type('#name', 'ab');
  await page.press('Backspace');
  return page.evaluate(async (records) => {
    const antes = (globalThis as WithAntes).antes!;
    const list = document.getElementById('list')!;
    for (let i = 0; i < records; i++) {
      antes.emit(`event-${i % 50}`, { i });
      if (i % 50) continue;
      history.replaceState({}, '', `/product/${i}`);
      list.replaceChildren(...Array.from({ length: 10 }, () => document.createElement('li')));
      await new Promise((done) => void setTimeout(done));
    }
    list.replaceChildren();
    (document.getElementById('name') as HTMLInputElement).value = '';
    return antes.journal().records.length;
  }, EACH);
}

/** At least so many records, and on until the journal has let go of its older part: how many that were. */
export async function untilShorter(page: Page, least: number): Promise<number> {
  let length = 0;
  for (let records = EACH; ; records += EACH) {
    const now = await liveOn(page);
    if (records >= least && now < length * MUCH_SHORTER) return records;
    length = now;
  }
}
