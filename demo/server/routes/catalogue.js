// @ts-check
import { page } from '../views.js';
import { queryOf } from '../visitor.js';
import { categories } from '../seed.js';
import { sortNames } from '../catalogue.js';

/** @param {import('../shop.js').App} app @param {import('../shop.js').Services} shop */
export function catalogueRoutes(app, shop) {
  app.get('/', async (request, reply) => {
    const { category, sort } = queryOf(request);
    const known = categories.find((name) => name === category);
    const products = await shop.catalogue.list({
      ...(known ? { category: known } : {}),
      ...(sort ? { sort } : {}),
    });
    return page(shop, request, reply, 'catalogue', {
      products,
      category: known,
      sorts: sortNames,
      sort: sortNames.includes(sort ?? '') ? sort : 'featured',
    });
  });

  app.get('/products/:id', async (request, reply) => {
    const { id } = /** @type {{ id: string }} */ (request.params);
    const product = await shop.catalogue.find(id);
    if (!product) return reply.callNotFound();
    const others = (await shop.catalogue.list({ category: product.category }))
      .filter((other) => other.id !== id)
      .slice(0, 3);
    return page(shop, request, reply, 'product', { product, others });
  });
}
