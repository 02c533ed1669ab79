import { beforeEach, expect, it } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { describeShop, type Visit } from './support/describe-shop.js';
import type { Shop } from './support/shop.js';
import { pressIn, saying } from './support/widgets.js';

const INSPECTOR = 'antes-inspector';
const TABS = ['timeline', 'triggers', 'pick', 'simulate', 'checks', 'journal', 'config'];

let shop: Shop;
let page: Page;
const takeFrom = (visit: () => Visit) =>
  beforeEach(() => {
    ({ shop, page } = visit());
  });

/** The inspector on a page of the shop on which something has happened. */
async function open(width: number, height: number): Promise<void> {
  await page.setViewport(width, height);
  await page.goto(`${shop.origin}/products/mug-alba`);
  await page.waitFor('window.antes?.config?.triggers?.length > 0');
  await page.evaluate("window.antes.emit('payment-failure', { code: 'card_declined' })");
  await page.evaluate('window.antes.inspect()');
}
/** A tab with all that can be unfolded in it. */
async function show(id: string): Promise<void> {
  const view = `document.querySelector('${INSPECTOR}').shadowRoot.querySelector('antes-inspector-${id}')`;
  await page.evaluate(
    `document.querySelector('${INSPECTOR}').shadowRoot.querySelector('#tab-${id}').click()`,
  );
  await page.waitFor(
    id === 'config'
      ? `!!${view}?.shadowRoot?.querySelector('.cm-content')`
      : `${view}?.shadowRoot?.childElementCount > 0`,
    { timeout: 20_000 },
  );
  await page.evaluate(`${view}.shadowRoot.querySelectorAll('details').forEach((one) => one.open = true)`);
}

/** What stands out of the window, is cut off, or wants scrolling in a second direction; of code a line may be long. */
const WRONG = () => {
  const inspector = document.querySelector<HTMLElement>('antes-inspector')!;
  const wrong: string[] = [];
  const nameOf = (one: Element) =>
    `${one.localName}.${one.className} “${one.textContent?.trim().slice(0, 30)}”`;
  const box = inspector.getBoundingClientRect();
  if (box.left < 0 || box.right > innerWidth || box.top < 0 || box.bottom > innerHeight)
    wrong.push('the inspector is larger than the window');
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) wrong.push('the page scrolls sideways');
  const look = (root: ParentNode): void => {
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      if (one.shadowRoot) look(one.shadowRoot);
      if (one.closest('.unseen, pre, textarea, .cm-editor, [role=tablist], option') || !one.checkVisibility())
        continue;
      const { left, right } = one.getBoundingClientRect();
      if (left < -1 || right > innerWidth + 1) wrong.push(`out of the window: ${nameOf(one)}`);
      const { overflowX } = getComputedStyle(one);
      if (overflowX !== 'visible' && one.scrollWidth > one.clientWidth + 1 && one.localName !== 'input')
        wrong.push(`cut off, or scrolls sideways: ${nameOf(one)}`);
    }
  };
  look(inspector.shadowRoot!);
  return wrong;
};

/** Where the focus can go and is not seen, or a press would not reach it: what lies over it. */
const COVERED = async () => {
  const inspector = document.querySelector('antes-inspector')!;
  const stops: HTMLElement[] = [];
  const find = (root: ParentNode): void => {
    for (const one of root.querySelectorAll<HTMLElement>('*')) {
      if (one.shadowRoot) find(one.shadowRoot);
      if (one.tabIndex >= 0 && one.checkVisibility() && !(one as HTMLButtonElement).disabled) stops.push(one);
    }
  };
  find(inspector.shadowRoot!);
  const covered: string[] = [];
  for (const one of stops.filter(
    (stop) => !stop.matches('.panel, .cm-content, .cm-scroller, [role=separator]'),
  )) {
    one.focus();
    // Firefox leaves what is half in view where it is: that is the edge of what scrolls, and nothing lies over it.
    one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    // Help steps aside for the focus, and says so a moment later.
    await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
    // What is told anew meanwhile may have moved it.
    one.scrollIntoView({ block: 'nearest', behavior: 'instant' });
    const { left, top, width, height } = one.getBoundingClientRect();
    let at = document.elementFromPoint(left + width / 2, top + height / 2);
    while (at?.shadowRoot) {
      const inside: Element | null = at.shadowRoot.elementFromPoint(left + width / 2, top + height / 2);
      if (!inside || inside === at) break;
      at = inside;
    }
    if (!at || !(one === at || one.contains(at) || at.contains(one)))
      covered.push(`${one.localName} “${one.textContent.trim()}” by ${at?.localName ?? 'the edge'}`);
  }
  return { covered, count: stops.length };
};

describeShop('the inspector at 400 %', {}, (visit) => {
  takeFrom(visit);

  // 1280 × 1024 at 400 %, and a phone.
  it.each([
    [320, 256],
    [320, 640],
  ])('%i × %i: all of it is there, is reached, and scrolls in one direction', async (width, height) => {
    await open(width, height);
    for (const id of TABS) {
      await show(id);
      expect(await page.evaluate(WRONG), id).toEqual([]);
      const { covered, count } = await page.evaluate(COVERED);
      expect(covered, id).toEqual([]);
      expect(count, id).toBeGreaterThan(4);
    }
  });

  it('320 × 256: there is room to read, and what is last can be scrolled out from under help', async () => {
    await open(320, 256);
    await show('triggers');
    const room = await page.waitFor(() => {
      const root = document.querySelector('antes-inspector')!.shadowRoot!;
      const panel = root.querySelector<HTMLElement>('.panel')!;
      panel.scrollTo(0, panel.scrollHeight);
      const last = root.querySelector('antes-inspector-triggers')!.shadowRoot!.lastElementChild!;
      const help = document.querySelector('antes-badge')!.getBoundingClientRect();
      return last.getBoundingClientRect().bottom <= help.top && panel.clientHeight;
    });
    expect(room).toBeGreaterThan(150);
  });

  it('Tab goes through its head in the order in which it is read', async () => {
    for (const width of [320, 599, 1280]) {
      await open(width, 640);
      const head = await page.evaluate(() => {
        const root = document.querySelector('antes-inspector')!.shadowRoot!;
        return [...root.querySelectorAll<HTMLElement>('header button')]
          .filter((one) => one.tabIndex >= 0 && one.checkVisibility())
          .map((one) => {
            const { left, right, top, bottom } = one.getBoundingClientRect();
            return { name: one.textContent.trim(), left, right, top, bottom };
          });
      });
      expect(head.at(-1)!.name).toBe('Close');
      const back = head.filter((one, i) => {
        const next = head[i + 1];
        return next && (next.bottom <= one.top || (next.top < one.bottom && next.left < one.right));
      });
      expect(back, `${width}`).toEqual([]);
    }
  });

  it('a tab that is gone to by key is wholly seen', async () => {
    await open(320, 640);
    await page.evaluate(
      `document.querySelector('${INSPECTOR}').shadowRoot.querySelector('[aria-selected=true]').focus()`,
    );
    for (const _id of TABS) {
      await page.press('ArrowRight');
      await page.waitFor(() => {
        const root = document.querySelector('antes-inspector')!.shadowRoot!;
        const [tab, list] = [root.activeElement!, root.querySelector('[role=tablist]')!];
        const [a, b] = [tab.getBoundingClientRect(), list.getBoundingClientRect()];
        return tab.matches('[aria-selected=true]') && a.left > b.left - 1 && a.right < b.right + 1;
      });
    }
  });
});

describeShop('the inspector in forced colours', { preferences: { forcedColors: true } }, (visit) => {
  takeFrom(visit);

  it('says which tab is open, where the focus is, and what is on', async () => {
    await open(1280, 860);
    for (const id of TABS) {
      await show(id);
      const looks = await page.evaluate(() => {
        const root = document.querySelector('antes-inspector')!.shadowRoot!;
        (root.activeElement as HTMLElement | null)?.blur();
        return [...root.querySelectorAll('[role=tab]')].map((one) => {
          return { selected: one.getAttribute('aria-selected'), look: getComputedStyle(one).color };
        });
      });
      const of = (selected: string) =>
        new Set(looks.filter((one) => one.selected === selected).map(({ look }) => look));
      expect(of('true').size).toBe(1);
      expect(of('false')).not.toContain([...of('true')][0]);
    }
  });

  it.each(TABS)('the focus is seen wherever it goes: %s', async (id) => {
    await open(1280, 860);
    await show(id);
    await page.evaluate(
      `document.querySelector('${INSPECTOR}').shadowRoot.querySelector('[aria-selected=true]').focus()`,
    );
    let stops = 0;
    for (let stop = 0; stop < 8; stop++) {
      await page.press('Tab');
      // The editor is given its frame a moment later.
      const where = await page.waitFor(() => {
        let at = document.activeElement;
        while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
        if (!at || at.getRootNode() === document) return 'outside';
        const { outlineStyle, outlineWidth, outlineColor, backgroundColor } = getComputedStyle(
          at.closest('.cm-editor') ?? at,
        );
        const isSeen = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
        return isSeen && outlineColor !== backgroundColor && 'inside';
      });
      if (where === 'inside') stops++;
    }
    expect(stops).toBeGreaterThan(0);
  });

  it('measures the colours of the theme, not those that are forced', async () => {
    await open(1280, 860);
    await show('checks');
    await pressIn(page, INSPECTOR, 'Also what is fine');
    const said = await saying(page, INSPECTOR);
    expect(said).toMatch(/links , light : \d+\.\d to 1/);
    expect(said).not.toContain(' 1.0 to 1');
  });

  it('what is pointed at has a frame', async () => {
    await open(1280, 860);
    await show('pick');
    await pressIn(page, INSPECTOR, 'Choose an element');
    await page.waitFor("!!document.querySelector('antes-inspector-picker')?.shadowRoot?.activeElement");
    await page.press('ArrowDown');
    const frame = await page.waitFor(() => {
      const box = document.querySelector('antes-inspector-picker')!.shadowRoot!.querySelector('.box');
      if (!box) return undefined;
      const { outlineStyle, outlineWidth } = getComputedStyle(box);
      return `${outlineStyle} ${outlineWidth}`;
    });
    expect(frame).toBe('solid 3px');
  });
});
