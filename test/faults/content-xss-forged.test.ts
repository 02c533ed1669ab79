import { expect } from 'vitest';
import type { Page } from '../support/engines/index.js';
import { lookInside, PAYLOADS } from './support/content-xss.js';
import { describeFaults } from './support/describe-faults.js';
import { TAG, type Hostile, type HostSite } from './support/host.js';
import { visit } from './support/load.js';
import { isRunning, ours, problemCodes, told, waitForHelp, type WithAntes } from './support/survive.js';

const KEEPING: Hostile = { tag: TAG.replace(' data-consent="denied"', '') };
const SAID = `forged ${PAYLOADS.slice(0, 20).join(' ')}`;

/** What is kept of a visit in which help was shown, as another script of the same site can read it. */
async function kept(page: Page): Promise<Record<string, string>> {
  await isRunning(page);
  await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
  await waitForHelp(page, 'asked');
  return page.evaluate(() => {
    dispatchEvent(new PageTransitionEvent('pagehide'));
    (globalThis as WithAntes).antes!.stop();
    return Object.fromEntries([sessionStorage, localStorage].flatMap((one) => Object.entries(one))) as Record<
      string,
      string
    >;
  });
}
/** Another script has been there: the next page finds this. */
async function find(page: Page, site: HostSite, written: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${site.origin}/host.css`);
  await page.evaluate((all) => {
    for (const [key, text] of Object.entries(all)) {
      sessionStorage.setItem(key, text);
      localStorage.setItem(key, text);
    }
  }, written);
  await page.goto(`${site.origin}/`);
  await isRunning(page);
}
/** Every text in it is another one; names and kinds stay. */
const poison = (value: unknown): unknown => {
  if (typeof value === 'string') return SAID;
  if (Array.isArray(value)) return [...value.map(poison), SAID, { trigger: 'asked', title: SAID }];
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, poison(one)]));
};
interface Stored {
  readonly [key: string]: unknown;
  readonly state?: { readonly decide?: Record<string, unknown> };
}
const mapped = (all: Record<string, string>, change: (value: Stored) => unknown): Record<string, string> =>
  Object.fromEntries(
    Object.entries(all).flatMap(([key, text]) =>
      key.startsWith('antes.') ? [[key, JSON.stringify(change(JSON.parse(text) as Stored))]] : [],
    ),
  );

const FORGED: Readonly<Record<string, (all: Record<string, string>) => Record<string, string>>> = {
  'no JSON': (all) => Object.fromEntries(Object.keys(all).map((key) => [key, SAID])),
  'texts instead of states': (all) => mapped(all, () => SAID),
  'a hundred thousand levels': (all) =>
    Object.fromEntries(Object.keys(all).map((key) => [key, '['.repeat(1e5) + ']'.repeat(1e5)])),
  'other texts in the right places': (all) =>
    mapped(all, (value) => {
      const { format, session, salt, page, seed } = value;
      return { ...(poison(value) as object), format, session, salt, page, seed };
    }),
  'help that is on the screen, and due': (all) =>
    mapped(all, (value) => {
      const decide = value.state?.decide;
      if (decide) {
        decide.screen = [{ offer: 7, trigger: 'asked', title: SAID, as: 'notice', phase: 'shown' }];
        decide.pending = { asked: { at: 0, heldBy: null, title: SAID }, [SAID]: { at: 0, heldBy: null } };
      }
      return value;
    }),
  prototypes: (all) =>
    Object.fromEntries(
      Object.entries(mapped(all, (value) => value)).map(([key, text]) => [
        key,
        text.replace(
          '{',
          `{"__proto__":{"polluted":"yes","title":${JSON.stringify(SAID)}},"constructor":{"prototype":{"polluted":"yes"}},`,
        ),
      ]),
    ),
};

describeFaults('content-xss', ({ fault }) => {
  for (const [what, forge] of Object.entries(FORGED))
    fault(
      'XSS-13',
      `what is stored was written by somebody else: ${what}. Nothing of it is shown, and help comes as ever`,
      (page) =>
        visit(page, KEEPING, async (site) => {
          const all = await kept(page);
          expect(Object.keys(all)).toContain('antes.session');
          expect(Object.keys(all)).toContain('antes.visitor');
          await find(page, site, forge(all));
          await page.click('#plus');
          expect((await told(page)).filter(({ type }) => type === 'help')).toEqual([]);
          await page.evaluate(() => (globalThis as WithAntes).antes!.open('hello'));
          await page.waitFor(() =>
            document.querySelector('antes-notice')?.shadowRoot?.textContent?.includes('Help is here'),
          );
          const { text, strange, ran } = await lookInside(page);
          expect({ strange, ran }).toEqual({ strange: [], ran: null });
          expect(text).not.toContain('forged');
          expect(await page.evaluate("({}).polluted ?? 'clean'")).toBe('clean');
          expect(await problemCodes(page)).toEqual([]);
          expect(await page.evaluate(() => globalThis.watch.complaints)).toEqual([]);
        }),
    );

  fault('XSS-13', 'events of storage and messages of other tabs are forged: nothing is shown', (page) =>
    visit(page, KEEPING, async () => {
      await isRunning(page);
      await page.evaluate((said) => {
        for (const key of ['antes.visitor', 'antes.session', 'antes.outbox', 'antes.open']) {
          dispatchEvent(
            new StorageEvent('storage', {
              key,
              newValue: JSON.stringify({ show: 'hello', title: said }),
              storageArea: localStorage,
            }),
          );
          const channel = new BroadcastChannel(key);
          // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel has none
          channel.postMessage({ show: 'hello', title: said });
          channel.close();
        }
        for (const data of [{ type: 'antes:open', content: 'hello' }, { antes: 'open', title: said }, said])
          dispatchEvent(new MessageEvent('message', { data, origin: location.origin, source: window }));
        document.dispatchEvent(
          new CustomEvent('antes:help', { detail: { trigger: 'asked', phase: 'shown', title: said } }),
        );
        document.dispatchEvent(
          new CustomEvent('antes:emit', { detail: { event: said, data: { title: said } } }),
        );
        document.dispatchEvent(new CustomEvent('antes:emit', { detail: null }));
        document.dispatchEvent(new Event('antes:emit'));
      }, SAID);
      await page.click('#plus');
      expect((await ours(page)).filter((name) => name !== 'antes-layer')).toEqual([]);
      // What is no name of an event is told, and that is all.
      expect(await problemCodes(page)).toEqual(['BAD_CALL']);
      expect(
        await page.evaluate(() => JSON.stringify((globalThis as WithAntes).antes!.journal().records)),
      ).not.toContain('forged');
    }),
  );

  fault(
    'XSS-15',
    'what a page lays over everything does not lie over help, and a press on it presses nothing of ours',
    (page) =>
      visit(
        page,
        {
          body: '<div id="over"></div><div id="decoy">You have won</div>',
          inject:
            "addEventListener('DOMContentLoaded', () => { for (const id of ['over', 'decoy']) document.getElementById(id).style.cssText = 'position:fixed;inset:0;z-index:2147483647;opacity:0.01'; });",
        },
        async () => {
          await isRunning(page);
          await page.evaluate(() => {
            const state = globalThis as WithAntes & { done?: number };
            state.done = 0;
            state.antes!.register('host.do', () => void (state.done = state.done! + 1));
            state.antes!.open('hello');
          });
          await page.waitFor(() => !!document.querySelector('antes-notice'));
          const where = await page.evaluate(() => {
            const { left, top, width, height } = document
              .querySelector('antes-notice')!
              .shadowRoot!.querySelector('[part~=action]')!
              .getBoundingClientRect();
            return document.elementFromPoint(left + width / 2, top + height / 2)?.localName;
          });
          expect(where).toMatch(/^antes-/);
          await page.clickAt(20, 20);
          expect(await page.evaluate('done')).toBe(0);
          // Help at its place, which the page has covered, is seen above the cover or is not said to be seen.
          await page.evaluate(() => (globalThis as WithAntes).antes!.emit('needed'));
          await waitForHelp(page, 'asked');
          const covered = await page.evaluate(() => {
            const card = document.querySelector('antes-inline')?.getBoundingClientRect();
            if (!card || card.bottom > innerHeight || card.top < 0) return 'elsewhere';
            return document.elementFromPoint(card.x + card.width / 2, card.y + card.height / 2)?.localName;
          });
          expect(covered).toMatch(/^antes-|elsewhere/);
        },
      ),
  );

  fault(
    'XSS-15',
    'a page that was put into a frame of somebody else shows help in it, and reaches nothing outside',
    (page) =>
      visit(
        page,
        {
          routes: (path, { url }) =>
            path === '/outside'
              ? `<!doctype html><title>Outside</title><iframe src="${url.split('?')[1]}" width="900" height="700"></iframe>`
              : undefined,
        },
        async ({ origin }) => {
          await page.goto(`${origin.replace('127.0.0.1', 'localhost')}/outside?${origin}/`);
          // From outside nothing of the page can be read: the inner one reports by the address of its own history.
          await page.waitFor(() => frames.length === 1);
          const inside = await page.evaluate(() => {
            try {
              return String((frames[0] as unknown as { antes: unknown }).antes);
            } catch {
              return 'refused';
            }
          });
          expect(inside).toBe('refused');
          expect(
            await page.evaluate(
              () =>
                [...document.querySelectorAll('*')].filter((one) => one.localName.startsWith('antes-'))
                  .length,
            ),
          ).toBe(0);
          expect(await page.evaluate('typeof window.antes')).toBe('undefined');
        },
      ),
  );
});
