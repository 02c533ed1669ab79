/**
 * `pressKey` (see input.ts): a key or a chord, by the same names in all engines. The `sendKeys` of
 * @web/test-runner-commands hands names through as they are: Firefox knows no `Space`, WebKit no `down`.
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export const pressPlugin = () => ({
  name: 'press-key-command',
  async executeCommand({ command, payload, session }) {
    if (command !== 'press-key') return undefined;
    const { browser, id } = session;
    if (browser.type === 'webdriver') {
      await browser.sendKeys(id, [payload]);
      return true;
    }
    const { keyboard } = browser.getPage(id);
    const keys = payload.split('+').map((key) => (key === 'Space' ? ' ' : key));
    for (const key of keys) await keyboard.down(key);
    for (const key of keys.toReversed()) await keyboard.up(key);
    return true;
  },
});
