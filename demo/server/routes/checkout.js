// @ts-check
import { findAddresses } from '../addresses.js';
import { testCards } from '../cards.js';
import { deliveryOption, deliveryOptions, dueAt } from '../delivery.js';
import { GIFT_WRAP_CENTS, FREE_DELIVERY_FROM_CENTS } from '../baskets.js';
import { PHONE_NUMBER } from '../hours.js';
import { checkAddress, clean, countries } from '../validation.js';
import { page } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';
import { orderForPage } from './orders.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function checkoutRoutes(app, shop) {
  const basketOf = (/** @type {import('fastify').FastifyRequest} */ request) =>
    shop.baskets.current(visitorOf(request).session.id);

  app.get('/checkout', async (_, reply) => reply.redirect('/checkout/address'));

  // One page; the client routes between its steps.
  for (const step of ['address', 'delivery', 'payment']) {
    app.get(`/checkout/${step}`, async (request, reply) => {
      const basket = await basketOf(request);
      if (basket.count === 0) {
        const order = await shop.orders.latestFor(visitorOf(request).session.id);
        const fresh = order && shop.clock.now() - order['placed_at'] < 30 * 60_000;
        return reply.redirect(fresh ? `/checkout/confirmation/${order.id}` : '/cart');
      }
      if (step !== 'address' && !basket.address) return reply.redirect('/checkout/address');
      if (step === 'payment' && !basket.delivery) return reply.redirect('/checkout/delivery');
      return checkoutPage(request, reply, basket);
    });
  }

  app.get('/checkout/confirmation/:id', async (request, reply) => {
    const { id } = /** @type {{ id: string }} */ (request.params);
    const order = await shop.orders.findFor(id, visitorOf(request).session.id);
    if (!order) return reply.callNotFound();
    return checkoutPage(request, reply, await basketOf(request), order);
  });

  /** @param {import('fastify').FastifyRequest} request @param {import('fastify').FastifyReply} reply @param {import('../baskets.js').Basket} basket @param {import('../orders.js').Order} [order] */
  function checkoutPage(request, reply, basket, order) {
    const { i18n, session } = visitorOf(request);
    const checkout = {
      lang: i18n.lang,
      region: i18n.region,
      texts: { ...i18n.look('checkout'), products: productNames(i18n) },
      basket,
      order: order ? orderForPage(order) : null,
      faults: session.faults,
      phone: PHONE_NUMBER,
      giftWrapCents: GIFT_WRAP_CENTS,
      freeDeliveryFromCents: FREE_DELIVERY_FROM_CENTS,
      delivery: deliveryOptions.map(({ id, cents }) => ({ id, cents })),
      countries: Object.entries(countries)
        .map(([code, { pattern, example, dialling }]) => ({
          code,
          name: i18n.country(code),
          pattern: pattern.source,
          example,
          dialling,
        }))
        .sort((a, b) => a.name.localeCompare(b.name, i18n.region)),
      testCards: testCards.map(({ number, outcome }) => ({ number, outcome })),
    };
    return page(shop, request, reply, 'checkout', { checkout });
  }

  app.get('/api/basket', async (request) => ({ ok: true, basket: await basketOf(request) }));

  app.get('/api/addresses', async (request) => {
    const { country = '', postcode = '' } = queryOf(request);
    const { code, ...found } = findAddresses(country, postcode);
    return code === 'found' ? { ok: true, ...found } : { ok: false, error: { code } };
  });

  app.put('/api/checkout/address', async (request, reply) => {
    const { address, errors } = checkAddress(bodyOf(request));
    if (Object.keys(errors).length > 0) return reply.code(422).send({ ok: false, errors });
    return change(request, reply, (basket) => shop.baskets.saveAddress(basket.id, address));
  });

  app.get('/api/checkout/estimates', async () => ({
    ok: true,
    estimates: Object.fromEntries(
      deliveryOptions.map(({ id, workingDays }) => [id, dueAt(shop.clock.now(), workingDays)]),
    ),
  }));

  app.put('/api/checkout/delivery', async (request, reply) => {
    const option = deliveryOption(bodyOf(request)['option']);
    if (!option) return reply.code(422).send({ ok: false, errors: { option: 'delivery_missing' } });
    return change(request, reply, (basket) => shop.baskets.saveDelivery(basket.id, option.id));
  });

  app.put('/api/checkout/gift-wrap', async (request, reply) =>
    change(request, reply, (basket) =>
      shop.baskets.saveGiftWrap(basket.id, bodyOf(request)['wanted'] === true),
    ),
  );

  // A refused coupon is no failed request: like many shops, this one answers 200 and says so in the body.
  app.post('/api/coupon', async (request, reply) => {
    if (visitorOf(request).session.faults.includes('coupon-fails'))
      return { ok: false, error: { code: 'coupon_unknown' } };
    const basket = await basketOf(request);
    const code = await shop.baskets.redeem(basket, bodyOf(request)['code']);
    if (code) return reply.send({ ok: false, error: { code } });
    return { ok: true, basket: await basketOf(request) };
  });

  app.post('/api/payments', async (request, reply) => {
    const { session, lang } = visitorOf(request);
    const key = clean(request.headers['idempotency-key'], 80);
    const answer = await shop.payments.pay({
      key,
      sessionId: session.id,
      lang,
      body: /** @type {any} */ (bodyOf(request)),
    });
    return reply.code(answer.status).send(answer.body);
  });

  app.get('/api/orders/:id', async (request, reply) => {
    const { id } = /** @type {{ id: string }} */ (request.params);
    const order = await shop.orders.findFor(id, visitorOf(request).session.id);
    return order
      ? { ok: true, order: orderForPage(order) }
      : reply.code(404).send({ ok: false, error: { code: 'not_found' } });
  });

  /**
   * @param {import('fastify').FastifyRequest} request @param {import('fastify').FastifyReply} reply
   * @param {(basket: import('../baskets.js').Basket) => Promise<unknown>} work
   */
  async function change(request, reply, work) {
    const basket = await basketOf(request);
    if (basket.count === 0) return reply.code(409).send({ ok: false, error: { code: 'basket_empty' } });
    if (await shop.baskets.beingPaid(basket.id))
      return reply.code(409).send({ ok: false, error: { code: 'payment_in_progress' } });
    await work(basket);
    return { ok: true, basket: await basketOf(request) };
  }
}

/** @param {import('../i18n.js').Translator} i18n @returns {Record<string, string>} */
const productNames = (i18n) =>
  Object.fromEntries(Object.entries(i18n.look('products')).map(([id, product]) => [id, product.name]));
