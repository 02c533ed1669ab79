// @ts-check
import { linesOf, readCode } from '../handoffs.js';
import { clean } from '../validation.js';
import { page } from '../views.js';
import { bodyOf, visitorOf } from '../visitor.js';

/** Where the people of the shop see what customers have agreed to pass on. In a real shop it is behind a login. @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function agentRoutes(app, shop) {
  async function lists() {
    const callbacks = await shop.db.all('SELECT * FROM callbacks ORDER BY created_at DESC LIMIT 50');
    return {
      callbacks: callbacks.map((row) => ({
        phone: String(row['phone']),
        name: String(row['name'] ?? ''),
        moment: String(row['moment']),
        message: String(row['message'] ?? ''),
        at: Number(row['created_at']),
        ...linesOf(row['handoff']),
      })),
      chats: await shop.handoffs.chats(),
    };
  }

  app.get('/agent', async (request, reply) => page(shop, request, reply, 'agent', await lists()));

  // By POST: a code is no address, and stays out of histories and logs.
  app.post('/agent', async (request, reply) => {
    const said = clean(bodyOf(request)['code'], 20);
    const code = readCode(said);
    const handoff = code && (await shop.handoffs.byCode(code));
    return page(shop, request, reply.code(handoff ? 200 : 404), 'agent', {
      ...(await lists()),
      said,
      handoff,
      missing: !handoff,
    });
  });

  app.post('/api/handoff', async (request, reply) => {
    const { code, handoff } = bodyOf(request);
    const { session } = visitorOf(request);
    const what = await shop.handoffs.store({ session: session.id, channel: 'phone', code, handoff });
    const status = { stored: 201, taken: 409, wrong: 422 }[what];
    return reply.code(status).send({ ok: what === 'stored' });
  });

  app.post('/api/chat/handoff', async (request, reply) => {
    const { session } = visitorOf(request);
    const { handoff } = bodyOf(request);
    const what = await shop.handoffs.store({ session: session.id, channel: 'chat', handoff });
    return reply.code(what === 'stored' ? 201 : 422).send({ ok: what === 'stored' });
  });
}
