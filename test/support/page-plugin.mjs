import { setTimeout as sleep } from 'node:timers/promises';

/**
 * What only a browser's driver can do to a page (see page-control.ts); WebKitGTK's cannot.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const pagePlugin = () => ({
  name: 'page-commands',
  async executeCommand({ command, payload, session: { browser, id } }) {
    if (!Object.hasOwn(COMMANDS, command)) return undefined;
    await COMMANDS[command](browser.getPage(id), payload);
    return true;
  },
});

const COMMANDS = {
  async 'forget-history'(page) {
    const client = await page.createCDPSession();
    await client.send('Page.resetNavigationHistory');
    await client.detach();
  },
  async offline(page, { ms }) {
    await page.setOfflineMode(true);
    await sleep(ms);
    await page.setOfflineMode(false);
  },
  /** Leaves the next dialog of the page's open for so long. */
  async 'answer-dialog'(page, { ms }) {
    page.once('dialog', async (dialog) => {
      await sleep(ms);
      await dialog.accept();
    });
  },
  async 'hold-finger'({ touchscreen }, { at, ms }) {
    const finger = await touchscreen.touchStart(...at);
    await sleep(ms);
    await finger.end();
  },
};
