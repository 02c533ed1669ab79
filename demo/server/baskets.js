// @ts-check
import { randomUUID } from 'node:crypto';
import { deliveryOption } from './delivery.js';

export const MAX_QUANTITY = 9;
export const GIFT_WRAP_CENTS = 350;
export const FREE_DELIVERY_FROM_CENTS = 7500;

/** @type {Record<string, { percent: number, fromCents: number }>} */
const coupons = { BARRO10: { percent: 10, fromCents: 0 }, HORNO20: { percent: 20, fromCents: 15000 } };
const EXPIRED_COUPONS = ['VERANO25'];

/**
 * @typedef {{ id: string, category: string, cents: number, quantity: number, lineCents: number }} Line
 * @typedef {{ id: string, sessionId: string, status: string, lines: Line[], count: number, address: Record<string, string> | null,
 *   delivery: string | null, coupon: string | null, giftWrap: boolean, subtotalCents: number, discountCents: number,
 *   deliveryCents: number, giftWrapCents: number, totalCents: number }} Basket
 */

/** @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock }} deps */
export function createBaskets({ db, clock }) {
  /** @param {import('./db.js').Row | undefined} row @returns {Promise<Basket | undefined>} */
  async function complete(row) {
    if (!row) return undefined;
    const rows = await db.all(
      `SELECT p.id, p.category, p.price_cents, i.quantity FROM basket_items i JOIN products p ON p.id = i.product_id
       WHERE i.basket_id = ? ORDER BY p.position`,
      [row['id']],
    );
    const lines = rows.map((item) => ({
      id: item['id'],
      category: item['category'],
      cents: item['price_cents'],
      quantity: item['quantity'],
      lineCents: item['price_cents'] * item['quantity'],
    }));
    const basket = {
      id: row['id'],
      sessionId: row['session_id'],
      status: row['status'],
      lines,
      count: lines.reduce((sum, line) => sum + line.quantity, 0),
      address: row['address'] ? JSON.parse(row['address']) : null,
      delivery: row['delivery'],
      coupon: row['coupon'],
      giftWrap: row['gift_wrap'] === 1,
    };
    return { ...basket, ...totals(basket) };
  }

  const find = async (/** @type {string} */ id) =>
    complete(await db.one('SELECT * FROM baskets WHERE id = ?', [id]));

  return {
    find,

    /** The session's open basket; made on first use. @param {string} sessionId @returns {Promise<Basket>} */
    async current(sessionId) {
      const row = await db.transaction(async (tx) => {
        const open = () =>
          tx.one(`SELECT * FROM baskets WHERE session_id = ? AND status = 'open'`, [sessionId]);
        const existing = await open();
        if (existing) return existing;
        await tx.run('INSERT INTO baskets (id, session_id, created_at) VALUES (?, ?, ?)', [
          randomUUID(),
          sessionId,
          clock.now(),
        ]);
        return open();
      });
      return /** @type {Basket} */ (await complete(row));
    },

    /** Adds to what is there, or sets it when `exactly`; zero takes it out. @returns {Promise<boolean>} whether the product can be bought */
    async put(
      /** @type {string} */ basketId,
      /** @type {string} */ productId,
      /** @type {number} */ quantity,
      exactly = false,
    ) {
      if (quantity <= 0) {
        await db.run('DELETE FROM basket_items WHERE basket_id = ? AND product_id = ?', [
          basketId,
          productId,
        ]);
        return true;
      }
      const changed = await db.run(
        `INSERT INTO basket_items (basket_id, product_id, quantity)
         SELECT ?, id, ? FROM products WHERE id = ? AND available = 1
         ON CONFLICT DO UPDATE SET quantity = min(?, ${exactly ? '' : 'quantity + '}excluded.quantity)`,
        [basketId, Math.min(quantity, MAX_QUANTITY), productId, MAX_QUANTITY],
      );
      return changed > 0;
    },

    /** A basket that is being paid must not change under the payment. @param {string} basketId */
    beingPaid: async (basketId) =>
      Boolean(await db.one(`SELECT 1 FROM payments WHERE basket_id = ? AND status = 'pending'`, [basketId])),

    saveAddress: (/** @type {string} */ id, /** @type {Record<string, string>} */ address) =>
      db.run('UPDATE baskets SET address = ? WHERE id = ?', [JSON.stringify(address), id]),
    saveDelivery: (/** @type {string} */ id, /** @type {string} */ delivery) =>
      db.run('UPDATE baskets SET delivery = ? WHERE id = ?', [delivery, id]),
    saveGiftWrap: (/** @type {string} */ id, /** @type {boolean} */ wanted) =>
      db.run('UPDATE baskets SET gift_wrap = ? WHERE id = ?', [wanted ? 1 : 0, id]),

    /** @param {Basket} basket @param {unknown} code @returns {Promise<string | null>} why it was refused, or null */
    async redeem(basket, code) {
      const wanted = (typeof code === 'string' ? code : '').trim().toUpperCase();
      if (!wanted) return 'coupon_missing';
      if (EXPIRED_COUPONS.includes(wanted)) return 'coupon_expired';
      const coupon = Object.hasOwn(coupons, wanted) ? coupons[wanted] : undefined;
      if (!coupon) return 'coupon_unknown';
      if (basket.subtotalCents < coupon.fromCents) return 'coupon_minimum';
      await db.run('UPDATE baskets SET coupon = ? WHERE id = ?', [wanted, basket.id]);
      return null;
    },
  };
}

/** @param {{ lines: Line[], coupon: string | null, delivery: string | null, giftWrap: boolean }} basket */
function totals({ lines, coupon, delivery, giftWrap }) {
  const subtotalCents = lines.reduce((sum, line) => sum + line.lineCents, 0);
  const rule = coupon ? coupons[coupon] : undefined;
  const discountCents =
    rule && subtotalCents >= rule.fromCents ? Math.round((subtotalCents * rule.percent) / 100) : 0;
  const option = deliveryOption(delivery);
  const free = option?.id === 'standard' && subtotalCents - discountCents >= FREE_DELIVERY_FROM_CENTS;
  const deliveryCents = option && !free ? option.cents : 0;
  const giftWrapCents = giftWrap ? GIFT_WRAP_CENTS : 0;
  const totalCents = subtotalCents - discountCents + deliveryCents + giftWrapCents;
  return { subtotalCents, discountCents, deliveryCents, giftWrapCents, totalCents };
}
