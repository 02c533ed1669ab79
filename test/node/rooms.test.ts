import { readdirSync, readFileSync } from 'node:fs';
import { join, posix, relative, resolve, sep } from 'node:path';
import { describe, expect, it } from 'vitest';

/**
 * The plan of the house, checked on the sources: who may import whom, and what a pure room must not know.
 * The linter says most of this in the editor; here is the whole of it, with what a linter cannot express.
 */
interface Room {
  /** Rooms and packages whose values it may use. */
  uses: readonly string[];
  /** Rooms whose types it may use as well. */
  types?: readonly string[];
}

const ALL = [
  'core',
  'observe',
  'detect',
  'journey',
  'decide',
  'config',
  'engine',
  'recordings',
  'state',
  'sources',
  'contact',
  'report',
  'messages',
  'ui',
  'boot',
  'inspector',
  'check',
  'replay',
  'why',
  'testing',
  'insights',
  'cli',
];
/** Fetched when they are needed, or not for pages at all. */
const LAZY_ROOMS = ['ui', 'inspector', 'check', 'replay', 'why', 'testing', 'recordings', 'insights', 'cli'];
const EAGER = ALL.filter((room) => !LAZY_ROOMS.includes(room));
const EDITOR = ['autocomplete', 'commands', 'lang-json', 'language', 'lint', 'state', 'view'].map(
  (part) => `@codemirror/${part}`,
);
const LIT = ['lit', '@floating-ui/dom'];

const ROOMS: Record<string, Room> = {
  core: { uses: [] },
  observe: { uses: ['core'] },
  detect: { uses: ['core'], types: ['config'] },
  journey: { uses: ['core'], types: ['config'] },
  decide: { uses: ['core'], types: ['config'] },
  config: { uses: ['core'] },
  // Where the three pure rooms meet.
  engine: { uses: ['core', 'detect', 'journey', 'decide', 'config'] },
  recordings: { uses: ['core'] },
  state: { uses: ['core'], types: ALL },
  sources: { uses: ['core', 'state'], types: ALL },
  contact: { uses: ['core', 'state'], types: ALL },
  report: { uses: ['core', 'state'], types: ALL },
  messages: { uses: ['core'] },
  ui: { uses: ['core', 'state', 'messages', 'contact', ...LIT], types: ['config'] },
  // Development only: looks into the other rooms, and is handed the running ones by boot.
  inspector: {
    uses: [
      'core',
      'config',
      'observe',
      'detect',
      'journey',
      'decide',
      'engine',
      'check',
      'replay',
      'why',
      'ui',
      'lit',
      'codemirror',
      '@lezer/highlight',
      'jsonc-parser',
      ...EDITOR,
    ],
    types: ALL,
  },
  // Development only: what the rules of several rooms say about a file.
  check: {
    uses: ['core', 'config', 'decide', 'detect', 'journey', 'replay', 'jsonc-parser', 'css-tree', 'culori'],
    types: ['engine'],
  },
  // The widgets are fetched when something is to be shown; a static import would put Lit into the eager script.
  boot: { uses: EAGER, types: ALL },
  replay: { uses: ['core', 'journey', 'engine', 'config'], types: ALL },
  // Fetched by those who look for reasons, never with the page.
  why: { uses: ['core', 'messages'], types: ALL },
  // For tests of hosts, never with the page.
  testing: { uses: ['core', 'config', 'replay', 'why'], types: ALL },
  // Node only: reports from what pages have sent. The database and the charts are fetched when they are needed.
  insights: { uses: ['core', 'node'], types: [...ALL, '@duckdb/node-api', 'vega-lite'] },
  cli: {
    uses: ['core', 'engine', 'recordings', 'config', 'check', 'replay', 'why', 'report', 'journey', 'node'],
    // And those of `antes/insights`, which it fetches.
    types: [...ALL, ''],
  },
};
const PURE = ['detect', 'journey', 'decide', 'engine', 'recordings', 'replay', 'why'];
/** The only modules that do something when they are imported. */
const SIDE_EFFECTS = ['define.ts', 'tag.ts', 'load.ts', 'all.ts', 'cli/main.ts'];

const MAX_LINES = 300;

const SRC = resolve(import.meta.dirname, '../../src');
const files = readdirSync(SRC, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map((entry) => relative(SRC, join(entry.parentPath, entry.name)).split(sep).join('/'));

const sources = new Map(files.map((file) => [file, readFileSync(join(SRC, file), 'utf8')]));

/** The code with comments and the texts of strings blanked; what is inside `${…}` is left. */
const bare = (code: string): string =>
  code
    .replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, ' '))
    .replace(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"/g, (text) => `'${' '.repeat(text.length - 2)}'`);

interface Import {
  from: string;
  /** A module's path below src, or a package. */
  to: string;
  kind: 'value' | 'type' | 'lazy';
}

const IMPORT =
  /^(?:import|export)\s+(type\b)?([^'"`;=()]*?)\bfrom\s*['"]([^'"]+)['"]|^import\s*['"]([^'"]+)['"]/gm;
const LAZY = /\bimport\(\s*['"]([^'"]+)['"]\s*\)/g;
/** `import { type A, type B } from …` brings in types only. */
const namesOnlyTypes = (names: string) => /^\s*\{\s*(?:type\s[^,}]*,?\s*)+\}\s*$/.test(names);

const importsOf = (from: string): Import[] => {
  const code = sources.get(from)!.replace(/\/\*[\s\S]*?\*\//g, '');
  const target = (specifier: string) =>
    specifier.startsWith('.')
      ? posix.join(posix.dirname(from), specifier).replace(/\.js$/, '.ts')
      : (/^node(?=:)|^(?:@[^/]+\/)?[^/]+/.exec(specifier)?.[0] ?? specifier);
  return [
    ...[...code.matchAll(IMPORT)].map(([, type, names = '', specifier, bareSpecifier]): Import => ({
      from,
      to: target(specifier ?? bareSpecifier!),
      kind: type || namesOnlyTypes(names) ? 'type' : 'value',
    })),
    ...[...code.matchAll(LAZY)].map(([, specifier]): Import => ({
      from,
      to: target(specifier!),
      kind: 'lazy',
    })),
  ];
};
const imports = files.flatMap(importsOf);

/** The first folder of a module's path, the package itself, or '' for the entries in src. */
const roomOf = (path: string) =>
  path.endsWith('.ts') ? (path.includes('/') ? path.split('/')[0]! : '') : path;

describe('the rooms', () => {
  it('are all in the plan', () => {
    expect([...new Set(files.map(roomOf))].filter((room) => room !== '' && !(room in ROOMS))).toEqual([]);
  });

  it('import only what the plan allows', () => {
    const wrong = imports.filter(({ from, to, kind }) => {
      const room = ROOMS[roomOf(from)];
      if (!room || roomOf(from) === roomOf(to) || kind === 'lazy') return false;
      return !(room.uses.includes(roomOf(to)) || (kind === 'type' && room.types?.includes(roomOf(to))));
    });
    expect(wrong.map(({ from, to, kind }) => `${from} → ${to} (${kind})`)).toEqual([]);
  });

  it('import only modules that exist', () => {
    const missing = imports.filter(({ to }) => to.endsWith('.ts') && !sources.has(to));
    expect(missing.map(({ from, to }) => `${from} → ${to}`)).toEqual([]);
  });

  it('have no cycles', () => {
    const edges = new Map(files.map((file) => [file, imports.filter(({ from }) => from === file)]));
    const done = new Set<string>();
    const walk = (file: string, path: string[]): string[] | undefined => {
      if (path.includes(file)) return [...path.slice(path.indexOf(file)), file];
      if (done.has(file)) return undefined;
      for (const { to, kind } of edges.get(file) ?? []) {
        const cycle = kind === 'value' ? walk(to, [...path, file]) : undefined;
        if (cycle) return cycle;
      }
      done.add(file);
      return undefined;
    };
    for (const file of files) expect(walk(file, [])?.join(' → ')).toBe(undefined);
  });

  it(`have no file over ${MAX_LINES} lines`, () => {
    expect(files.filter((file) => sources.get(file)!.trimEnd().split('\n').length > MAX_LINES)).toEqual([]);
  });

  it('that are pure know neither page, time nor chance', () => {
    const impure =
      /(?<![.\w])(?:document|window|navigator|location|history|localStorage|sessionStorage|globalThis|self|fetch|performance|crypto|console|Date|set(?:Timeout|Interval)|clear(?:Timeout|Interval)|queueMicrotask|requestAnimationFrame)(?=\s*[.([])|new\s+Date\b|Math\s*\.\s*random/g;
    const found = files
      .filter((file) => PURE.includes(roomOf(file)))
      .flatMap((file) => [...bare(sources.get(file)!).matchAll(impure)].map(([name]) => `${file}: ${name}`));
    expect(found).toEqual([]);
  });

  it('walk no list by entries(): pages have their own of old libraries, which is a copy', () => {
    const lists = /(?<!Object)\.entries\(\)/;
    const inPages = files.filter((file) => [...EAGER, 'ui', 'recordings'].includes(roomOf(file)));
    expect(inPages.filter((file) => lists.test(sources.get(file)!))).toEqual([]);
  });

  it('have templates whose listeners are guarded', () => {
    const bareLit = /import\s*\{[^}]*\bhtml\b[^}]*\}\s*from\s*'lit'/;
    const own = files.filter((file) => bareLit.test(sources.get(file)!));
    expect(own).toEqual(['ui/html.ts']);
  });

  it('do nothing when they are imported', () => {
    // What stands at the left margin of a formatted file is a statement of the module; calls belong into functions.
    const statement = /^(?:[\w$.]+\(|\(|new |await |if |for |while |[\w$.[\]]+ (?:[-+|&?]{0,2})=(?!>) )/gm;
    const found = files
      .filter((file) => !SIDE_EFFECTS.includes(file))
      .flatMap((file) =>
        [...bare(sources.get(file)!).matchAll(statement)].map(([text]) => `${file}: ${text}`),
      );
    expect(found).toEqual([]);
  });

  it('can be imported where there is no page', () => {
    expect('document' in globalThis).toBe(false);
    const entries = ['index.ts', 'engine.ts', 'elements.ts', 'check.ts'].filter((entry) =>
      sources.has(entry),
    );
    return Promise.all(entries.map((entry) => import(join(SRC, entry))));
  });
});
