// @ts-check
import { statusSummary } from '../status.js';
import { translators } from '../i18n.js';
import { page } from '../views.js';
import { visitorOf } from '../visitor.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function statusRoutes(app, shop) {
  /** @param {import('fastify').FastifyRequest} request @param {import('../i18n.js').Translator} i18n */
  const summary = async (request, i18n) =>
    statusSummary({
      incident: (await shop.settings.get('incident')) === 'payments',
      since: await shop.settings.since('incident'),
      now: shop.clock.now(),
      origin: `${request.protocol}://${request.host}`,
      t: i18n.t,
    });

  app.get('/status/summary.json', async (request, reply) =>
    reply.header('cache-control', 'no-cache').send(await summary(request, translators.en)),
  );

  app.get('/status', async (request, reply) =>
    page(shop, request, reply, 'status', { summary: await summary(request, visitorOf(request).i18n) }),
  );
}
