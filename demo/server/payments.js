// @ts-check
import { createHash, randomUUID } from 'node:crypto';
import { INCIDENT_PAYMENT_MS, USUAL_PAYMENT_MS, digitsOf, outcomeOf } from './cards.js';
import { isDuplicate } from './db.js';
import { checkCard } from './validation.js';

export const methods = ['card', 'paypal', 'invoice'];

/**
 * @typedef {{ status: number, body: Record<string, unknown> }} Answer
 * @typedef {{ key: string, sessionId: string, lang: string, body: Record<string, any> }} Request
 */

/**
 * Money is charged at most once, whatever the page does: double submit, retry after a time-out, two tabs, reload, back.
 *
 * 1. The same idempotency key always gets the same answer, also while the first attempt is still under way.
 * 2. Attempts for one basket, whatever their key, stand in line; the first accepted one turns the basket into an order,
 *    later ones are told about that order.
 * 3. The charge, the order and the payment's end are one transaction, and unique constraints refuse a second of each.
 *
 * @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock, settings: import('./settings.js').Settings,
 *   baskets: ReturnType<typeof import('./baskets.js').createBaskets>, orders: ReturnType<typeof import('./orders.js').createOrders> }} deps
 */
export function createPayments({ db, clock, settings, baskets, orders }) {
  /** @type {Map<string, Promise<Answer>>} attempts under way, by key */
  const underWay = new Map();
  /** @type {Map<string, Promise<unknown>>} the last in line, by basket */
  const lines = new Map();

  /** @param {Request} request @returns {Promise<Answer>} */
  async function pay(request) {
    const { key, sessionId, body } = request;
    if (!/^[\w-]{8,80}$/.test(key)) return refuse(400, 'idempotency_key_missing');
    if (!methods.includes(body['method'])) return refuse(422, 'payment_method_unknown');
    // A key belongs to the session that used it first: nobody can ask for a stranger's answer.
    const own = `${sessionId}:${key}`;
    const running = underWay.get(own);
    const attempt = running ?? attemptPayment(request, own).finally(() => underWay.delete(own));
    if (!running) underWay.set(own, attempt);
    const answer = await attempt;
    const used = await db.one('SELECT fingerprint FROM payments WHERE idempotency_key = ?', [own]);
    return used && used['fingerprint'] !== fingerprintOf(body)
      ? refuse(422, 'idempotency_key_reused')
      : answer;
  }

  /** @param {Request} request @param {string} key @returns {Promise<Answer>} */
  async function attemptPayment({ sessionId, lang, body }, key) {
    const earlier = await answerOf(key);
    if (earlier) return earlier;
    const basket = await baskets.find(String(body['basket'] ?? ''));
    if (!basket || basket.sessionId !== sessionId) return refuse(409, 'basket_unknown');
    return inLine(basket.id, () => payBasket(basket.id, { key, sessionId, lang, body }));
  }

  /** @param {string} basketId @param {Request} request @returns {Promise<Answer>} */
  async function payBasket(basketId, { key, sessionId, lang, body }) {
    const already = await orders.idOfBasket(basketId);
    if (already) return { status: 200, body: { ok: true, order: { id: already }, alreadyPlaced: true } };
    const basket = await baskets.find(basketId);
    if (!basket || basket.lines.length === 0) return refuse(409, 'basket_empty');
    if (!basket.address || !basket.delivery) return refuse(409, 'checkout_incomplete');
    // The customer agreed to the total on the screen; if a second tab changed the basket since, ask again.
    if (body['totalCents'] !== undefined && body['totalCents'] !== basket.totalCents)
      return refuse(409, 'basket_changed');
    const method = body['method'];
    const card = method === 'card' ? (body['card'] ?? {}) : null;
    if (card) {
      const errors = checkCard(card, clock.now());
      if (Object.keys(errors).length > 0)
        return { status: 422, body: { ok: false, charged: false, error: { code: 'card_invalid' }, errors } };
    }

    const id = randomUUID();
    const last4 = card ? digitsOf(card['number']).slice(-4) : null;
    try {
      await db.run(
        `INSERT INTO payments (id, idempotency_key, session_id, fingerprint, basket_id, method, card_last4, amount_cents, status, created_at)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 'pending', ?)`,
        [id, key, sessionId, fingerprintOf(body), basketId, method, last4, basket.totalCents, clock.now()],
      );
    } catch (error) {
      if (isDuplicate(error)) return (await answerOf(key)) ?? refuse(409, 'payment_in_progress');
      throw error;
    }
    return settlePayment(id, basket, { method, card, lang });
  }

  /**
   * @param {string} id @param {import('./baskets.js').Basket} basket
   * @param {{ method: string, card: Record<string, any> | null, lang: string }} how
   * @returns {Promise<Answer>}
   */
  async function settlePayment(id, basket, { method, card, lang }) {
    try {
      const bank = card ? outcomeOf(digitsOf(card['number'])) : { code: null, takesMs: USUAL_PAYMENT_MS };
      const slow = card && (await settings.get('incident')) === 'payments';
      await clock.sleep(bank.takesMs + (slow ? INCIDENT_PAYMENT_MS : 0));
      if (bank.code) return await decline(id, bank.code);
      return await db.transaction(async (tx) => {
        const order = await orders.place(tx, basket, method, lang);
        await tx.run(
          'INSERT INTO charges (id, order_id, payment_id, amount_cents, created_at) VALUES (?, ?, ?, ?, ?)',
          [randomUUID(), order, id, basket.totalCents, clock.now()],
        );
        const answer = { status: 200, body: { ok: true, order: { id: order } } };
        await finish(tx, id, 'accepted', null, answer);
        return answer;
      });
    } catch (error) {
      await decline(id, 'processing_error');
      throw error;
    }
  }

  /** @param {string} id @param {string} code */
  async function decline(id, code) {
    const answer = refuse(code === 'processing_error' ? 502 : 402, code);
    await finish(db, id, 'declined', code, answer);
    return answer;
  }

  /** @param {import('./db.js').Statements} on @param {string} id @param {string} status @param {string | null} code @param {Answer} answer */
  const finish = (on, id, status, code, answer) =>
    on.run('UPDATE payments SET status = ?, code = ?, answer = ?, finished_at = ? WHERE id = ?', [
      status,
      code,
      JSON.stringify(answer),
      clock.now(),
      id,
    ]);

  /** @param {string} key @returns {Promise<Answer | undefined>} */
  async function answerOf(key) {
    const row = await db.one('SELECT answer FROM payments WHERE idempotency_key = ?', [key]);
    return row?.['answer'] ? JSON.parse(row['answer']) : undefined;
  }

  /** @template T @param {string} basketId @param {() => Promise<T>} work @returns {Promise<T>} */
  function inLine(basketId, work) {
    const turn = (lines.get(basketId) ?? Promise.resolve()).then(work);
    const quiet = turn
      .catch(() => {})
      .then(() => void (lines.get(basketId) === quiet && lines.delete(basketId)));
    lines.set(basketId, quiet);
    return turn;
  }

  return {
    pay,

    /** After a crash: what was under way has charged nothing, because the charge is written last. */
    async recover() {
      const answer = JSON.stringify(refuse(502, 'processing_error'));
      await db.run(
        `UPDATE payments SET status = 'declined', code = 'processing_error', answer = ?, finished_at = ? WHERE status = 'pending'`,
        [answer, clock.now()],
      );
    },
  };
}

/** @param {number} status @param {string} code @returns {Answer} */
const refuse = (status, code) => ({ status, body: { ok: false, charged: false, error: { code } } });

/** Says whether two requests ask for the same thing, without keeping a card number. @param {Record<string, any>} body */
function fingerprintOf(body) {
  const parts = [
    body['basket'],
    body['method'],
    body['method'] === 'card' ? digitsOf(body['card']?.['number']).slice(-4) : '',
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
