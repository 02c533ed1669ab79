// @ts-check
import { hoursOf } from '../hours.js';
import { instructions, states } from '../orders.js';
import { clean, isEmail } from '../validation.js';
import { page, seeOther } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function orderRoutes(app, shop) {
  const idOf = (/** @type {import('fastify').FastifyRequest} */ request) =>
    String(/** @type {any} */ (request.params).id).toUpperCase();

  /** `current` stands for the latest order of this visitor, so that links in help texts need no number. @param {import('fastify').FastifyRequest} request */
  const orderOf = (request) => {
    const { session } = visitorOf(request);
    return idOf(request) === 'CURRENT'
      ? shop.orders.latestFor(session.id)
      : shop.orders.findFor(idOf(request), session.id);
  };

  app.get('/orders', async (request, reply) => {
    const latest = await shop.orders.latestFor(visitorOf(request).session.id);
    return page(shop, request, reply, 'orders', { latest, values: {}, errors: {} });
  });

  app.post('/orders', async (request, reply) => {
    const body = bodyOf(request);
    const values = { number: clean(body['number'], 20).toUpperCase(), email: clean(body['email'], 254) };
    /** @type {Record<string, string>} */
    const errors = {};
    if (!/^TJ-\d{6}$/.test(values.number)) errors['number'] = 'order_number_invalid';
    if (!isEmail(values.email)) errors['email'] = values.email ? 'email_invalid' : 'email_missing';
    if (
      Object.keys(errors).length === 0 &&
      !(await shop.orders.unlock(values.number, values.email, visitorOf(request).session.id))
    ) {
      errors['number'] = 'order_not_found';
    }
    if (Object.keys(errors).length > 0)
      return page(shop, request, reply.code(422), 'orders', { values, errors });
    return seeOther(reply, `/orders/${values.number}`);
  });

  app.get('/orders/:id', async (request, reply) => {
    if (idOf(request).endsWith('.JSON')) return orderJson(request, reply);
    const order = await orderOf(request);
    if (!order) return reply.redirect('/orders');
    if (idOf(request) === 'CURRENT') return reply.redirect(`/orders/${order.id}`);
    const { hours, speed } = await shop.settings.all();
    return page(shop, request, reply, 'order', {
      order,
      steps: stepsOf(order),
      speed: Number(speed),
      chat: hoursOf('chat', shop.clock.now(), hours),
      notice: ['saved', 'again'].find((word) => word === queryOf(request)['notice']),
    });
  });

  /** @param {import('fastify').FastifyRequest} request @param {import('fastify').FastifyReply} reply */
  async function orderJson(request, reply) {
    const { session } = visitorOf(request);
    const id = idOf(request).slice(0, -'.JSON'.length);
    const order =
      id === 'CURRENT' ? await shop.orders.latestFor(session.id) : await shop.orders.findFor(id, session.id);
    reply.header('cache-control', 'no-store');
    return order ? { order: publicOrder(order) } : reply.code(404).send({ error: { code: 'not_found' } });
  }

  app.get('/orders/:id/delivery', async (request, reply) => {
    const order = await orderOf(request);
    if (!order) return reply.redirect('/orders');
    return page(shop, request, reply, 'order-delivery', { order, instructions });
  });

  app.post('/orders/:id/delivery', async (request, reply) => {
    const order = await orderOf(request);
    if (!order) return reply.redirect('/orders', 303);
    const instruction = instructions.find((name) => name === bodyOf(request)['instruction']) ?? 'none';
    if (order.state !== 'delivered') {
      await shop.orders.instruct(order.id, instruction);
      if (order.state === 'exception') await shop.orders.setException(order.id, false);
    }
    return seeOther(reply, `/orders/${order.id}?notice=${order.state === 'exception' ? 'again' : 'saved'}`);
  });
}

/** What a page or a widget may know. @param {import('../orders.js').Order} order */
const publicOrder = (order) => ({
  id: order.id,
  state: order.state,
  eta: new Date(order.eta).toISOString(),
  asOf: new Date(order.asOf).toISOString(),
  history: order.history.map(({ state, at }) => ({ state, at: new Date(at).toISOString() })),
});

/** What the confirmation needs. @param {import('../orders.js').Order} order */
export const orderForPage = (order) => ({
  ...publicOrder(order),
  eta: order.eta,
  email: order['email'],
  address: order['address'],
  delivery: order['delivery'],
  method: order['method'],
  items: order['items'],
  totalCents: order['total_cents'],
});

/** The whole way with what has happened so far. @param {import('../orders.js').Order} order */
function stepsOf(order) {
  const passed = new Map(order.history.map(({ state, at }) => [state, at]));
  const names = order.state === 'exception' ? [...states.slice(0, 3), 'exception', 'delivered'] : states;
  return names.map((state) => ({ state, at: passed.get(state) ?? null, current: state === order.state }));
}
