import type { Page } from '../../support/engines/index.js';
import { told } from './told.js';

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

/** The last records of the document that is there: what was before a signal that should not be. */
const RECORDS = 40;

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
