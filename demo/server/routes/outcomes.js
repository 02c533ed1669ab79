// @ts-check
import { readEvents } from '../event-lines.js';

/** Where Antes reports to, and what the people of the shop make of it. In a real shop the report is behind a login. @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function outcomeRoutes(app, shop) {
  // Text, because that is what a browser sends without asking first, and what it still sends while a page goes.
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, (_request, body, done) => done(null, body));

  app.post('/events', async (request, reply) => {
    const { events, refused } = readEvents(typeof request.body === 'string' ? request.body : '');
    await shop.outcomes.store(events);
    // What cannot be read now cannot be read later either: it is refused once, and not asked for again.
    return reply.send({ ok: events.length, refused, off: shop.guardrail.off() });
  });

  app.get('/insights', async (_request, reply) => {
    const html = await shop.insights.html();
    if (html === undefined)
      return reply
        .type('text/plain')
        .send('Nothing has been reported yet. Buy something, or fill in a month: npm run demo:month\n');
    return (
      reply
        .type('text/html')
        .header('cache-control', 'no-cache')
        // One file with its styles and drawings in it, and nothing that runs.
        .header('content-security-policy', `default-src 'none'; style-src 'unsafe-inline'; img-src data:`)
        .send(html)
    );
  });
}
