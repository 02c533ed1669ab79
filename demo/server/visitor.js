// @ts-check
import { asLanguage, fromHeader, translators } from './i18n.js';
import { parseFaults } from './sessions.js';

const YEAR_S = 365 * 24 * 3600;
const NEEDS_NO_VISITOR =
  /^\/(assets|antes)\/|^\/(antes\.json|favicon\.ico|events|insights|status\/summary\.json)$/;

/**
 * @typedef {{ session: import('./sessions.js').Session, lang: import('./i18n.js').Language, i18n: import('./i18n.js').Translator, antes: boolean }} Visitor
 */

/**
 * Who asks: session and basket by cookie, language by `?lang=`, cookie or browser, Antes by `?antes=on|off` or cookie, faults by `?fault=a,b`.
 * @param {import('./shop.js').App} app @param {import('./shop.js').Services} shop
 */
export function rememberVisitor(app, shop) {
  app.decorateRequest('visitor', /** @type {any} */ (null));

  app.addHook('preHandler', async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/';
    if (NEEDS_NO_VISITOR.test(path)) return;
    const query = /** @type {Record<string, unknown>} */ (request.query);
    const cookies = request.cookies;

    const session = await shop.sessions.open(cookies['tinaja_session']);
    if (session.id !== cookies['tinaja_session']) {
      reply.setCookie('tinaja_session', session.id, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        maxAge: YEAR_S,
      });
    }
    if (typeof query['fault'] === 'string')
      session.faults = await shop.sessions.setFaults(session.id, parseFaults(query['fault']));

    const asked = asLanguage(query['lang']);
    if (asked) reply.setCookie('tinaja_lang', asked, { path: '/', sameSite: 'lax', maxAge: YEAR_S });
    const lang =
      asked ?? asLanguage(cookies['tinaja_lang']) ?? fromHeader(request.headers['accept-language']);

    const wish = query['antes'] === 'on' || query['antes'] === 'off' ? query['antes'] : undefined;
    if (wish) reply.setCookie('tinaja_antes', wish, { path: '/', sameSite: 'lax', maxAge: YEAR_S });
    const antes = wish ?? cookies['tinaja_antes'];

    /** @type {any} */ (request).visitor = {
      session,
      lang,
      i18n: translators[lang],
      antes: antes ? antes === 'on' : shop.antes,
    };
  });
}

/** @param {import('fastify').FastifyRequest} request @returns {Visitor} */
export const visitorOf = (request) => /** @type {any} */ (request).visitor;

/** @param {import('fastify').FastifyRequest} request @returns {Record<string, unknown>} */
export const bodyOf = (request) =>
  request.body && typeof request.body === 'object' ? /** @type {any} */ (request.body) : {};

/** @param {import('fastify').FastifyRequest} request @returns {Record<string, string>} only single text values */
export const queryOf = (request) =>
  Object.fromEntries(
    Object.entries(/** @type {any} */ (request.query ?? {})).filter(([, value]) => typeof value === 'string'),
  );
