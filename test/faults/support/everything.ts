import type { Config } from '../../../src/engine.js';
import type { Page } from '../../support/engines/index.js';
import type { Hostile } from './host.js';
import { REPORTING } from './reported.js';
import type { WithAntes } from './survive.js';

const FORMS = ['notice', 'banner', 'hint', 'badge', 'panel'] as const;
const CONTENT = { notice: 'guide', banner: 'order', hint: 'hello', badge: 'guide', panel: 'guide' } as const;

/** A page with help in every form, an order that is followed, ways to a person, and a receiver of reports. */
export const EVERYTHING: Hostile = {
  ...REPORTING,
  config(usual) {
    const config = REPORTING.config!(usual) as Config;
    return {
      ...config,
      facts: { 'order.state': { type: 'string', values: ['shipped'] } },
      policy: { ...config.policy, launcher: true },
      sources: { order: { kind: 'order', url: '/order.json' } },
      contact: {
        order: ['callback', 'chat'],
        channels: { chat: { call: 'host.chat' }, callback: { url: '/callback' } },
      },
      content: {
        ...config.content,
        order: { title: 'Your order', source: 'order' },
        guide: {
          title: 'How to pay',
          body: 'In two steps.',
          guide: [{ text: 'Read this', anchor: 'here' }, { text: 'Press **Pay**' }],
          feedback: 'effort',
          actions: [{ label: 'Ask us', contact: 'callback' }],
        },
      },
      triggers: [
        ...config.triggers,
        ...FORMS.map((as) => ({
          id: as,
          when: { event: `ask-${as}` },
          timing: { at: 'now' } as const,
          show: { content: CONTENT[as], as, anchor: 'here' },
        })),
        {
          id: 'status',
          when: { event: 'ask-status' },
          timing: { at: 'now' },
          show: { content: 'order', as: 'status', anchor: 'here' },
        },
      ],
    } satisfies Config;
  },
  routes: (path, asked) =>
    path === '/order.json'
      ? JSON.stringify({ id: 'A1', state: 'shipped', steps: [{ id: 'placed', at: '2026-01-29T09:00:00Z' }] })
      : REPORTING.routes!(path, asked),
};

const GONE_MS = 3_000;
/** Longer than a busy machine takes to load and draw a widget. */
const COMES_MS = 3_000;
/** What is left to the others, once one has not come. */
const HASTY_MS = 300;

/** Until what was done can be seen: two frames, and what waits for them. */
const seen = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<void>((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 40))),
      ),
  );

/** Presses the first part of ours of that name, if there is one: by a script, since something may be broken. */
async function press(page: Page, part: string): Promise<void> {
  await page.evaluate<void, [string]>((name) => {
    const within = (root: Document | ShadowRoot): HTMLElement[] =>
      [...root.querySelectorAll<HTMLElement>('*')].flatMap((one) => [
        ...(one.part.contains(name) ? [one] : []),
        ...(one.shadowRoot ? within(one.shadowRoot) : []),
      ]);
    const [found] = within(document);
    Object.assign(globalThis.watch, { pressedIn: (found?.getRootNode() as ShadowRoot | undefined)?.host });
    found?.click();
  }, part);
  await seen(page);
}

/** Whether what is waited for happens in time. */
const happens = (wait: Promise<unknown>): Promise<boolean> =>
  wait.then(
    () => true,
    () => false,
  );

/** Whether what was pressed last goes; a busy machine may take its time. */
const goes = (page: Page): Promise<boolean> =>
  happens(
    page.waitFor(() => !(globalThis.watch as { pressedIn?: Element }).pressedIn?.isConnected, {
      timeout: GONE_MS,
    }),
  );

const ask = (page: Page, trigger: string): Promise<void> =>
  page.evaluate<void, [string]>(
    (event) => void document.dispatchEvent(new CustomEvent('antes:emit', { detail: { event } })),
    `ask-${trigger}`,
  );

/** Whether the help of a trigger has come by then. Where something is broken it may not. */
const comes = (page: Page, trigger: string, patience: number): Promise<boolean> =>
  happens(
    page.waitFor<boolean, [string]>(
      (id) =>
        globalThis.watch.told.some(
          ({ type, detail }) => type === 'help' && detail['trigger'] === id && detail['phase'] === 'shown',
        ),
      { args: [trigger], timeout: patience },
    ),
  );

/**
 * A customer who is shown all that there is, uses it and sends it away. What is not there is left out. Resolves to what
 * was closed and is still there, and to what never came.
 */
export async function useEverything(page: Page): Promise<{ stayed: string[]; missing: string[] }> {
  const stayed: string[] = [];
  const missing: string[] = [];
  let patience = COMES_MS;
  const show = async (what: string, by = () => ask(page, what)) => {
    await by();
    // What has kept one may keep them all.
    if (!(await comes(page, what, patience))) {
      patience = HASTY_MS;
      missing.push(what);
    }
    await seen(page);
  };
  const close = async (what: string) => {
    await press(page, 'close');
    if (!(await goes(page))) stayed.push(what);
  };
  await press(page, 'why');
  await close('inline');
  await show('status');
  await close('status');
  await show('notice');
  await page.press('Tab');
  await press(page, 'show-me');
  await press(page, 'action');
  await press(page, 'back');
  await page.press('Escape');
  await close('notice');
  await show('banner');
  await close('banner');
  await show('hint');
  await press(page, 'hint');
  await close('hint');
  await show('badge');
  await press(page, 'badge');
  await close('badge');
  await show('panel');
  await close('panel');
  await show('dead', async () => {
    for (let i = 0; i < 3; i++) await page.click('#dead');
  });
  await close('dead');
  await page.evaluate(() => (globalThis as WithAntes).antes!.open());
  await seen(page);
  await press(page, 'go');
  await press(page, 'back');
  await page.press('Escape');
  await page.evaluate(() => void window.dispatchEvent(new Event('resize')));
  await seen(page);
  return { stayed, missing };
}
