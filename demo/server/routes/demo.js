// @ts-check
import { testCards } from '../cards.js';
import { faults } from '../sessions.js';
import { switches } from '../settings.js';
import { page, seeOther } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';

/** Where each fault can be met. */
const faultPlaces = {
  'dead-button': '/checkout/delivery',
  'stuck-disabled': '/checkout/payment',
  'field-overwrite': '/checkout/address',
  'throwing-handler': '/checkout/delivery',
  'frozen-page': '/checkout/delivery',
  'endless-spinner': '/checkout/address',
  'coupon-fails': '/checkout/payment',
};

/** Who buys for those who only want to see the payment. */
const somebody = {
  email: 'ana@example.com',
  name: 'Ana Ruiz',
  phone: '',
  country: 'ES',
  postcode: '28013',
  street: 'Calle Mayor',
  number: '12',
  extra: '',
  city: 'Madrid',
};

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function demoRoutes(app, shop) {
  app.get('/demo', async (request, reply) => {
    const { session } = visitorOf(request);
    return page(shop, request, reply, 'demo', {
      allFaults: faults,
      faultPlaces,
      switches,
      settings: await shop.settings.all(),
      order: await shop.orders.latestFor(session.id),
      testCards,
      saved: queryOf(request)['saved'] === 'yes',
    });
  });

  // The way to the payment has been gone often enough by whoever wants to see what happens there.
  app.post('/demo/payment', async (request, reply) => {
    const { session } = visitorOf(request);
    const basket = await shop.baskets.current(session.id);
    if (!(await shop.baskets.beingPaid(basket.id))) {
      if (basket.count === 0) await shop.baskets.put(basket.id, 'jug-fuente', 1);
      if (!basket.address) await shop.baskets.saveAddress(basket.id, somebody);
      if (!basket.delivery) await shop.baskets.saveDelivery(basket.id, 'standard');
    }
    return seeOther(reply, '/checkout/payment');
  });

  app.post('/demo/faults', async (request, reply) => {
    const wanted = bodyOf(request)['fault'];
    await shop.sessions.setFaults(
      visitorOf(request).session.id,
      Array.isArray(wanted) ? wanted.map(String) : typeof wanted === 'string' ? [wanted] : [],
    );
    return seeOther(reply, '/demo?saved=yes');
  });

  app.post('/demo/switches', async (request, reply) => {
    const body = bodyOf(request);
    const speed = Number(await shop.settings.get('speed'));
    if (body['speed'] !== undefined) await shop.orders.settle(speed);
    for (const key of /** @type {const} */ (['incident', 'speed', 'hours'])) {
      if (typeof body[key] === 'string') await shop.settings.set(key, body[key]);
    }
    return seeOther(reply, '/demo?saved=yes');
  });

  app.post('/demo/order', async (request, reply) => {
    const order = await shop.orders.latestFor(visitorOf(request).session.id);
    if (order) await shop.orders.setException(order.id, bodyOf(request)['exception'] === 'on');
    return seeOther(reply, order ? `/orders/${order.id}` : '/demo');
  });

  app.post('/demo/antes', async (request, reply) => {
    const wish = bodyOf(request)['antes'] === 'on' ? 'on' : 'off';
    reply.setCookie('tinaja_antes', wish, { path: '/', sameSite: 'lax' });
    return seeOther(reply, '/demo?saved=yes');
  });

  app.post('/demo/reset', async (request, reply) => {
    await shop.orders.settle(Number(await shop.settings.get('speed')));
    await shop.settings.reset();
    await shop.sessions.setFaults(visitorOf(request).session.id, []);
    reply.clearCookie('tinaja_antes', { path: '/' });
    return seeOther(reply, '/demo?saved=yes');
  });
}
