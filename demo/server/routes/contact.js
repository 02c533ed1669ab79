// @ts-check
import { randomUUID } from 'node:crypto';
import { chatReply } from '../chat.js';
import { hoursOf } from '../hours.js';
import { checkCallback, clean, isEmail, moments, topics } from '../validation.js';
import { page, seeOther } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function contactRoutes(app, shop) {
  async function hoursNow() {
    const override = await shop.settings.get('hours');
    const now = shop.clock.now();
    return { phone: hoursOf('phone', now, override), chat: hoursOf('chat', now, override) };
  }

  /** @param {import('fastify').FastifyRequest} request @param {ReturnType<typeof checkCallback>['request']} wish @param {unknown} handoff */
  async function store(request, wish, handoff) {
    const id = randomUUID();
    await shop.db.run(
      `INSERT INTO callbacks (id, session_id, name, phone, topic, moment, message, handoff, created_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        visitorOf(request).session.id,
        wish.name,
        wish.phone,
        wish.topic,
        wish.moment,
        wish.message,
        handoff ? JSON.stringify(handoff).slice(0, 8000) : null,
        shop.clock.now(),
      ],
    );
    return id;
  }

  app.get('/contact', async (request, reply) =>
    page(shop, request, reply, 'contact', {
      hours: await hoursNow(),
      values: {},
      errors: {},
      topics,
      moments,
      sent: queryOf(request)['sent'] === 'yes',
    }),
  );

  app.post('/contact', async (request, reply) => {
    const { request: values, errors } = checkCallback(bodyOf(request), { nameRequired: true });
    if (Object.keys(errors).length > 0) {
      return page(shop, request, reply.code(422), 'contact', {
        hours: await hoursNow(),
        values,
        errors,
        topics,
        moments,
      });
    }
    await store(request, values, null);
    return seeOther(reply, '/contact?sent=yes');
  });

  app.post('/api/callback', async (request, reply) => {
    const body = bodyOf(request);
    const { request: wish, errors } = checkCallback(body, { nameRequired: false });
    if (Object.keys(errors).length > 0) return reply.code(422).send({ ok: false, errors });
    const id = await store(request, wish, body['handoff']);
    const { phone } = await hoursNow();
    return reply.code(201).send({
      ok: true,
      id,
      openNow: phone.open,
      opensAt: phone.opensAt && new Date(phone.opensAt).toISOString(),
    });
  });

  app.get('/api/hours', async () => ({ ok: true, hours: await hoursNow() }));

  app.post('/api/chat', async (request, reply) => {
    const { i18n, session } = visitorOf(request);
    const message = clean(bodyOf(request)['message'], 1000);
    if (!message) return reply.code(422).send({ ok: false, error: { code: 'message_missing' } });
    const order = await shop.orders.latestFor(session.id);
    const { chat } = await hoursNow();
    const answer = chatReply(message, { i18n, order, open: chat.open });
    for (const [author, body] of [
      ['customer', message],
      ['shop', answer],
    ]) {
      await shop.db.run(
        'INSERT INTO chat_messages (id, session_id, author, body, created_at) VALUES (?, ?, ?, ?, ?)',
        [randomUUID(), session.id, author ?? '', body ?? '', shop.clock.now()],
      );
    }
    return { ok: true, reply: answer };
  });

  app.post('/newsletter', async (request, reply) => {
    const email = clean(bodyOf(request)['email'], 254).toLowerCase();
    if (!isEmail(email)) return page(shop, request, reply.code(422), 'newsletter', { failed: true });
    await shop.db.run('INSERT INTO newsletter (email, created_at) VALUES (?, ?) ON CONFLICT DO NOTHING', [
      email,
      shop.clock.now(),
    ]);
    return seeOther(reply, '/newsletter');
  });

  app.get('/newsletter', async (request, reply) => page(shop, request, reply, 'newsletter'));
}
