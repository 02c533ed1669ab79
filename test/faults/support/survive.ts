import { expect } from 'vitest';
import type { Page } from '../../support/engines/index.js';
import type { Antes } from '../../../src/index.js';
import { type Hostile, type HostSite, serveHost, withoutAntes } from './host.js';

/** For functions that run in the page: `(globalThis as WithAntes).antes`. */
export type WithAntes = typeof globalThis & { antes?: Antes };

/** What may be different where Antes runs. */
export interface Expected {
  /** Codes of the problems that are told, sorted, each once; `any` where help comes without. Default: none. */
  readonly problems?: readonly string[] | 'any';
  /** The widget that the page's wish for help brings; `text` where it comes without widgets, `none` where none comes, `any` where it comes
   * in whatever form, or a problem says why not. */
  readonly help?: 'antes-inline' | 'antes-notice' | 'text' | 'none' | 'any';
  /** Whether there is a `window.antes` at all. */
  readonly starts?: boolean;
  /** What the customer does. Default: fills in, counts, pays, follows a link. */
  readonly scenario?: (page: Page) => Promise<void>;
  /** What the browser itself logs because of what is wrong with the page. */
  readonly logs?: RegExp;
  /** What the page hears of because its policy refuses what was asked for: a configuration, its own icon. */
  readonly complains?: RegExp;
  /** Done and looked at while Antes runs, after help was asked for and before it is stopped. */
  readonly then?: (page: Page, site: HostSite) => Promise<void>;
}

/** What Antes has told so far. */
export const told = (page: Page): Promise<{ type: string; detail: Record<string, unknown> }[]> =>
  take(page, 'told');
/** Codes of the problems so far, in order. */
export const problemCodes = async (page: Page): Promise<string[]> =>
  (await told(page)).filter(({ type }) => type === 'problem').map(({ detail }) => String(detail['code']));
export const signalNames = async (page: Page): Promise<string[]> =>
  (await told(page)).filter(({ type }) => type === 'signal').map(({ detail }) => String(detail['name']));

async function take<T>(page: Page, what: 'told' | 'log' | 'complaints'): Promise<T> {
  return JSON.parse(await page.evaluate<string, [string]>((key) => globalThis.watch.take(key), what)) as T;
}

export const isRunning = (page: Page): Promise<unknown> =>
  page.waitFor(() => !!(globalThis as WithAntes).antes?.config?.triggers?.length, {
    message: 'Antes to run',
  });

/** What the page has noticed: of its own events, and of what went wrong. */
export interface Noticed {
  readonly log: readonly string[];
  readonly complaints: readonly string[];
}
export async function noticed(page: Page): Promise<Noticed> {
  const [log, complaints] = await Promise.all([
    take<string[]>(page, 'log'),
    take<string[]>(page, 'complaints'),
  ]);
  return { log, complaints };
}

/** A customer who has no trouble. */
export async function buy(page: Page): Promise<void> {
  await page.type('#name', 'Ana');
  await page.press('Tab');
  await page.click('#plus');
  await page.click('#plus');
  await page.click('#agree');
  await page.click('#send');
  await page.waitFor(
    () => Document.prototype.getElementById.call(document, 'state')!.textContent === 'Paid for 2',
    {
      message: 'the page to pay',
    },
  );
  await page.click('#about');
  await page.waitFor(
    () => Document.prototype.getElementById.call(document, 'where')!.textContent === 'About',
    {
      message: 'the page to follow its link',
    },
  );
}

/** The page as it is but for our elements and our tag. */
export const ownMarkup = (page: Page): Promise<string> =>
  page.evaluate(() => {
    const copy = Document.prototype.querySelector.call(document, 'html')!.cloneNode(true) as Element;
    for (const one of Element.prototype.querySelectorAll.call(copy, '*')) {
      const name = Reflect.get(Element.prototype, 'localName', one);
      if (
        name.startsWith('antes-') ||
        (name === 'script' && /\/antes[^/]*\//.test((one as HTMLScriptElement).src))
      )
        Element.prototype.remove.call(one);
    }
    return copy.outerHTML;
  });

/** What a page without Antes has done, and is. */
interface Run {
  readonly log: readonly string[];
  readonly complaints: readonly string[];
  readonly changed: readonly string[];
  readonly markup: string;
  readonly requests: readonly string[];
}
/** What must be there again after `stop()`. */
export interface Rest {
  readonly changed: readonly string[];
  readonly markup: string;
  /** Listeners, observers, timers and frames that are alive. */
  readonly alive: string;
}

async function snapshot(page: Page, site: HostSite): Promise<Run> {
  const seen = await page.evaluate(() => {
    const { take: taken, plain, changed } = globalThis.watch;
    return [taken('log'), taken('complaints'), plain(changed())];
  });
  const [log, complaints, changed] = seen.map((text) => JSON.parse(text) as string[]) as [
    string[],
    string[],
    string[],
  ];
  return { log, complaints, changed, markup: await ownMarkup(page), requests: site.requests.splice(0) };
}

/** What a customer has seen of the page without Antes, and what the browser has logged of it. */
interface Reference {
  readonly run: Run;
  readonly alive: string;
  readonly lines: readonly string[];
}
/** By what the page is: where only what Antes gets is another, the page without it is looked at once. */
const references = new WeakMap<Page, Map<string, Reference>>();

async function referenceOf(
  page: Page,
  site: HostSite,
  hostile: Hostile,
  scenario: (page: Page) => Promise<void>,
): Promise<Reference> {
  const known = references.get(page) ?? new Map<string, Reference>();
  references.set(page, known);
  const key = [withoutAntes(hostile), scenario].map(String).join();
  const found = known.get(key);
  if (found) return found;
  const before = (await page.problems()).length;
  await page.goto(`${site.origin}/without`);
  await scenario(page);
  const run = await snapshot(page, site);
  const alive = await page.evaluate(() => globalThis.watch.plain(globalThis.ledger()));
  const reference = { run, alive, lines: (await page.problems()).slice(before) };
  // Its address is another one each time.
  if (!JSON.stringify(reference).includes(new URL(site.origin).host)) known.set(key, reference);
  return reference;
}

/** All that the page gets: the name that is ours, and how a second copy finds the first. */
const OURS = ['window.antes is new', 'window.Symbol(antes.running) is new'];

/**
 * The same customer on the same page, without Antes and with it: what the page notices must be the same. Then help that
 * the page asks for, and the end, after which nothing of ours may be left.
 */
export async function survive(page: Page, hostile: Hostile, expected: Expected = {}): Promise<void> {
  const {
    problems = [],
    help = 'antes-inline',
    starts = true,
    scenario = buy,
    logs,
    complains,
    then,
  } = expected;
  const site = await serveHost(hostile);
  const unasked = ({ complaints }: Run) => complaints.filter((line) => !complains?.test(line));
  try {
    const { run: without, alive, lines: first } = await referenceOf(page, site, hostile, scenario);
    const before = (await page.problems()).length;
    await page.goto(`${site.origin}/`);
    if (starts)
      await page.waitFor(() => typeof (globalThis as WithAntes).antes?.why === 'function', {
        message: 'Antes',
      });
    if (starts && help !== 'none') await isRunning(page);
    await scenario(page);
    const withAntes = await snapshot(page, site);
    expect({
      ...withAntes,
      complaints: unasked(withAntes),
      changed: withAntes.changed.filter((line) => !without.changed.includes(line) && !OURS.includes(line)),
    }).toEqual({ ...without, complaints: unasked(without), changed: [] });

    if (help !== 'none') {
      await page.click('#needed');
      if (help === 'any') await waitForAny(page);
      else await waitForHelp(page, 'asked');
      if (help !== 'text' && help !== 'any')
        expect(await ours(page), await take(page, 'told').then(JSON.stringify)).toContain(help);
    }
    await then?.(page, site);
    if (problems !== 'any')
      expect([...new Set(await problemCodes(page))].sort()).toEqual([...problems].sort());
    if (starts) await stopsWithoutTrace(page, { ...without, alive });
    // What the browser itself has logged, but for what it logs without us too.
    const loud = (lines: readonly string[]) => lines.filter((line) => !logs?.test(line));
    const second = loud((await page.problems()).slice(before));
    expect(second, second.join('\n')).toHaveLength(loud(first).length);
  } finally {
    await site.close();
  }
}

export const waitForHelp = (page: Page, trigger: string, phase = 'shown'): Promise<unknown> =>
  page.waitFor(
    (id, wanted) =>
      globalThis.watch.told.some(
        ({ type, detail }) => type === 'help' && detail['trigger'] === id && detail['phase'] === wanted,
      ),
    { args: [trigger, phase], message: `help '${trigger}' to be ${phase}` },
  );

/** Help in any form, or a problem that says what is off. */
const waitForAny = (page: Page): Promise<unknown> =>
  page.waitFor(
    () =>
      globalThis.watch.told.some(({ type, detail }) => type === 'help' && detail['phase'] === 'shown') ||
      (globalThis as WithAntes).antes!.problems.length > 0,
    { message: 'help, or a problem' },
  );

/** Names of our elements that are in the page. */
export const ours = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    Array.prototype.flatMap.call(Document.prototype.querySelectorAll.call(document, '*'), (one: Element) => {
      const name = Reflect.get(Element.prototype, 'localName', one);
      return name.startsWith('antes-') ? [name] : [];
    }),
  ) as Promise<string[]>;

/** Ends Antes, and looks for what is left of it. */
export async function stopsWithoutTrace(page: Page, { changed, markup, alive }: Rest): Promise<void> {
  await page.evaluate(() => (globalThis as WithAntes).antes!.stop());
  expect(await ours(page)).toEqual([]);
  expect(await ownMarkup(page)).toBe(markup);
  const now = await page.evaluate(() => globalThis.watch.changed());
  // What is ours may have been there before the page took its stock.
  const expected = [...changed, OURS[0], 'window.Symbol(antes.running) is gone'];
  expect(now.filter((line) => !expected.includes(line))).toEqual([]);
  // A frame that was asked for may still come; nothing may ask for another.
  const left = () => page.evaluate(() => globalThis.watch.plain(globalThis.ledger()));
  await page
    .waitFor((known) => globalThis.watch.plain(globalThis.ledger()) === known, {
      args: [alive],
      timeout: 1_500,
    })
    .catch(async () => expect(JSON.parse(await left())).toEqual(JSON.parse(alive)));
}

declare global {
  var watch: {
    start(): void;
    changed(): string[];
    take(key: string): string;
    plain(value: unknown): string;
    readonly told: { type: string; detail: Record<string, unknown> }[];
    readonly log: string[];
    readonly complaints: string[];
  };
  var ledger: () => object;
}
