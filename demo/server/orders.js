// @ts-check
import { randomInt } from 'node:crypto';
import { deliveryOption, dueAt } from './delivery.js';

/** Where an order is after which share of its way. @type {[state: string, share: number][]} */
const way = [
  ['placed', 0],
  ['packed', 0.12],
  ['shipped', 0.34],
  ['out-for-delivery', 0.82],
  ['delivered', 0.95],
];
export const states = way.map(([state]) => state);
/** A parcel that meets a problem stops here. */
const EXCEPTION_SHARE = 0.82;
export const instructions = ['none', 'neighbour', 'porch', 'pickup'];

/**
 * @typedef {{ state: string, at: number }} Passed
 * @typedef {import('./db.js').Row & { id: string, state: string, history: Passed[], eta: number, asOf: number }} Order
 */

/**
 * Orders live in *shop time*, which starts at the real moment of purchase and then runs `speed` times as fast, so that a
 * visitor sees in minutes what takes days. All dates an order shows are shop time; a promise made at the checkout is kept.
 *
 * @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock, settings: import('./settings.js').Settings }} deps
 */
export function createOrders({ db, clock, settings }) {
  /** @param {import('./db.js').Row} row @param {number} speed @returns {Order} */
  function follow(row, speed) {
    const travelled = row['travelled_ms'] + (clock.now() - row['travelled_at']) * speed;
    const whole = row['due_at'] - row['placed_at'];
    const stopped = row['exception'] === 1;
    const reach = Math.min(travelled / whole, stopped ? EXCEPTION_SHARE : 1);
    const passed = way.filter(
      ([state, share]) => share <= reach && !(stopped && state === 'out-for-delivery'),
    );
    const history = passed.map(([state, share]) => ({
      state,
      at: Math.round(row['placed_at'] + share * whole),
    }));
    if (stopped)
      history.push({
        state: 'exception',
        at: Math.round(row['placed_at'] + Math.max(reach, passed.at(-1)?.[1] ?? 0) * whole),
      });
    const state = history.at(-1)?.state ?? 'placed';
    return /** @type {Order} */ ({ ...row, state, history, eta: row['due_at'], asOf: clock.now() });
  }

  const speedNow = async () => Number(await settings.get('speed'));

  /** @param {string} id @returns {Promise<Order | undefined>} */
  async function find(id) {
    const row = await db.one('SELECT * FROM orders WHERE id = ?', [id]);
    if (!row) return undefined;
    const items = await db.all(
      'SELECT product_id AS id, quantity, unit_cents AS cents FROM order_items WHERE order_id = ?',
      [id],
    );
    return { ...follow(row, await speedNow()), address: JSON.parse(row['address']), items };
  }

  return {
    find,

    /** @param {string} basketId */
    idOfBasket: async (basketId) =>
      /** @type {string | undefined} */ (
        (await db.one('SELECT id FROM orders WHERE basket_id = ?', [basketId]))?.['id']
      ),

    /** The order if this session may see it. @param {string} id @param {string} sessionId */
    async findFor(id, sessionId) {
      const may = await db.one('SELECT 1 FROM order_access WHERE order_id = ? AND session_id = ?', [
        id,
        sessionId,
      ]);
      return may ? find(id) : undefined;
    },

    /** The latest order this session may see. @param {string} sessionId */
    async latestFor(sessionId) {
      const row = await db.one(
        `SELECT order_id FROM order_access WHERE session_id = ? ORDER BY granted_at DESC, rowid DESC LIMIT 1`,
        [sessionId],
      );
      return row ? find(row['order_id']) : undefined;
    },

    /** Order number and email together open the order to this session. @returns {Promise<boolean>} */
    async unlock(/** @type {string} */ id, /** @type {string} */ email, /** @type {string} */ sessionId) {
      const row = await db.one('SELECT id FROM orders WHERE id = ? AND lower(email) = ?', [
        id,
        email.toLowerCase(),
      ]);
      if (!row) return false;
      await db.run(
        `INSERT INTO order_access (session_id, order_id, granted_at) VALUES (?, ?, ?)
         ON CONFLICT DO UPDATE SET granted_at = excluded.granted_at`,
        [sessionId, id, clock.now()],
      );
      return true;
    },

    /** Writes order, items and access inside the payment's transaction. @returns {Promise<string>} the new order's number */
    async place(
      /** @type {import('./db.js').Statements} */ tx,
      /** @type {import('./baskets.js').Basket} */ basket,
      /** @type {string} */ method,
      /** @type {string} */ lang,
    ) {
      const now = clock.now();
      const id = await freeNumber(tx);
      const due = dueAt(now, deliveryOption(basket.delivery)?.workingDays ?? 3);
      await tx.run(
        `INSERT INTO orders (id, basket_id, session_id, lang, email, address, delivery, gift_wrap, coupon, method, subtotal_cents, discount_cents,
           delivery_cents, gift_wrap_cents, total_cents, placed_at, due_at, travelled_at) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)`,
        [
          id,
          basket.id,
          basket.sessionId,
          lang,
          basket.address?.['email'] ?? '',
          JSON.stringify(basket.address),
          basket.delivery,
          basket.giftWrap ? 1 : 0,
          basket.coupon,
          method,
          basket.subtotalCents,
          basket.discountCents,
          basket.deliveryCents,
          basket.giftWrapCents,
          basket.totalCents,
          now,
          due,
          now,
        ],
      );
      for (const line of basket.lines) {
        await tx.run(
          'INSERT INTO order_items (order_id, product_id, quantity, unit_cents) VALUES (?, ?, ?, ?)',
          [id, line.id, line.quantity, line.cents],
        );
      }
      await tx.run('INSERT INTO order_access (session_id, order_id, granted_at) VALUES (?, ?, ?)', [
        basket.sessionId,
        id,
        now,
      ]);
      await tx.run(`UPDATE baskets SET status = 'ordered' WHERE id = ?`, [basket.id]);
      return id;
    },

    /** Keeps what every order has travelled so far before time starts to run differently. @param {number} speed the old speed */
    settle: (speed) =>
      db.run('UPDATE orders SET travelled_ms = travelled_ms + (? - travelled_at) * ?, travelled_at = ?', [
        clock.now(),
        speed,
        clock.now(),
      ]),

    /** Stops a parcel, or lets it go on from where it stopped. */
    async setException(/** @type {string} */ id, /** @type {boolean} */ stopped) {
      const order = await find(id);
      if (!order || order.state === 'delivered') return;
      const travelled = order['travelled_ms'] + (clock.now() - order['travelled_at']) * (await speedNow());
      const stoppedAt = EXCEPTION_SHARE * (order['due_at'] - order['placed_at']);
      await db.run('UPDATE orders SET exception = ?, travelled_ms = ?, travelled_at = ? WHERE id = ?', [
        stopped ? 1 : 0,
        Math.min(travelled, stoppedAt),
        clock.now(),
        id,
      ]);
    },

    instruct: (/** @type {string} */ id, /** @type {string} */ instruction) =>
      db.run('UPDATE orders SET instruction = ? WHERE id = ?', [instruction, id]),
  };
}

/** Six digits after the prefix; not in sequence, so that nobody counts our orders or guesses a neighbour's. @param {import('./db.js').Statements} tx */
async function freeNumber(tx) {
  for (;;) {
    const id = `TJ-${randomInt(100_000, 1_000_000)}`;
    if (!(await tx.one('SELECT 1 FROM orders WHERE id = ?', [id]))) return id;
  }
}
