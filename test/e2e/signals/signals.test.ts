import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  describeEngines,
  type Engine,
  type EngineName,
  openEngine,
  type Page,
} from '../../support/engines/index.js';
import { script, serve, type Site, WATCH } from '../support/site.js';
import { told } from '../support/told.js';
import { ANSWERS } from './answers.js';
import type { Case, Table } from './case.js';
import { FIELDS } from './fields.js';
import { FINGERS } from './fingers.js';
import { Hand } from './hand.js';
import { KEYS } from './keys.js';
import { PRESSES } from './presses.js';
import { REQUESTS } from './requests.js';
import { WAYS } from './ways.js';
import { WORRIES } from './worries.js';

const TABLE: Table = {
  ...PRESSES,
  ...ANSWERS,
  ...KEYS,
  ...FINGERS,
  ...FIELDS,
  ...REQUESTS,
  ...WAYS,
  ...WORRIES,
};
/** Browsers side by side, each with one page: windows of one browser share its focus, clipboard and frames. */
const SIDE_BY_SIDE = { chromium: Number(process.env['ANTES_SIDE'] ?? 4), firefox: 2, webkit: 1 } as const;
/** Every case, or (default) those that are worth doing in more than one browser. */
const ALL = process.env['ANTES_SIGNALS'] === 'all';

interface Numbered extends Case {
  readonly title: string;
  readonly signal: string;
  readonly is: boolean;
}
const numbered: Numbered[] = Object.entries(TABLE).flatMap(([signal, { yes, no }]) =>
  [yes, no].flatMap((cases, no_) =>
    Object.entries(cases).map(([name, one]) => ({
      ...one,
      signal,
      is: no_ === 0,
      title: `${signal}${no_ === 0 ? '' : ': not'} ${name}`,
    })),
  ),
);

const config = ({ set, config: more }: Case): string =>
  JSON.stringify({ version: 1, triggers: [], policy: { signals: set ?? {} }, ...more });
// Each case is a new visitor, though the browser is the same.
const html = (
  number: string,
  body: string,
  head = '',
): string => `<!doctype html><html lang="en"><head><title>Shop</title>
<script>if (location.search === '?fresh') { localStorage.clear(); sessionStorage.clear(); }</script>${WATCH}
<script>if (location.search === '?fresh') history.replaceState(null, '', location.pathname);</script>
<style>body { font: 16px sans-serif; margin: 40px } button, a, input, select { margin: 6px }</style>
${head}${script(`data-config="/${number}/antes.json"`)}</head><body>${body}</body></html>`;

const canDo = (engine: EngineName, { in: where, is }: Numbered): boolean =>
  engine === 'chromium'
    ? ALL || where !== undefined
    : engine === 'firefox'
      ? where === 'all' || where === 'fingers' || where === 'not-webkit'
      : where === 'all' && (ALL || is);

describeEngines('signals on pages of all kinds', (engine, engineName) => {
  let site: Site;
  const engines: Engine[] = [];
  const idle: Page[] = [];
  const waiting: ((page: Page) => void)[] = [];
  beforeAll(async () => {
    site = await serve((path) => {
      const [, number, ...rest] = path.split('/');
      const one = numbered[Number(number)];
      if (!one || number === '') return path === '/' ? '<!doctype html><title>Empty</title>' : undefined;
      const end = rest.join('/');
      if (end === 'antes.json') return config(one);
      if (one.api && Object.hasOwn(one.api, end)) return one.api[end];
      if (end === '') return html(number!, one.body, one.head);
      const other = one.pages?.[end];
      return other === undefined ? undefined : html(number!, other, one.head);
    });
    const others = Array.from({ length: SIDE_BY_SIDE[engineName] - 1 }, () => openEngine(engineName));
    engines.push(...(await Promise.all(others)));
    idle.push(...(await Promise.all([engine(), ...engines].map((one) => one.newPage()))));
  });
  afterAll(async () => {
    await Promise.all(engines.map((one) => one.close()));
    await site.close();
  });

  const take = async (): Promise<Page> => idle.pop() ?? new Promise((done) => waiting.push(done));
  const giveBack = (page: Page): void => {
    const next = waiting.shift();
    if (next) next(page);
    else idle.push(page);
  };

  const run = async (number: number): Promise<void> => {
    const one = numbered[number]!;
    const page = await take();
    try {
      await page.goto(`${site.origin}/${number}/?fresh`);
      await page.waitFor('Array.isArray(window.antes?.config?.triggers)');
      const hand = new Hand(page, `${site.origin}/${number}/`);
      await one.act(hand);
      await (one.is ? isTold(page, one) : isNotTold(page, one));
    } finally {
      await page.goto(`${site.origin}/`);
      giveBack(page);
    }
  };
  const here = numbered.map((one, number) => ({ one, number })).filter(({ one }) => canDo(engineName, one));
  const each = engineName === 'webkit' ? it : it.concurrent;
  describe('each', () => {
    for (const { one, number } of here) each(one.title, () => run(number), 60_000);
  });
});

const signalsOf = async (page: Page) =>
  (await told(page)).filter(({ type }) => type === 'signal').map(({ detail }) => detail);
const listed = (all: Awaited<ReturnType<typeof signalsOf>>): string =>
  all
    .map(
      (one) =>
        `${one['name']} ${one['target']}: ${one['because']} ${one['weight']} ${JSON.stringify(one['evidence'])}`,
    )
    .join('\n');

async function isTold(page: Page, { signal, wanted = {}, patienceMs = 3_500 }: Numbered): Promise<void> {
  const until = performance.now() + patienceMs;
  const fits = (one: Record<string, unknown>) =>
    one['name'] === signal &&
    (wanted.count === undefined || one['count'] === wanted.count) &&
    (wanted.weight === undefined || Math.abs((one['weight'] as number) - wanted.weight) < 1e-9);
  let all = await signalsOf(page);
  while (!all.some(fits) && performance.now() < until) {
    await sleep(50);
    all = await signalsOf(page);
  }
  const found = all.find(fits);
  expect(found, `told:\n${listed(all)}`).toBeDefined();
  expect(found!['weight']).toBeGreaterThan(0);
  expect(found!['because']).toMatch(/\S+ \S+ \S+/);
  if (signal !== 'payment-failure')
    expect(Object.keys(found!['evidence'] as object).length).toBeGreaterThan(0);
  if (wanted.target) expect(found!['target']).toMatch(wanted.target);
  if (wanted.by) expect(found!['evidence']).toMatchObject({ by: wanted.by });
  if (wanted.evidence) expect(found!['evidence']).toMatchObject(wanted.evidence);
}

async function isNotTold(page: Page, { signal, also = [], calm, watchMs = 900 }: Numbered): Promise<void> {
  await sleep(watchMs);
  const all = await signalsOf(page);
  const wrong = all.filter(({ name }) => calm || name === signal || also.includes(String(name)));
  expect(wrong, `told:\n${listed(all)}`).toEqual([]);
}
