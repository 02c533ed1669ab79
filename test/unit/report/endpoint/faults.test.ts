import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AMBIGUOUS, reporting, sum, type Fault } from '../../../support/reporting.js';

const FAULTS: readonly Fault[] = [
  'ok', 'no-content', 'offline', 'hang', 'slow', 'reset', 'reset-after', 'cors', 'redirect', 'html', 'cut-off',
  'too-large', '400', '408', '425', '429', '429 seconds', '429 date', '500', '503',
]; // oxfmt-ignore
const MINUTE_MS = 60_000;
/** As long as a server may order, and a little. */
const RECOVERY_MS = 70 * MINUTE_MS;

type Act = 'happen' | 'burst' | 'leave' | 'back' | 'online' | 'reload' | 'close';
const acts = fc.array(
  fc.record({
    act: fc.constantFrom<Act>(
      'happen',
      'happen',
      'happen',
      'burst',
      'leave',
      'back',
      'online',
      'reload',
      'close',
    ),
    waitMs: fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 0, max: 90_000 })),
    fault: fc.option(fc.constantFrom(...FAULTS), { nil: undefined, freq: 3 }),
  }),
  { minLength: 5, maxLength: 40 },
);

/** Plays it, in the end with every tab left. */
async function play(
  plan: readonly { act: Act; waitMs: number; fault: Fault | undefined }[],
  tabsOpen: 1 | 2,
) {
  const browser = reporting({ random: Math.random });
  let fault: Fault = 'ok';
  let isAmbiguous = false;
  browser.fault = () => {
    isAmbiguous ||= AMBIGUOUS.includes(fault);
    return fault;
  };
  const tabs = Array.from({ length: tabsOpen }, () => browser.page());
  for (const [i, { act, waitMs, fault: next }] of plan.entries()) {
    fault = next ?? fault;
    const which = tabsOpen === 2 && i % 3 === 0 ? 1 : 0;
    const tab = tabs[which]!;
    if (act === 'happen') tab.happen();
    else if (act === 'burst') tab.happen(60);
    else if (act === 'leave') tab.leave();
    else if (act === 'back') tab.back();
    else if (act === 'online') tab.soon();
    else {
      // Nobody is there to hear the answer.
      isAmbiguous = true;
      // As a page goes: hidden, then gone, with what was to be said in between.
      tab.leave();
      tab.happen();
      tab.leave();
      if (act === 'close') await browser.clock.pass(waitMs);
      tab.stop();
      tabs[which] = browser.page();
    }
    await browser.clock.pass(waitMs);
  }
  // Both are seen for as long as it takes to write.
  for (const tab of tabs) tab.leave();
  return { browser, tabs, isAmbiguous, heal: () => (fault = 'ok') };
}

describe('whatever goes wrong', () => {
  it.each([1, 2] as const)(
    'all that was accepted is delivered, stored or counted; in the end delivered or counted: %d tabs',
    async (tabsOpen) => {
      await fc.assert(
        fc.asyncProperty(acts, async (plan) => {
          const { browser, tabs, isAmbiguous, heal } = await play(plan, tabsOpen);
          const check = () => {
            const missing = browser.missing().length;
            const counted = sum(browser.collector.lost()) + browser.untold();
            expect(counted).toBeGreaterThanOrEqual(missing);
            // What was taken without an answer, and given up since, is counted though it was not lost. Two tabs may both
            // have, and both give up, what one of them had left behind while it was hidden.
            if (!isAmbiguous && tabsOpen === 1) expect(counted).toBe(missing);
            expect(browser.stored().size).toBeLessThanOrEqual(200 * tabsOpen);
          };
          check();
          heal();
          for (const tab of tabs) tab.back();
          tabs[0]!.happen();
          await browser.clock.pass(RECOVERY_MS);
          // Losses are told with the next batch.
          tabs.map((tab) => tab.happen());
          await browser.clock.pass(MINUTE_MS);
          for (const tab of tabs) tab.leave();
          check();
          expect(browser.stored().size).toBe(0);
          expect(browser.untold()).toBe(0);
          expect(browser.collector.corrupted).toEqual([]);
          expect(browser.errors).toEqual([]);
          for (const [id, event] of browser.collector.events) expect(event).toEqual(browser.accepted.get(id));
        }),
        { numRuns: 25 },
      );
    },
    120_000,
  );

  it.each(FAULTS.filter((fault) => fault !== '400'))(
    '1,000 events of an hour in which it is often "%s": none is lost, no request is beside another',
    async (bad) => {
      const browser = reporting({ random: Math.random });
      let isBad = false;
      browser.fault = () => (isBad ? bad : 'ok');
      const page = browser.page();
      for (let i = 0; i < 1_000; i++) {
        if (i % 40 === 0) isBad = !isBad;
        page.happen();
        await browser.clock.pass(3_600);
      }
      isBad = false;
      await browser.clock.pass(2 * MINUTE_MS);
      expect(browser.collector.lost()).toEqual({});
      expect(browser.collector.events.size).toBe(1_000);
      expect(browser.collector.corrupted).toEqual([]);
      expect(browser.missing()).toEqual([]);
      expect(browser.mostInFlight).toBe(1);
      page.stop();
    },
    60_000,
  );

  it.each<Fault>(['offline', 'hang', 'reset', 'html', 'cors', '500', '503', '429', '429 seconds', 'slow'])(
    'five minutes of "%s" cost at most 12 requests, and a minute after its end all is there',
    async (bad) => {
      for (const random of [() => 0, () => 0.999, Math.random]) {
        const browser = reporting({ random });
        browser.retryAfter = '1';
        const page = browser.page();
        browser.fault = () => bad;
        for (let i = 0; i < 150; i++) {
          page.happen();
          await browser.clock.pass(2_000);
        }
        expect(browser.requests.length).toBeLessThanOrEqual(12);
        expect(browser.requests.length).toBeGreaterThan(3);
        expect(browser.mostInFlight).toBe(1);
        browser.fault = () => 'ok';
        await browser.clock.pass(MINUTE_MS);
        expect(browser.collector.events.size).toBe(150);
        expect(browser.missing()).toEqual([]);
        page.stop();
      }
    },
    60_000,
  );
});
