import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guardrail } from '../../../src/insights/statistics/guardrail.js';
import { logFactorial, logProbability } from '../../../src/insights/statistics/hypergeometric.js';
import { wilson } from '../../../src/insights/statistics/intervals.js';
import { evidence, type Pair } from '../../../src/insights/statistics/sequential.js';
import { fires, type Fired } from '../../simulate/guardrail.js';

const SEED = Number(process.env['ANTES_SEED']);
const low = ({ fired, trials }: Fired) => wilson({ hits: fired, of: trials }).low;
const high = ({ fired, trials }: Fired) => wilson({ hits: fired, of: trials }).high;

describe('the distribution it rests on', () => {
  const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

  it('is that of the definition', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 25 }),
        fc.integer({ min: 1, max: 25 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        (first, second, share, logOdds) => {
          const hits = Math.round(share * (first + second));
          const xs = Array.from({ length: first + 1 }, (_, x) => x).filter(
            (x) => x <= hits && hits - x <= second,
          );
          const weight = (x: number) => choose(first, x) * choose(second, hits - x) * Math.exp(logOdds * x);
          const sum = xs.reduce((total, x) => total + weight(x), 0);
          for (const x of xs)
            expect(logProbability(x, { first, second, hits }, logOdds)).toBeCloseTo(
              Math.log(weight(x) / sum),
              9,
            );
        },
      ),
    );
  });

  it('knows factorials, small and large', () => {
    expect(logFactorial(0)).toBeCloseTo(0, 12);
    expect(logFactorial(10)).toBeCloseTo(Math.log(3_628_800), 12);
    // Stirling with three terms, which is exact to the last digit here.
    const n = 1e6;
    expect(logFactorial(n)).toBeCloseTo(
      n * Math.log(n) - n + Math.log(2 * Math.PI * n) / 2 + 1 / (12 * n),
      5,
    );
  });

  it('is above a bound no more often than Ville says, over every way three days can go', () => {
    const margins = { first: 3, second: 9, hits: 5 };
    const days = [0, 1, 2, 3].map((x) => ({
      pair: { control: { hits: x, of: 3 }, shown: { hits: 5 - x, of: 9 } } satisfies Pair,
      p: Math.exp(logProbability(x, margins, 0)),
    }));
    const ways = days.flatMap((a) =>
      days.flatMap((b) => days.map((c) => ({ p: a.p * b.p * c.p, ...evidence([a.pair, b.pair, c.pair]) }))),
    );
    expect(ways.reduce((sum, { p }) => sum + p, 0)).toBeCloseTo(1, 9);
    for (const bound of [1.2, 1.5, 2, 4, 8])
      for (const side of ['rarer', 'moreFrequent'] as const) {
        const above = ways.filter((way) => way[side] >= bound).reduce((sum, { p }) => sum + p, 0);
        expect(above).toBeLessThanOrEqual(1 / bound);
      }
  });
});

describe('the guardrail', () => {
  const day = (shown: number, ofShown: number, control: number, ofControl: number, contacts = [0, 0]) => ({
    shown: { visits: ofShown, completed: shown, contacted: contacts[0]! },
    control: { visits: ofControl, completed: control, contacted: contacts[1]! },
  });

  it('calls harm what is harm, help what helps, and says when it cannot know', () => {
    const days = (shown: number, control: number) =>
      Array.from({ length: 30 }, () => day(shown, 100, control, 20));
    expect(guardrail(days(40, 12)).verdict).toBe('harmful');
    expect(guardrail(days(60, 8)).verdict).toBe('helps');
    expect(guardrail(days(50, 10)).verdict).toBe('no evidence');
    expect(guardrail(Array.from({ length: 30 }, () => day(40, 100, 0, 0))).verdict).toBe('no control');
    expect(guardrail([]).verdict).toBe('no control');
  });

  it('tells contacts beside it, and turns nothing off for them', () => {
    const { verdict, contacts, contact } = guardrail(
      Array.from({ length: 30 }, () => day(50, 100, 10, 20, [30, 2])),
    );
    expect({ verdict, contacts }).toEqual({ verdict: 'no evidence', contacts: 'more' });
    expect(contact.difference!.value).toBeCloseTo(0.2, 9);
  });

  it('what it said once it says for ever', () => {
    const bad = Array.from({ length: 20 }, () => day(30, 100, 12, 20));
    const good = Array.from({ length: 200 }, () => day(70, 100, 12, 20));
    expect(guardrail([...bad, ...good]).verdict).toBe('harmful');
  });

  it('puts days together until both arms have somebody', () => {
    const apart = [day(3, 10, 0, 0), day(0, 0, 2, 2), day(5, 9, 0, 1)];
    const together = [day(3, 10, 2, 2), day(5, 9, 0, 1)];
    expect(guardrail(apart).completion).toEqual(guardrail(together).completion);
  });

  it('fires rarely where there is no harm, however often one looks', { timeout: 60_000 }, () => {
    const truth = { base: 0.6, effect: 0, visits: 40_000, batch: 100, swing: 0.1 };
    expect(low(fires({ ...truth, control: 0.05 }, 300, SEED))).toBeLessThan(0.05);
    expect(low(fires({ ...truth, control: 0.2 }, 300, SEED + 1))).toBeLessThan(0.05);
    expect(high(fires({ ...truth, effect: 0.05, control: 0.2 }, 200, SEED + 2))).toBeLessThan(0.05);
  });

  it('fires where help harms', () => {
    const truth = { base: 0.6, effect: -0.1, batch: 200 };
    expect(high(fires({ ...truth, control: 0.05, visits: 20_000 }, 100, SEED))).toBeGreaterThan(0.97);
    expect(high(fires({ ...truth, control: 0.2, visits: 5_000 }, 100, SEED + 1))).toBeGreaterThan(0.97);
  });
});
