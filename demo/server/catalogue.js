// @ts-check
import { categories } from './seed.js';

/** @typedef {{ id: string, category: string, cents: number, available: boolean }} Product */

const sorts = {
  featured: 'position',
  cheapest: 'price_cents, position',
  dearest: 'price_cents DESC, position',
};
export const sortNames = Object.keys(sorts);

/** @param {import('./db.js').Row} row @returns {Product} */
const product = (row) => ({
  id: row['id'],
  category: row['category'],
  cents: row['price_cents'],
  available: row['available'] === 1,
});

/** @param {{ db: import('./db.js').Db }} deps */
export function createCatalogue({ db }) {
  return {
    /** @param {{ category?: string, sort?: string }} wish unknown words are the same as none */
    async list({ category, sort } = {}) {
      const known = categories.find((name) => name === category);
      const order =
        sort && Object.hasOwn(sorts, sort) ? sorts[/** @type {keyof typeof sorts} */ (sort)] : sorts.featured;
      const rows = await db.all(
        `SELECT * FROM products ${known ? 'WHERE category = ?' : ''} ORDER BY ${order}`,
        known ? [known] : [],
      );
      return rows.map(product);
    },
    /** @param {string} id @returns {Promise<Product | undefined>} */
    async find(id) {
      const row = await db.one('SELECT * FROM products WHERE id = ?', [id]);
      return row && product(row);
    },
  };
}
