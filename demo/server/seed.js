// @ts-check

/** Names and descriptions are in locales/products.*.json, pictures in public/img/products/. */
export const categories = /** @type {const} */ (['table', 'kitchen', 'home', 'light']);

/** @type {[id: string, category: (typeof categories)[number], cents: number, available?: boolean][]} */
export const range = [
  ['vase-garza', 'home', 6400],
  ['mug-alba', 'table', 1600],
  ['lamp-duna', 'light', 12900],
  ['plate-olivar', 'table', 2400],
  ['teapot-sereno', 'kitchen', 5800],
  ['bowl-ribera', 'table', 1850],
  ['pendant-campana', 'light', 9800],
  ['jug-fuente', 'kitchen', 3600],
  ['vase-cala', 'home', 7800],
  ['cups-noche', 'table', 2600],
  ['casserole-brasa', 'kitchen', 8900],
  ['planter-patio', 'home', 3900],
  ['platter-marea', 'table', 4200, false],
  ['candle-tres', 'home', 2200],
  ['mortar-majado', 'kitchen', 3400],
  ['lamp-junco', 'light', 16500],
];

/** Fills an empty shop and follows price changes in a filled one. @param {import('./db.js').Db} db */
export async function seed(db) {
  await db.transaction(async (tx) => {
    for (const [position, [id, category, cents, available = true]] of range.entries()) {
      await tx.run(
        `INSERT INTO products (id, category, price_cents, position, available) VALUES (?, ?, ?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET category = excluded.category, price_cents = excluded.price_cents,
           position = excluded.position, available = excluded.available`,
        [id, category, cents, position, available ? 1 : 0],
      );
    }
  });
}
