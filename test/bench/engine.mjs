/**
 * How many records the engine takes on one core, on ordinary journeys of simulated people: with no triggers, with those of
 * the demo shop, and with 10 to 1,000 that nothing here concerns. `npm run bench:engine`.
 */
import { measureTriggers } from './scaling/triggers.mjs';

const GOAL = 500_000;
const MAX_RATIO = 1.2;
const ROUNDS = 7;

const { journeys, records, rows } = await measureTriggers({ rounds: ROUNDS });
const nsOf = (name) => rows.find((row) => row.name === name).ns;
console.log(`${journeys} journeys, ${records.toLocaleString('en')} records; the best of ${ROUNDS} rounds`);
for (const { name, ns } of rows)
  console.log(
    `${name.padEnd(14)} ${Math.round(1e9 / ns)
      .toLocaleString('en')
      .padStart(9)} records/s`,
  );
const ratio = nsOf('1,000 idle') / nsOf('10 idle');
const fast = 1e9 / nsOf('the demo shop') >= GOAL;
console.log(
  `${fast ? 'ok  ' : 'FAIL'}  ${GOAL.toLocaleString('en')} records/s with the demo shop's triggers`,
);
console.log(
  `${ratio <= MAX_RATIO ? 'ok  ' : 'FAIL'}  1,000 idle triggers cost ${ratio.toFixed(2)} times what 10 do (${MAX_RATIO} at most)`,
);
process.exitCode = fast && ratio <= MAX_RATIO ? 0 : 1;
