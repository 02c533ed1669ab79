import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../../support/engines/index.js';
import { startShop, type Shop } from '../support/shop.js';

const AXE = readFileSync(new URL('../../../node_modules/axe-core/axe.min.js', import.meta.url), 'utf8');

/** Each view of the shop's /stories is looked at in each of these. Forced colours are left to the browser's own tests. */
const LOOKS = {
  light: { query: 'scheme=light', width: 1280 },
  dark: { query: 'scheme=dark', width: 1280 },
  'from right to left': { query: 'scheme=light&lang=ar', width: 1280 },
  'dark, from right to left, 320 pixels wide': { query: 'scheme=dark&lang=ar', width: 320 },
  '320 pixels wide, long words': { query: 'scheme=light&lang=de', width: 320 },
  'in the colours of the system': { query: 'scheme=light&theme=plain', width: 1280 },
};
const VIEWS = [
  'inline',
  'notice',
  'hint',
  'guide',
  'feedback',
  'badge',
  'quiet',
  'status',
  'banner',
  'floating',
  'panel',
  'panel-found',
  'panel-nothing',
  'panel-answer',
  'contact-closed',
  'contact-review',
  'contact-failed',
  'contact-call',
  'contact-call-wrong',
  'contact-call-sent',
  'contact-code',
];

interface Seen {
  readonly violations: string[];
  readonly widgets: number;
  /** How far the page can be scrolled sideways. */
  readonly sideways: number;
}

/** The page of stories is ours too, but what is judged are the widgets in it. */
const LOOK = `(async () => {
  const tags = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('antes-') && localName !== 'antes-layer');
  const arrive = (root) => {
    for (const animation of root.getAnimations()) if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) arrive(shadowRoot);
  };
  arrive(document);
  const { violations } = await axe.run({ include: tags }, { resultTypes: ['violations'] });
  return {
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.flat().join(' '))),
    widgets: tags.length,
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
  };
})()`;

describeEngines('every state in every look', (engine) => {
  let shop: Shop;
  let page: Page;
  beforeAll(async () => {
    shop = await startShop({ scripts: ['collect-problems.js'] });
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page.close();
    await shop.close();
  });

  for (const [look, { query, width }] of Object.entries(LOOKS)) {
    it.each(VIEWS)(`%s, ${look}: nothing to object to, and no scrolling sideways`, async (view) => {
      await page.setViewport(width, 800);
      await page.goto(`${shop.origin}/stories/?view=${view}&${query}`);
      await page.waitFor('document.documentElement.dataset.ready !== undefined');
      await page.evaluate(`${AXE};undefined`);
      const { violations, widgets, sideways } = await page.evaluate<Seen, []>(LOOK);
      expect(widgets).toBeGreaterThan(0);
      expect(violations).toEqual([]);
      expect(sideways).toBe(0);
    });
  }
});
