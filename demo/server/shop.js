// @ts-check
import Fastify from 'fastify';
import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import { realClock } from './clock.js';
import { createBaskets } from './baskets.js';
import { createCatalogue } from './catalogue.js';
import { createGuardrail } from './guardrail.js';
import { createHandoffs } from './handoffs.js';
import { createInsights } from './insights.js';
import { createOrders } from './orders.js';
import { createOutcomes } from './outcomes.js';
import { createPayments } from './payments.js';
import { createSessions } from './sessions.js';
import { createSettings } from './settings.js';
import { seed } from './seed.js';
import { rememberVisitor } from './visitor.js';
import { guardPages } from './security.js';
import { serveFiles } from './files.js';
import { useViews } from './views.js';
import { catalogueRoutes } from './routes/catalogue.js';
import { basketRoutes } from './routes/basket.js';
import { checkoutRoutes } from './routes/checkout.js';
import { orderRoutes } from './routes/orders.js';
import { helpRoutes } from './routes/help.js';
import { contactRoutes } from './routes/contact.js';
import { agentRoutes } from './routes/agent.js';
import { statusRoutes } from './routes/status.js';
import { outcomeRoutes } from './routes/outcomes.js';
import { demoRoutes } from './routes/demo.js';

/**
 * @typedef {ReturnType<typeof services>} Services
 * @typedef {import('fastify').FastifyInstance} App
 */

/**
 * The whole shop, ready to listen or to be injected with requests.
 *
 * @param {{ db: import('./db.js').Db, clock?: import('./clock.js').Clock, antes?: boolean, speed?: string | undefined, logger?: boolean }} options
 *   `antes`: whether pages load Antes unless a visitor says otherwise · `speed`: how many times faster than life orders travel
 * @returns {Promise<App>}
 */
export async function createShop({ db, clock = realClock, antes = true, speed, logger = false }) {
  const app = Fastify({ logger, bodyLimit: 64 * 1024, routerOptions: { ignoreTrailingSlash: true } });
  const shop = services({ db, clock, antes, ...(speed ? { speed } : {}) });
  await seed(db);
  await shop.payments.recover();

  await app.register(cookie);
  await app.register(formbody);
  guardPages(app);
  serveFiles(app);
  rememberVisitor(app, shop);
  useViews(app, shop);
  for (const routes of [
    catalogueRoutes,
    basketRoutes,
    checkoutRoutes,
    orderRoutes,
    helpRoutes,
    contactRoutes,
    agentRoutes,
    statusRoutes,
    outcomeRoutes,
    demoRoutes,
  ]) {
    routes(app, shop);
  }
  return app;
}

/** @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock, antes: boolean, speed?: string }} deps */
function services({ db, clock, antes, speed }) {
  const settings = createSettings({ db, clock, ...(speed ? { speed } : {}) });
  const baskets = createBaskets({ db, clock });
  const orders = createOrders({ db, clock, settings });
  const outcomes = createOutcomes({ db });
  const insights = createInsights({ clock, outcomes });
  return {
    db,
    clock,
    antes,
    settings,
    baskets,
    orders,
    outcomes,
    insights,
    guardrail: createGuardrail({ clock, insights }),
    handoffs: createHandoffs({ db, clock }),
    catalogue: createCatalogue({ db }),
    sessions: createSessions({ db, clock }),
    payments: createPayments({ db, clock, settings, baskets, orders }),
  };
}
