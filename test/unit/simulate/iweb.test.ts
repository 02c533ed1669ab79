import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readTasks, recordsOf, type Task } from '../../simulate/iweb.js';
import { study } from '../../simulate/iweb-study.js';

const file = resolve(import.meta.dirname, '../../simulate/iweb/ratings.csv');
const HEAD = 'typ,iLTs,ACR,net_delay,mouse_clicks,subject\n';
const task = (loads: string, clicks: string): Task =>
  readTasks(`${HEAD}map,"${loads}",2,600ms,"${clicks}",7\n`)[0]!;

describe('a task of the study', () => {
  const one = task('2000:500,9000', '-9:Down:1000:400:300:0,up:1100:420-310:0,up:3000:100-90:0');
  it('is read with its presses and loads', () => {
    expect(one).toMatchObject({ subject: '7', rating: 2, delay: '600ms' });
    expect(one.presses).toEqual([
      { downAt: 0, at: 100, x: 420, y: 310, control: false, complete: false },
      { downAt: 2_000, at: 2_000, x: 100, y: 90, control: true },
    ]);
    expect(one.loads).toEqual([
      { at: 1_000, end: 1_500 },
      { at: 8_000, end: undefined },
    ]);
  });
  it('becomes presses that are heard, and answered by the end of a load', () => {
    const effects = recordsOf(one).filter(({ type }) => type === 'effect');
    expect(effects).toMatchObject([
      { at: 100, press: 1, busy: true },
      { at: 1_500, press: 1 },
      { at: 2_000, press: 2, busy: true },
      // The load that did not complete was asked for by something else, and answers nothing.
      { at: 8_000, press: 3, busy: true },
    ]);
  });
  it('may be read in other ways', () => {
    const effects = recordsOf(one, { heard: 'never', unseen: false }).filter(({ type }) => type === 'effect');
    expect(effects).toEqual([{ type: 'effect', at: 1_500, channel: 'mutation', press: 1 }]);
  });
  it('a press on a map that is complete afterwards, with no load, had nothing to load', () => {
    const full = task('100:50', 'up:1000:100-90:0,50:Down:3000:400:300:0,up:3100:400-300:0');
    const [press] = recordsOf(full, { unseen: false }).filter(({ type }) => type === 'press');
    expect(press).toMatchObject({ target: 'zoom-in', answer: 'mutation' });
  });
});

it('struggle tells bad tasks from good ones better than what others count', () => {
  const { tasks, score, rules, byRating } = study(readTasks(readFileSync(file, 'utf8')), false);
  expect(tasks).toBe(238);
  expect(byRating.flat()).toHaveLength(238);
  expect(score.auc).toBeGreaterThan(0.85);
  expect(score.without.low).toBeGreaterThan(0.84);
  const auc = (name: string) => rules.find((rule) => rule.name.startsWith(name))!.auc;
  expect(auc('3 clicks')).toBeLessThan(0.6);
  expect(score.auc).toBeGreaterThan(auc('presses while another is unanswered') + 0.03);
});
