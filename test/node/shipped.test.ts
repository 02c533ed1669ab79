import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../.rollup/facts.mjs';
import { NOT_TAKEN, packagesOf, PUT_INTO } from '../../.rollup/packages.mjs';
import { ADDRESSES, REQUESTS, STORAGE } from '../../.rollup/purposes.mjs';
import { sbom } from '../../.rollup/sbom.mjs';

/** The papers beside what is shipped are true of it. They are written by the build. */
const ROOT = resolve(import.meta.dirname, '../..');
const CDN = join(ROOT, 'dist/cdn');
if (!existsSync(join(CDN, 'integrity.json'))) throw new Error('There is no build to look at: npm run build');
const json = (name: string) => JSON.parse(readFileSync(join(CDN, name), 'utf8'));
const files = readdirSync(CDN, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => relative(CDN, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));

describe('integrity.json', () => {
  const listed = json('integrity.json').files as Record<
    string,
    { bytes: number; gzip: number; integrity: string }
  >;

  it('lists every file but itself', () => {
    expect(Object.keys(listed).toSorted()).toEqual(
      files.filter((file) => file !== 'integrity.json').toSorted(),
    );
  });

  it.each(Object.keys(listed))('%s is what it says', (name) => {
    const content = readFileSync(join(CDN, name));
    expect(listed[name]).toEqual({
      bytes: content.length,
      gzip: gzipSync(content, { level: 9 }).length,
      integrity: `sha384-${createHash('sha384').update(content).digest('base64')}`,
    });
  });
});

interface Place {
  in: string[];
}
interface Inventory {
  scripts: { file: string; purpose: string; sources: string[] }[];
  network: {
    configured: Record<string, string>;
    addressesInScripts: string[];
    requests: { in: string; by: string[]; purpose: string }[];
  };
  storage: { keys: (Place & { key: string; purpose: string })[]; usedIn: string[]; cookies: boolean };
  page: { notUsed: string[]; usedAllTheSame: unknown[]; events: (Place & { event: string })[] };
  globals: Record<string, string[]>;
  inspector: {
    requests: { in: string; by: string[]; purpose: string }[];
    storage: string[];
    elements: string[];
  };
}

/** Customers are never sent these. */
const FOR_DEVELOPERS = /^(?:cdn\/)?(?:antes\.inspect\.js|inspect\/)/;

describe('inventory.json', () => {
  const inventory = json('inventory.json') as Inventory;
  const texts = files
    .filter((file) => file.endsWith('.js') && !FOR_DEVELOPERS.test(file))
    .map((file) => readFileSync(join(CDN, file), 'utf8'));

  it('tells what each script is for (else: .rollup/purposes.mjs)', () => {
    const scripts = files.filter((file) => file.endsWith('.js'));
    expect(inventory.scripts.map(({ file }) => file).toSorted()).toEqual(scripts.toSorted());
    const untold = inventory.scripts.filter(({ purpose }) => purpose === 'not told');
    expect(untold.map(({ file }) => file)).toEqual([]);
  });

  it('tells what each key of storage is for, and there are no others in the scripts', () => {
    expect(inventory.storage.keys.map(({ key }) => key)).toEqual(Object.keys(STORAGE).toSorted());
    // Whatever else looks like a name of ours in what was built: a lock, a symbol.
    const known = [...Object.keys(STORAGE), ...inventory.globals['names']!];
    const inScripts = texts.flatMap((text) =>
      [...text.matchAll(/(["'`])(antes\.[a-z]+(?:\.[a-z]+)*)\1(?!\s*:)/g)].map(([, , name]) => name!),
    );
    const strange = new Set(inScripts.filter((name) => !known.includes(name) && !name.endsWith('.js')));
    expect([...strange]).toEqual([]);
    expect(inventory.globals['names']).toEqual(['antes.running', 'antes.voice']);
  });

  it('is the same story that docs/privacy.md tells', () => {
    const page = readFileSync(join(ROOT, 'docs/privacy.md'), 'utf8');
    const told = [...page.matchAll(/`(antes\.[a-z]+)`/g)].map(([, key]) => key!);
    const keys = Object.keys(STORAGE).filter((key) => key !== 'antes.probe' && key !== 'antes.outbox.otlp');
    expect(keys.filter((key) => !told.includes(key))).toEqual([]);
  });

  it('names every source that makes requests, and what for', () => {
    expect(inventory.network.requests.filter(({ purpose }) => purpose === 'not told')).toEqual([]);
    const { requests } = inventory.inspector;
    expect(requests.map((one) => one.in)).toEqual(['src/inspector/model/source.ts']);
    expect(Object.keys(REQUESTS).toSorted()).toEqual(
      [...inventory.network.requests, ...requests].map((one) => one.in).toSorted(),
    );
  });

  it('tells apart what only developers load', () => {
    const { elements } = inventory.inspector;
    expect(elements).toContain('antes-inspector');
    expect(inventory.globals['elements']!.filter((name) => /inspect/.test(name))).toEqual([]);
  });

  it('no script has an address in it that anything could be sent to', () => {
    // The names of languages, which nothing fetches.
    const namespaces = ['http://www.w3.org/1999/xhtml', 'http://www.w3.org/2000/svg'];
    expect(namespaces).toEqual(expect.arrayContaining(inventory.network.addressesInScripts));
    const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
    for (const one of namespaces) expect(page).toContain(`\`${one}\``);
    const inScripts = texts.flatMap((text) => [...text.matchAll(/\b(?:https?|wss?):\/\/[\w.-]+/g)].join());
    expect(new Set(inScripts.filter(Boolean).join().split(','))).toEqual(new Set(['http://www.w3.org']));
  });

  it('names every address that the schema of the configuration has', () => {
    const { $defs } = json('schema.json') as {
      $defs: Record<string, { properties?: Record<string, { title?: string }> }>;
    };
    const inSchema = Object.entries($defs).flatMap(([noun, { properties = {} }]) =>
      Object.entries(properties)
        .filter(([, { title }]) => title === 'Address' || title === 'Endpoint')
        .map(([key]) => `${noun}.${key}`),
    );
    // The hand-over is written into the noun of contact.
    const handoff = /"handoff":[^]*?"url":\{"title":"Address"/.test(JSON.stringify($defs['Contact']));
    expect(inSchema.toSorted()).toEqual(['ContactChannel.url', 'Otlp.url', 'Report.endpoint', 'Source.url']);
    expect(handoff).toBe(true);
    expect(inventory.network.configured).toEqual(ADDRESSES);
    expect(Object.keys(ADDRESSES)).toHaveLength(inSchema.length + 1);
  });

  it('finds none of what nobody wants on a page with payments', () => {
    expect(inventory.page.usedAllTheSame).toEqual([]);
    expect(inventory.page.notUsed).toEqual(expect.arrayContaining(['cookie', 'clipboardData', 'FormData']));
    expect(inventory.storage.cookies).toBe(false);
    expect(texts.filter((text) => /\bdocument\.cookie\b|\bcookieStore\b/.test(text))).toEqual([]);
  });

  describe('what is found in a source', () => {
    const facts = (code: string) => factsOf(parseAst(code));
    it.each([
      ["window.addEventListener('click', f)", 'events', ['click']],
      ["on('focus! blur', f)", 'events', ['blur', 'focus']],
      ["for (const type of ['input', 'change']) listen(document, type, f)", 'events', ['change', 'input']],
      [
        "const rows = [['submit', leaves], ['play', says('media')], ['beforeunload', () => 1]]",
        'events',
        ['beforeunload', 'play', 'submit'],
      ],
      [
        'const heard = { scroll: () => 1, touchend() {} }; on(Object.keys(heard), f)',
        'events',
        ['scroll', 'touchend'],
      ],
      ['html`<b @keydown=${f}></b>`', 'events', ['keydown']],
      ['stream.onmessage = f', 'events', ['message']],
      ["const SESSION_KEY = 'antes.session'", 'storage', ['antes.session']],
      ["f({ key: 'antes.outbox' })", 'storage', ['antes.outbox']],
      ["const LASTING = ['antes.a', 'antes.b']", 'storage', ['antes.a', 'antes.b']],
      ["const LOCK = 'antes.voice'", 'own', ['antes.voice']],
      ['const send = (f = fetch) => f()', 'requests', ['fetch']],
      ['new window.EventSource(x)', 'requests', ['EventSource']],
      ['navigator.sendBeacon(x)', 'requests', ['sendBeacon']],
      ['f(document.cookie)', 'members', ['cookie']],
      ['const { referrer } = document', 'members', ['referrer']],
      ["Reflect.get(a, 'innerText', b)", 'members', ['innerText']],
      ['new FormData(form)', 'members', ['FormData']],
      ["attr(el, 'name')", 'attributes', ['name']],
      ["native(window, window, 'MutationObserver')", 'observers', ['MutationObserver']],
      ["const A = 'https://elsewhere.example/x'", 'addresses', ['https://elsewhere.example/x']],
    ] as const)('%s', (code, kind, found) => {
      expect([...(facts(code)[kind] as Set<string>)].toSorted()).toEqual(found);
    });

    it('nothing where names are handed on by others than listeners', () => {
      const code = parseAst("listen(type); f('open')");
      expect([...factsOf(code, { listens: false }).events]).toEqual([]);
      expect([...factsOf(code).events]).toEqual(['open']);
    });

    it.each(['a.textContent = x', "guard('open', f)", "x === 'loading'", 'const o = { value: 1 }'])(
      'nothing: %s',
      (code) => {
        const { events, members } = facts(code);
        expect([...events, ...members]).toEqual([]);
      },
    );
  });
});

describe('sbom.cdx.json', () => {
  interface Component {
    'bom-ref': string;
    name: string;
    version: string;
    purl: string;
    licenses?: unknown[];
    hashes?: { alg: string; content: string }[];
    properties: { name: string; value: string }[];
  }
  const bom = json('sbom.cdx.json') as {
    bomFormat: string;
    specVersion: string;
    serialNumber: string;
    metadata: { component: Component; timestamp?: string };
    components: Component[];
    dependencies: { ref: string; dependsOn: string[] }[];
  };
  const refs = bom.components.map((one) => one['bom-ref']);

  it('is a CycloneDX document, without the hour', () => {
    expect(bom).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.5',
      metadata: { component: { name: 'antes' } },
    });
    expect(bom.serialNumber).toMatch(
      /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/,
    );
    expect(bom.metadata.timestamp).toBeUndefined();
    expect(new Set(refs).size).toBe(refs.length);
    for (const { ref, dependsOn } of bom.dependencies)
      for (const one of [ref, ...dependsOn])
        expect([...refs, bom.metadata.component['bom-ref']]).toContain(one);
    for (const one of bom.components) {
      expect(one.purl).toMatch(/^pkg:npm\//);
      expect(one.licenses, one.name).toHaveLength(1);
      expect(one.hashes?.[0]?.alg, one.name).toBe('SHA-512');
    }
  });

  it('has the hashes of the lockfile', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { version: string; integrity?: string }>;
    };
    const locked = new Set(Object.values(packages).map(({ integrity }) => integrity));
    const hashes = bom.components.map(
      ({ hashes: [hash] = [] }) => `sha512-${Buffer.from(hash!.content, 'hex').toString('base64')}`,
    );
    expect(hashes.filter((hash) => !locked.has(hash))).toEqual([]);
  });

  it('in what browsers are sent there is Lit and nothing else of other people', () => {
    const inBrowsers = bom.components.filter(({ properties }) =>
      properties.some(({ value }) => value.startsWith('cdn/') && !FOR_DEVELOPERS.test(value)),
    );
    expect(inBrowsers.map(({ name }) => name).toSorted()).toEqual([
      '@lit/reactive-element',
      'lit-element',
      'lit-html',
    ]);
  });

  it.each([
    'NOTICE.txt',
    'antes.all.NOTICE.txt',
    'antes.inspect.NOTICE.txt',
    '../check.NOTICE.txt',
    '../cli.NOTICE.txt',
    '../insights.NOTICE.txt',
  ])('lists all that %s thanks', (name) => {
    const thanked = [
      ...readFileSync(join(CDN, name), 'utf8').matchAll(/^(@?[\w./-]+) (\d+\.\d+\.\d[\w.-]*)\n\n/gm),
    ];
    expect(thanked.length).toBeGreaterThan(0);
    for (const [, one, version] of thanked) expect(refs).toContain(`${one}@${version}`);
  });

  it('what developers are sent beside that is the editor of the inspector, as the docs say', () => {
    const inEditor = bom.components.filter(({ properties }) =>
      properties.some(({ value }) => value.startsWith('cdn/inspect/')),
    );
    const strange = inEditor.filter(
      ({ name }) => !/^(?:codemirror|jsonc-parser|@codemirror\/.+|@lezer\/.+)$/.test(name),
    );
    // Parts of CodeMirror that are not called so.
    expect(strange.map(({ name }) => name).toSorted()).toEqual([
      '@marijn/find-cluster-break',
      'crelt',
      'style-mod',
      'w3c-keyname',
    ]);
  });

  it.each([
    ['source-map-js', 'cli.js, within css-tree@', '../cli.NOTICE.txt', 'Mozilla Foundation'],
    ['mdn-data', 'cli.js, within css-tree@', '../cli.NOTICE.txt', 'CC0 1.0 Universal'],
    ['delaunator', 'insights.js, within d3-delaunay@', '../insights.NOTICE.txt', 'Mapbox'],
    ['robust-predicates', 'insights.js, within d3-delaunay@', '../insights.NOTICE.txt', 'public domain'],
  ])('has %s, which others put into their file, and its licence', (name, where, file, words) => {
    const one = bom.components.find((component) => component.name === name);
    expect(one?.properties).toEqual([{ name: 'antes:in', value: expect.stringContaining(where) }]);
    const parts = readFileSync(join(CDN, file), 'utf8').split(/^-{72}$/m);
    const part = parts.find((text) => text.trim().startsWith(`${name} ${one!.version}\n`));
    expect(part).toContain(words);
  });

  it('has the licences of what was copied into a package', () => {
    expect(readFileSync(join(CDN, '../insights.NOTICE.txt'), 'utf8')).toContain('Ariya Hidayat');
  });

  it('every package is one that others depend on, where that is said', () => {
    const { packages } = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
      packages: Record<string, { dependencies?: Record<string, string> }>;
    };
    const told = [...Object.entries(PUT_INTO), ...Object.entries(NOT_TAKEN)];
    for (const [name, needs] of told) {
      expect(bom.components.map((one) => one.name)).toContain(name);
      expect(Object.keys(packages[`node_modules/${name}`]!.dependencies!)).toEqual(
        expect.arrayContaining(needs),
      );
    }
  });

  it('where a package depends on one that is nowhere, the build fails until somebody has said why', () => {
    const root = mkdtempSync(join(tmpdir(), 'antes-packages-'));
    const has = (name: string, dependencies = {}) => {
      const folder = join(root, 'node_modules', name);
      mkdirSync(folder, { recursive: true });
      writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', dependencies }));
      return join(folder, 'index.js');
    };
    const [eater, eaten] = [has('eater', { eaten: '1' }), has('eaten')];
    const knows = has('css-tree', { 'source-map-js': '1', 'mdn-data': '2' });
    for (const name of ['source-map-js', 'mdn-data']) has(name);
    expect(() => packagesOf([eater])).toThrow('eater needs eaten, of which there is no module');
    expect(packagesOf([eater], [eater, eaten]).map(({ name }) => name)).toEqual(['eater']);
    expect(packagesOf([knows]).map(({ name, within }) => [name, within])).toEqual([
      ['css-tree', undefined],
      ['source-map-js', 'css-tree@1.0.0'],
      ['mdn-data', 'css-tree@1.0.0'],
    ]);
    rmSync(root, { recursive: true });
  });

  it('does not leave out what the lockfile has not', () => {
    const all = { ...bom, components: [], metadata: { component: bom.metadata.component, tools: [] } };
    expect(() => sbom(new Map([['strange@1.0.0', new Set(['x.js'])]]), all)).toThrow('strange@1.0.0');
  });
});
