import { expect } from 'vitest';
import { describeFaults } from './support/describe-faults.js';
import { endsTold, leave, REPORTING, sentTo, tellPage, until } from './support/reported.js';
import { signalNames, type WithAntes } from './support/survive.js';

/** The page's clocks are moved by `skip(ms)`: that of the wall, and, where it does not sleep, that of performance too. */
const clocks = (sleeps: boolean) => `{
  const now = Date.now, elapsed = performance.now.bind(performance);
  let by = 0;
  Date.now = () => now() + by;
  performance.now = () => elapsed() + ${sleeps ? 0 : 'by'};
  globalThis.skip = (ms) => { by += ms; };
}`;
const HOUR_MS = 3_600_000;

describeFaults('time', ({ survives }) => {
  for (const sleeps of [true, false])
    survives(
      'TIME-02',
      `a laptop sleeps for four hours in the middle of a form, ${sleeps ? 'and its monotonic clock with it' : 'and its monotonic clock goes on'}: nobody is said to have stalled`,
      { inject: clocks(sleeps) },
      {
        async then(page) {
          await page.click('#name');
          await page.press('a');
          await page.press('Backspace');
          await page.evaluate(`skip(${4 * HOUR_MS})`);
          await page.press('Tab');
          await page.evaluate(() => (globalThis as WithAntes).antes!.why());
          expect((await signalNames(page)).filter((name) => /stall|hesitation/.test(name))).toEqual([]);
        },
      },
    );

  for (const years of [-10, 10])
    survives(
      'TIME-03',
      `a clock that is ${Math.abs(years)} years ${years < 0 ? 'behind' : 'ahead'}: a server can set right when things happened`,
      {
        ...REPORTING,
        inject: `{ const now = Date.now; Date.now = () => now() + ${years * 365 * 24 * HOUR_MS}; }`,
      },
      {
        async then(page, site) {
          const arrived = Date.now();
          await endsTold(page, site);
          for (const { sent, at } of sentTo(site)) {
            const really = at - sent + arrived;
            expect(sent - arrived).toBeGreaterThan(-1e12);
            expect(sent).toBeGreaterThanOrEqual(at);
            // Within what the test itself takes.
            expect(Math.abs(really - arrived)).toBeLessThan(30_000);
          }
        },
      },
    );

  survives(
    'TIME-05',
    'a page that is hidden for five minutes, with timers that come late: all is told as it is hidden, and nothing bursts as it comes back',
    { ...REPORTING, inject: clocks(false) },
    {
      async then(page, site) {
        await leave(page);
        await until('the reports', () => sentTo(site).length > 0);
        const before = {
          requests: site.seen.filter(({ url }) => url === '/collect').length,
          signals: await signalNames(page),
        };
        await page.evaluate('skip(300_000)');
        await tellPage(page, 'pageshow');
        await page.evaluate(() => (globalThis as WithAntes).antes!.why());
        await page.click('#name');
        expect(
          site.seen.filter(({ url }) => url === '/collect').length - before.requests,
        ).toBeLessThanOrEqual(1);
        // The verdict of a press before, at most.
        expect((await signalNames(page)).length - before.signals.length).toBeLessThanOrEqual(1);
      },
    },
  );
});
