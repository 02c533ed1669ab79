// @ts-check
import { fileURLToPath } from 'node:url';
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { openDb } from './db.js';
import { createShop } from './shop.js';

const port = Number(process.env['PORT'] ?? 4173);
const host = process.env['HOST'] ?? '127.0.0.1';
const file = process.env['SHOP_DB'] ?? fileURLToPath(new URL('../data/shop.db', import.meta.url));

mkdirSync(dirname(file), { recursive: true });
const db = await openDb(`file:${file}`);
const shop = await createShop({
  db,
  antes: process.env['SHOP_ANTES'] !== 'off',
  speed: process.env['SHOP_SPEED'],
});

const address = await shop.listen({ port, host }).catch((error) => {
  if (error.code !== 'EADDRINUSE') throw error;
  console.error(`Port ${port} is taken. Another one: PORT=${port + 1} npm start`);
  process.exit(1);
});
console.log(`Tinaja is open: ${address}`);
console.log(`Ways to get into trouble: ${address}/demo · what became of the help: ${address}/insights`);

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM'])) {
  process.once(signal, async () => {
    await shop.close();
    db.close();
    process.exit(0);
  });
}
