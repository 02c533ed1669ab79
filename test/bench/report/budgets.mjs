import { kB, number, spreadOf, table } from './say.mjs';

/** What is promised, and what of it is measured. Each row says for itself whether it is met. */
export function budgets({ peers, widgets, triggers, sizes }) {
  const antes = peers.find(({ id }) => id === 'antes');
  const widget = (name) => widgets.find(({ id }) => id === name);
  const nsOf = (name) => triggers.rows.find((row) => row.name === name).ns;
  const ratio = nsOf('1,000 idle') / nsOf('10 idle');
  const idle = (nsOf('1,000 idle') - nsOf('no triggers')) / 1_000;
  const size = (what) => sizes.find((one) => one.what === what).size;
  const bytes = (what, most) => [kB(size(what)), size(what) <= most * 1_000];
  const { over } = antes;
  const help = (id) => {
    const { first, later } = widget(id);
    return [`${spreadOf(first)} / ${spreadOf(later)} ms`, first.median <= 25 && later.median <= 12];
  };
  const rows = [
    ['`antes.js`: the whole engine, no UI', '≤ 14 kB gzip', ...bytes('the whole engine, no UI', 14)],
    [
      'first un-anchored help on screen, Lit included',
      '≤ 14 kB gzip more',
      ...bytes('first un-anchored help, Lit included', 14),
    ],
    ['a hint at an anchor', '≤ 7 kB gzip more', ...bytes('a hint, on top of it', 7)],
    ['all widgets', '≤ 40 kB gzip', ...bytes('all widgets', 40)],
    ['evaluate and start, main thread', '≤ 5 ms', `${spreadOf(over.startMs)} ms`, over.startMs.median <= 5],
    [
      'JavaScript over the load',
      '≤ 1.15 × no SDK',
      `${spreadOf(over.loadRatio)} ×`,
      over.loadRatio.median <= 1.15,
    ],
    ['of that for each input', '≤ 60 µs', `${spreadOf(over.perInputUs)} µs`, over.perInputUs.median <= 60],
    ['heap after the load', '≤ +0.3 MB', `${spreadOf(over.heapMB)} MB`, over.heapMB.median <= 0.3],
    ['natives of the page replaced', '0', String(antes.replaced), antes.replaced === 0],
    ['long tasks more than without', '0', spreadOf(over.longTasks), over.longTasks.median <= 0],
    ['layout shift', '0', spreadOf(antes.shift), antes.shift.max === 0],
    ['bytes sent while there is nothing to report', '0', spreadOf(antes.sent), antes.sent.max === 0],
    ['a notice after the decision, first / later', '≤ 25 / ≤ 12 ms', ...help('notice')],
    ['inline help after the decision, first / later', '≤ 25 / ≤ 12 ms', ...help('inline')],
    ['what 1,000 idle triggers add to a record', '≤ 0.3 µs', `${number(Math.max(0, idle))} µs`, idle <= 0.3],
    ['a record with 1,000 idle triggers, beside 10', '≤ 1.2 ×', `${number(ratio)} ×`, ratio <= 1.2],
  ];
  return table(
    ['what', 'budget', 'measured', ''],
    rows.map(([what, budget, measured, met]) => [what, budget, measured, met ? 'met' : '**not met**']),
  );
}
