import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, transform } from 'esbuild';
import { parse } from 'css-tree';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateMonth } from '../../demo/simulated-month/month.js';
import { describeEngines, type Page } from '../support/engines/index.js';
import type { Site } from '../e2e/support/site.js';
import { everySample, read, ROOT, samples, type Sample } from '../support/samples.js';
import { checkCommands } from './support/commands.js';
import { cdn, hashOf, servePages, shopConfig } from './support/site.js';

/** Every sample of every page is run, or said elsewhere why it is not. */

/** By language: who looks at them. */
const LOOKED_AT: Readonly<Record<string, string>> = {
  json: 'test/node/docs.test.ts',
  js: 'below',
  ts: 'below',
  html: 'below',
  css: 'below',
  sh: 'below',
  sql: 'test/node/scale.test.ts',
  yaml: 'below',
  text: 'what is printed or sent, no code',
  '': 'what is printed or sent, no code',
};
/** Run by tests of their own, which need a server or a shop around them. */
const ELSEWHERE: Readonly<Record<string, string>> = {
  'docs/reporting.md createServer': 'test/node/reporting-docs.test.ts',
  'demo/README.md createShop': 'test/node/shop.test.ts',
};
const isElsewhere = ({ page, code }: Sample): boolean =>
  Object.keys(ELSEWHERE).some(
    (key) => key.startsWith(`${page} `) && code.includes(key.slice(page.length + 1)),
  );

describe('samples', () => {
  it.each(everySample)('$at is run, or says why not', ({ language, notRun }) => {
    if (notRun === undefined) expect(Object.keys(LOOKED_AT)).toContain(language);
    else expect(notRun.length).toBeGreaterThan(15);
  });

  it.each(Object.entries(ELSEWHERE))('%s is there, and so is its test', (key, test) => {
    const [page, word] = key.split(' ');
    expect(read(page!)).toContain(word);
    expect(existsSync(join(ROOT, test))).toBe(true);
  });

  it.each(samples('sh'))('$at has commands that there are', ({ code }) => {
    expect(checkCommands(code)).toEqual([]);
  });

  it.each(samples('yaml'))('$at has commands that there are', ({ code }) => {
    const commands = [...code.matchAll(/\bnp[mx] (?:run |test|ci|antes )[^;|'"\n]*/g)].map(
      ([command]) => command,
    );
    expect(commands.length).toBeGreaterThan(0);
    expect(checkCommands(commands.join('\n'))).toEqual([]);
  });

  const api = read('docs/api.md');
  it.each(samples('css'))('$at is CSS, of tokens and parts that there are', ({ code }) => {
    const mistakes: string[] = [];
    parse(code, { onParseError: ({ message }) => mistakes.push(message) });
    expect(mistakes).toEqual([]);
    for (const [name] of code.matchAll(/--antes-[a-z-]+/g)) expect(api).toContain(`\`${name}\``);
    for (const [, part] of code.matchAll(/::part\(([a-z-]+)\)/g)) expect(api).toContain(`\`${part}\``);
  });
});

/** What a sample takes for granted: Antes itself, and what the reader has. */
const AROUND = `
  import type { Antes } from 'antes';
  import type { createEngine, replay } from 'antes/engine';
  declare global {
    interface Window { antes: Antes }
    interface ParentNode { querySelector(selector: string): any }
    interface DocumentEventMap { 'antes:help': CustomEvent }
    var antes: Antes;
    var config: Parameters<typeof createEngine>[0] & Parameters<typeof replay>[0];
    var journal: Parameters<typeof replay>[1];
    var text: string;
    var analytics: { track(...args: unknown[]): void };
  }`;
const SCRATCH = join(ROOT, '.cache');
const isInPage = (code: string): boolean =>
  !code.includes("'node:") && /\b(?:window|document|sessionStorage|antes)\./.test(code);
const startsHere = (code: string): boolean => /^import \{.*from 'antes'/m.test(code);
/** The sample of the demo shop says where it is from there. */
const fromShop = (code: string): string =>
  code.replace("'./simulated-month/", `'${join(ROOT, 'demo/simulated-month')}/`);
const scripts = samples('js', 'ts').filter((sample) => !isElsewhere(sample));

describe('scripts', () => {
  let folder = '';
  beforeAll(() => {
    mkdirSync(SCRATCH, { recursive: true });
    folder = mkdtempSync(join(SCRATCH, 'samples-'));
    const files = {
      'antes.json': shopConfig(),
      'session.json': '[]',
      'integrity.json': JSON.stringify({ files: { 'antes.js': { integrity: hashOf('antes.js') } } }),
      'events.ndjson': [...generateMonth({ seed: 1, visits: 20, from: Date.UTC(2026, 9, 1) })]
        .map((event) => JSON.stringify(event))
        .join('\n'),
    };
    for (const [file, content] of Object.entries(files)) writeFileSync(join(folder, file), content);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('have the types that are shipped', () => {
    const names = new Map<string, string>();
    writeFileSync(join(folder, 'around.d.ts'), AROUND);
    for (const [i, { at, language, code }] of scripts.entries()) {
      const name = `sample-${i}.${language === 'js' ? 'mjs' : 'mts'}`;
      names.set(name, at);
      writeFileSync(join(folder, name), `${fromShop(code)}\nexport {};\n`);
    }
    const options = {
      target: 'es2022',
      module: 'nodenext',
      lib: ['es2023', 'dom', 'dom.iterable'],
      types: ['node'],
      allowJs: true,
      checkJs: true,
      noEmit: true,
      skipLibCheck: true,
      strict: false,
      noImplicitAny: false,
    };
    writeFileSync(
      join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*.mjs', '*.mts', '*.d.ts'] }),
    );
    const said = run(join(ROOT, 'node_modules/.bin/tsc'), ['-p', folder], folder);
    const mistakes = said
      .split('\n')
      .filter((line) => /sample-\d+\.m[jt]s\(/.test(line))
      .map((line) => line.replace(/^.*?(sample-\d+\.m[jt]s)/, (_all, name: string) => names.get(name)!));
    expect(mistakes).toEqual([]);
  });

  const inNode = scripts.filter(
    ({ code }) => startsHere(code) || (!isInPage(code) && code.includes('import {')),
  );
  it.each(inNode)('$at runs in Node', async ({ code }) => {
    const file = join(folder, 'run.mjs');
    const visiting = { seed: 'a', session: 'b', device: 'desktop', test: false };
    const around = `
      globalThis.config = ${shopConfig()};
      globalThis.journal = ${JSON.stringify({ antes: '', version: 1, visiting, records: [], until: 0 })};
      globalThis.text = '{ "version": 1, "triggers": [] }';`;
    writeFileSync(join(folder, 'around.mjs'), around);
    const { code: script } = await transform(fromShop(code).replace('visits: 40_000', 'visits: 4'), {
      loader: 'ts',
    });
    writeFileSync(file, `import './around.mjs';\n${script}`);
    execFileSync(process.execPath, [file], { cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  });
});

function run(command: string, args: readonly string[], cwd: string): string {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  } catch (error) {
    return String((error as { stdout?: string }).stdout);
  }
}

/** The shop's payment step, as far as samples lean on it. */
const SHOP_PAGE = `
  <form data-antes-anchor="card-form"><input id="message" name="message"></form><button id="method-paypal">PayPal</button>
  <script>window.antes = window.antes || [];</script>
  <script async src="/antes/antes.js" data-config="/antes.json"></script>`;

describeEngines('samples on a page', (engine, name) => {
  // Whether a sample is right does not depend on the engine.
  if (name !== 'chromium') return it('are the same as in Chromium', () => {});
  let site: Site;
  let page: Page;
  const html = samples('html');
  const whole = (code: string): string =>
    code.replaceAll(
      /src="\/antes@0\.1\.0\/([\w.]+)" integrity="sha384-…"/g,
      (_all, file: string) => `src="/antes@0.1.0/${file}" integrity="${hashOf(file)}"`,
    );
  beforeAll(async () => {
    site = await servePages((path) => {
      const index = /\d+$/.exec(path)?.[0];
      return index === undefined ? SHOP_PAGE : whole(html[Number(index)]!.code);
    });
  });
  afterAll(() => site.close());

  async function open(path: string, test: () => Promise<void>): Promise<void> {
    page = await engine().newPage();
    try {
      await page.goto(`${site.origin}${path}`);
      await test();
      expect(await page.problems()).toEqual([]);
    } finally {
      await page.close();
    }
  }
  const told = () =>
    page.evaluate(() =>
      (window as never as { antes: { problems: { code: string; message: string }[] } }).antes.problems.map(
        ({ code, message }) => `${code}: ${message}`,
      ),
    );

  it.each(html.map((sample, index) => ({ ...sample, index })))('$at runs', async ({ code, index }) =>
    open(`/page${index}`, async () => {
      // One that only says where Antes is to be found says it of what was loaded before.
      if (!/data-config/.test(code)) return;
      await page.waitFor('window.antes?.config?.version === 1');
      expect(await told()).toEqual([]);
    }),
  );

  it.each(scripts.filter(({ code }) => isInPage(code) && !startsHere(code)))(
    '$at runs',
    async ({ code, language }) => {
      const { outputFiles } = await build({
        stdin: { contents: code, loader: language === 'js' ? 'js' : 'ts', resolveDir: ROOT },
        bundle: true,
        format: 'iife',
        write: false,
      });
      await open('/page', async () => {
        await page.waitFor('window.antes?.why?.().length > 0');
        // What is asked about is the reader's own.
        const asked = code.replaceAll('\n', ' ').includes('email-refused')
          ? 'email-refused'
          : 'card-declined-twice';
        await page.evaluate(outputFiles[0]!.text.replaceAll(asked, 'card-declined-twice'));
        expect(await told()).toEqual([]);
      });
    },
  );
});

it('the bundle that samples run on is there', () => {
  expect(readFileSync(cdn('antes.js')).length).toBeGreaterThan(1_000);
});
