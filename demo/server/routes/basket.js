// @ts-check
import { MAX_QUANTITY, FREE_DELIVERY_FROM_CENTS } from '../baskets.js';
import { page, seeOther } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function basketRoutes(app, shop) {
  app.get('/cart', async (request, reply) => {
    const basket = await shop.baskets.current(visitorOf(request).session.id);
    const goodsCents = basket.subtotalCents - basket.discountCents;
    return page(shop, request, reply, 'cart', {
      basket,
      goodsCents,
      toFreeDelivery: Math.max(0, FREE_DELIVERY_FROM_CENTS - goodsCents),
      maxQuantity: MAX_QUANTITY,
      notice: ['added', 'busy', 'sold-out', 'changed'].find((word) => word === queryOf(request)['notice']),
    });
  });

  app.post('/cart/items', async (request, reply) => seeOther(reply, await put(request, false, 'added')));
  app.post('/cart/items/:id', async (request, reply) => seeOther(reply, await put(request, true, 'changed')));

  /** @param {import('fastify').FastifyRequest} request @param {boolean} exactly @param {string} done */
  async function put(request, exactly, done) {
    const body = bodyOf(request);
    const basket = await shop.baskets.current(visitorOf(request).session.id);
    if (await shop.baskets.beingPaid(basket.id)) return '/cart?notice=busy';
    const product = String(/** @type {any} */ (request.params)?.id ?? body['product'] ?? '');
    const quantity = Number(body['quantity'] ?? 1);
    if (!Number.isInteger(quantity) || quantity > MAX_QUANTITY || (!exactly && quantity < 1)) return '/cart';
    return (await shop.baskets.put(basket.id, product, quantity, exactly))
      ? `/cart?notice=${done}`
      : '/cart?notice=sold-out';
  }
}
