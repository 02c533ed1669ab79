import { expect } from 'vitest';
import type { Config } from '../../../src/engine.js';
import type { Page } from '../../support/engines/index.js';
import { TAG, type Hostile, type HostSite } from './host.js';
import type { WithAntes } from './survive.js';

export interface Sent {
  readonly type: string;
  readonly sid: string;
  readonly seq: number;
  readonly sent: number;
  readonly at: number;
  readonly [name: string]: unknown;
}

/** A page that reports to its own server, which takes everything. */
export const REPORTING: Pick<Hostile, 'tag' | 'config' | 'routes'> = {
  tag: TAG.replace('denied', 'granted'),
  config: (config: Config) => ({
    ...config,
    report: { endpoint: '/collect' },
  }),
  routes: (path) => (path === '/collect' ? { body: '{"ok":true}', type: 'application/json' } : undefined),
};

/** Every event of the bodies that were posted, as often as it was. */
export const sentTo = (site: HostSite): Sent[] =>
  site.seen.flatMap(({ url, body }) =>
    url === '/collect'
      ? body
          .split('\n')
          .filter(Boolean)
          .map((line) => JSON.parse(line) as Sent)
      : [],
  );
export const keysOf = (events: readonly Sent[]): string[] => events.map(({ sid, seq }) => `${sid} ${seq}`);

/** Waits in this process. */
export async function until(what: string, look: () => boolean, ms = 3_000): Promise<void> {
  const end = performance.now() + ms;
  while (!look()) {
    if (performance.now() > end) throw new Error(`Waited ${ms} ms in vain for ${what}`);
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The page is left, and comes back: as the browser would tell it. */
export const tellPage = (page: Page, type: 'pagehide' | 'pageshow'): Promise<void> =>
  page.evaluate((name) => void window.dispatchEvent(new PageTransitionEvent(name)), type);

/** What makes reports is there; before that a page that is left tells nothing. Antes asked for it first, so it has it first. */
const reportsAreThere = (page: Page): Promise<unknown> =>
  page.evaluate("import(new URL('/antes/antes.report.js', location.href).href).then(() => true)");

/** The page is left, with its reports. */
export async function leave(page: Page): Promise<void> {
  await reportsAreThere(page);
  await tellPage(page, 'pagehide');
}

/** Ends Antes and waits for what it has to tell, which is whole. */
export async function endsTold(page: Page, site: HostSite): Promise<void> {
  await reportsAreThere(page);
  await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
  await until('the reports', () => sentTo(site).some(({ type }) => type === 'help'));
  const events = sentTo(site);
  expect(new Set(events.map(({ type }) => type))).toContain('visit');
  for (const event of events) {
    expect(event).toMatchObject({ antes: 1, visit: expect.stringMatching(/^[\da-f]{16}$/) });
    for (const value of Object.values(event))
      expect(['string', 'number', 'boolean', 'object']).toContain(typeof value);
  }
  expect(new Set(keysOf(events)).size).toBe(events.length);
}
