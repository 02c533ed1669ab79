import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import formbody from '@fastify/formbody';
import fastifyStatic from '@fastify/static';
import view from '@fastify/view';
import Fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import nunjucks from 'nunjucks';

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));
const PACKAGE = path('../../../node_modules/govuk-frontend/dist/');
/** The one inline script of the official page template; its hash is what their guide says to allow. */
const INLINE = /<script>(document\.body\.className[^<]+)<\/script>/;

type Values = Record<string, string>;
interface Question {
  readonly title: string;
  readonly next: string;
  /** What is wrong, by field. */
  check(values: Values): Values;
}

const QUESTIONS: Record<string, Question> = {
  nino: {
    title: 'What’s your National Insurance number?',
    next: '/contact',
    check: ({ nino = '' }): Values => {
      if (!nino.trim()) return { nino: 'Enter a National Insurance number' };
      return /^[A-Z]{2}\d{6}[A-D]$/.test(nino.replace(/\s/g, '').toUpperCase())
        ? {}
        : { nino: 'Enter a National Insurance number in the correct format' };
    },
  },
  contact: {
    title: 'How should we contact you?',
    next: '/done',
    check: ({ contact, where = '' }): Values => ({
      ...(contact ? {} : { contact: 'Select how we should contact you' }),
      ...(where.trim() ? {} : { where: 'Enter an email address or postcode' }),
    }),
  },
};

/** A service of three pages, made of the official templates alone; every answer is checked by the server. */
export async function createGovuk({
  head = '',
  files = {},
}: { head?: string; files?: Record<string, URL> } = {}): Promise<FastifyInstance> {
  const app = Fastify();
  await app.register(formbody);
  await app.register(fastifyStatic, {
    root: [`${PACKAGE}govuk/`, `${PACKAGE}govuk/assets/`],
    prefix: '/assets/',
    cacheControl: false,
  });
  await app.register(view, {
    engine: { nunjucks },
    templates: [path('./views/'), PACKAGE],
    propertyName: 'render',
    asyncPropertyName: 'renderAsync',
    options: { autoescape: true },
  });
  const template = await readFile(`${PACKAGE}govuk/template.njk`, 'utf8');
  const inline = /<script [^>]*>(.+)<\/script>/.exec(template)?.[1] ?? '';
  const hash = createHash('sha256').update(inline).digest('base64');
  const policy = `default-src 'none'; script-src 'self' 'sha256-${hash}'; style-src 'self'; img-src 'self'; font-src 'self'; manifest-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

  const show = async (reply: FastifyReply, name: string, data: object): Promise<string> => {
    const render = reply as unknown as { renderAsync(view: string, data: object): Promise<string> };
    void reply.type('text/html').header('content-security-policy', policy);
    const html = await render.renderAsync(`${name}.njk`, {
      head,
      values: {},
      wrong: {},
      errors: [],
      ...data,
    });
    if (INLINE.exec(html)?.[1] !== inline)
      throw new Error('The inline script is not the one whose hash is allowed');
    return html;
  };
  for (const [name, { title, next, check }] of Object.entries(QUESTIONS)) {
    app.get(`/${name}`, (_, reply) => show(reply, name, { title }));
    app.post(`/${name}`, async (request, reply) => {
      const values = (request.body ?? {}) as Values;
      const wrong = check(values);
      if (Object.keys(wrong).length === 0) return reply.redirect(next, 303);
      const errors = Object.entries(wrong).map(([field, text]) => ({ href: `#${field}`, text }));
      return show(reply, name, { title, values, wrong, errors });
    });
  }
  app.get('/done', (_, reply) => show(reply, 'done', { title: 'Application complete' }));
  app.get('/assets/init.js', (_, reply) =>
    reply.type('text/javascript').send("import { initAll } from './govuk-frontend.min.js';\ninitAll();\n"),
  );
  app.get('/antes.json', async (_, reply) =>
    reply.type('application/json').send(await readFile(new URL('./antes.json', import.meta.url))),
  );
  app.get('/antes/*', async (request, reply) => {
    const name = (request.params as { '*': string })['*'];
    return reply.sendFile(name, path('../../../dist/cdn/'));
  });
  for (const [address, file] of Object.entries(files))
    app.get(address, async (_, reply) => reply.type('text/javascript').send(await readFile(file)));
  return app;
}
