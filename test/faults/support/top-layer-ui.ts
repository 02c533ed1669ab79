import type { Config } from '../../../src/engine.js';
import type { Page } from '../../support/engines/index.js';
import { waitForHelp } from './survive.js';

/** The help that the page asks for, at another anchor. */
export const at =
  (anchor: string) =>
  (config: Config): unknown =>
    JSON.parse(JSON.stringify(config).replace('"here"', JSON.stringify(anchor)));

/** The help that the page asks for, in the corner. */
export const asNotice = (config: Config): unknown => ({
  ...config,
  triggers: config.triggers.map((one) =>
    one.id === 'asked' ? { ...one, show: { content: 'hello', as: 'notice' } } : one,
  ),
});

export async function askForHelp(page: Page): Promise<void> {
  await page.click('#needed');
  await waitForHelp(page, 'asked');
}
