import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { loadEngine } from './triggers.mjs';

const SHOP = resolve(import.meta.dirname, '../../../demo/antes.json');
const HOUR = 3_600_000;
const SHIFT_HOURS = 8;
/** Between one purchase and the next. */
const BREAK_MS = 60_000;
const KINDS = 40;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc');
const heapMB = () => {
  collect();
  return process.memoryUsage().heapUsed / 1e6;
};

/** One visitor who buys again and again in one session: its records, without end. */
function* withoutEnd(journeys) {
  let from = 0;
  for (let i = 0; ; i++) {
    const records = journeys[i % journeys.length];
    for (const record of records) yield { ...record, at: from + record.at };
    from += records.at(-1).at + BREAK_MS;
  }
}

async function begin() {
  const { createEngine, ordinaryJourneys } = await loadEngine();
  const journeys = ordinaryJourneys(KINDS);
  const engine = createEngine(JSON.parse(readFileSync(SHOP, 'utf8')), { seed: 'bench' });
  return { engine, records: withoutEnd(journeys) };
}

/** Time and memory of one engine that takes so many records in all. @param {number[]} counts rising */
export async function measureRecords(counts) {
  const { engine, records } = await begin();
  const atFirst = heapMB();
  let fed = 0;
  let ms = 0;
  return counts.map((count) => {
    const before = process.cpuUsage();
    for (; fed < count; fed++) engine.feed(records.next().value);
    const { user, system } = process.cpuUsage(before);
    ms += (user + system) / 1_000;
    return { records: count, ms, heapMB: heapMB() - atFirst };
  });
}

/** A session of a whole shift, hour by hour: what it has grown to. */
export async function measureShift() {
  const { engine, records } = await begin();
  const atFirst = heapMB();
  let fed = 0;
  let record = records.next().value;
  return Array.from({ length: SHIFT_HOURS }, (_, i) => {
    for (; record.at <= (i + 1) * HOUR; record = records.next().value, fed++) engine.feed(record);
    return {
      hour: i + 1,
      records: fed,
      heapMB: heapMB() - atFirst,
      stateKB: JSON.stringify(engine.state).length / 1e3,
    };
  });
}
