// @ts-check
/**
 * `npm run demo:month`: fills the shop's database with what a month of simulated visits would have reported, so that there
 * is something to see at /insights. From a seed: run it twice, and nothing is there twice.
 */
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DAY_MS } from './server/clock.js';
import { openDb } from './server/db.js';
import { createOutcomes } from './server/outcomes.js';
import { generateMonth } from './simulated-month/month.js';

const DAYS = 30;
const AT_ONCE = 5_000;

const seed = Number(process.env['SHOP_SEED'] ?? 2026);
const visits = Number(process.env['SHOP_VISITS'] ?? 40_000);
const file = process.env['SHOP_DB'] ?? fileURLToPath(new URL('data/shop.db', import.meta.url));
mkdirSync(dirname(file), { recursive: true });

const db = await openDb(`file:${file}`);
const outcomes = createOutcomes({ db });
const today = Math.floor(Date.now() / DAY_MS) * DAY_MS;
const before = await outcomes.count();
/** @type {import('./simulated-month/month.js').WireEvent[]} */
let batch = [];
for (const event of generateMonth({ seed, visits, from: today - DAYS * DAY_MS, days: DAYS })) {
  batch.push(event);
  if (batch.length < AT_ONCE) continue;
  await outcomes.store(batch);
  batch = [];
}
await outcomes.store(batch);
const events = new Intl.NumberFormat('en').format((await outcomes.count()) - before);
console.log(`${events} events of ${DAYS} days are in ${file}. See them: npm start, then /insights`);
db.close();
