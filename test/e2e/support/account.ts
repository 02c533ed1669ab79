import type { Page } from '../../support/engines/index.js';
import { type Told, told } from './told.js';

/** Signals that may come of people who are fine, and why they are true of them. */
const TRUE_ANYHOW: Readonly<Record<string, string>> = {
  'frozen-page': 'a machine with few processors and many browsers does stand still, and says so',
};

const sentence = (detail: Readonly<Record<string, unknown>>): string =>
  `${String(detail['name'])}: ${String(detail['because'])}`;

/** Everything that was told of somebody who is fine: signals in sentences, and help. */
export const unexpected = async (page: Page): Promise<string[]> =>
  (await told(page)).flatMap(({ type, detail }) => {
    if (type === 'help') return [`help '${String(detail['trigger'])}' ${String(detail['phase'])}`];
    return type === 'signal' && !Object.hasOwn(TRUE_ANYHOW, String(detail['name'])) ? [sentence(detail)] : [];
  });

/** Names of the signals so far that are in nobody's list. */
export const besides = async (page: Page, names: readonly string[]): Promise<string[]> =>
  (await told(page)).flatMap(({ type, detail }) =>
    type === 'signal' && ![...names, ...Object.keys(TRUE_ANYHOW)].includes(String(detail['name']))
      ? [sentence(detail)]
      : [],
  );

/** Waits for the signal to come so many times; milliseconds from the customer's last key or press to it. */
export const delayOf = (page: Page, name: string, times = 1): Promise<number> =>
  page.waitFor(
    (wanted: string, nth: number) => {
      const all = JSON.parse(sessionStorage.getItem('witness') ?? '[]') as Told[];
      const found = all.filter(({ type, detail }) => type === 'signal' && detail['name'] === wanted)[nth - 1];
      // Never nothing: that would be taken for "not yet".
      return found && found.sinceInput + 1;
    },
    { args: [name, times] as const, timeout: SIGNAL_MS, message: `signal '${name}'` },
  );
const SIGNAL_MS = 5_000;

/** The last records of the document that is there: what was before a signal that should not be. */
const RECORDS = 160;

/** For a failure: who it was, what was told, and what led to it. */
export async function accountOf(page: Page, who: string): Promise<string> {
  const signals = (await told(page)).map(({ type, detail, sinceInput }) =>
    type === 'signal'
      ? `${sentence(detail)} (${sinceInput} ms after the last input) ${JSON.stringify(detail['evidence'])}`
      : `${type} ${JSON.stringify(detail)}`,
  );
  const records = await page.evaluate((count) => {
    const { antes } = globalThis as unknown as { antes?: { journal?(): { records: unknown[] } } };
    return (antes?.journal?.().records ?? []).slice(-count).map((one) => JSON.stringify(one));
  }, RECORDS);
  return [who, `at ${await page.url()}`, ...signals, 'Records:', ...records].join('\n  ');
}
