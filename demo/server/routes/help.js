// @ts-check
import { hoursOf } from '../hours.js';
import { page, seeOther } from '../views.js';
import { bodyOf, queryOf, visitorOf } from '../visitor.js';

const fold = (/** @type {string} */ text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function helpRoutes(app, shop) {
  app.get('/help', async (request, reply) => {
    const articles = articlesFor(visitorOf(request).i18n);
    const q = (queryOf(request)['q'] ?? '').trim().slice(0, 80);
    return page(shop, request, reply, 'help', { q, articles: q ? search(articles, q) : articles });
  });

  app.get('/help/:slug', async (request, reply) => {
    const { slug } = /** @type {{ slug: string }} */ (request.params);
    const article = articlesFor(visitorOf(request).i18n).find((one) => one.slug === slug);
    if (!article) return reply.callNotFound();
    const { hours } = await shop.settings.all();
    const now = shop.clock.now();
    return page(shop, request, reply, 'article', {
      article,
      related: articlesFor(visitorOf(request).i18n).filter((one) => article.related.includes(one.slug)),
      hours:
        slug === 'contact'
          ? { phone: hoursOf('phone', now, hours), chat: hoursOf('chat', now, hours) }
          : undefined,
      thanked: ['yes', 'no'].find((word) => word === queryOf(request)['helped']),
    });
  });

  app.post('/help/:slug/helped', async (request, reply) => {
    const { slug } = /** @type {{ slug: string }} */ (request.params);
    const { i18n, session } = visitorOf(request);
    if (!articlesFor(i18n).some((one) => one.slug === slug)) return reply.callNotFound();
    const helped = bodyOf(request)['helped'] === 'yes';
    await shop.db.run(
      `INSERT INTO help_votes (session_id, slug, helped, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT DO UPDATE SET helped = excluded.helped, created_at = excluded.created_at`,
      [session.id, slug, helped ? 1 : 0, shop.clock.now()],
    );
    return seeOther(reply, `/help/${slug}?helped=${helped ? 'yes' : 'no'}`);
  });
}

/** @typedef {{ slug: string, title: string, summary: string, body: (string | { steps: string[] })[], related: string[] }} Article */

/** @param {import('../i18n.js').Translator} i18n @returns {Article[]} */
const articlesFor = (i18n) =>
  Object.entries(i18n.look('articles')).map(([slug, article]) => ({ slug, ...article }));

/** Every word must occur; words in titles count for more. @param {Article[]} articles @param {string} q */
function search(articles, q) {
  const words = fold(q).split(/\s+/).filter(Boolean);
  return articles
    .map((article) => {
      const title = fold(article.title);
      const text = fold([article.title, article.summary, JSON.stringify(article.body)].join(' '));
      const score = words.every((word) => text.includes(word))
        ? words.filter((word) => title.includes(word)).length + 1
        : 0;
      return { article, score };
    })
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ article }) => article);
}
