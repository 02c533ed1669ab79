import { basename, dirname, resolve as resolvePath } from 'node:path';
import { nodeResolve } from '@rollup/plugin-node-resolve';
import terser from '@rollup/plugin-terser';
import esbuild from 'rollup-plugin-esbuild';
import { cleanChunks } from './.rollup/clean-chunks.mjs';
import { elementTypes } from './.rollup/element-types.mjs';
import { litGlobals } from './.rollup/lit-globals.mjs';
import { litTemplates } from './.rollup/lit-templates.mjs';
import { minifyTemplates } from './.rollup/minify-templates.mjs';
import { notice } from './.rollup/notice.mjs';
import { schemaFile } from './.rollup/schema-file.mjs';
import { shipped } from './.rollup/shipped.mjs';
import { sourcePath } from './.rollup/source-paths.mjs';
import { themeFiles } from './.rollup/theme-files.mjs';
import { withoutMeanings } from './.rollup/without-meanings.mjs';

/** Hashes, inventory and bill of materials, next to what they are about. */
const papers = shipped();

/** A part that another part builds on would be called after its file, `index`; it goes by its folder like all others. */
const chunkFileNames = ({ name, moduleIds }) =>
  `chunks/${name === 'index' ? basename(dirname(moduleIds.at(-1))) : '[name]'}-[hash:6].js`;

// node_modules too: nanostores reads `process.env.NODE_ENV`, and a browser has no `process`.
const compile = (options = {}) =>
  esbuild({
    target: 'es2022',
    include: /\.[jt]sx?$/,
    exclude: [],
    // Else each package's own would be read, and one of them extends whatever lies two folders above it.
    tsconfig: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    ...options,
  });

const maps = { sourcemap: true, sourcemapPathTransform: sourcePath };

// Named here, so that NODE_ENV in somebody's shell cannot put the development build of Lit into a bundle.
const resolve = () =>
  nodeResolve({ exportConditions: ['browser', 'production', 'default', 'module', 'import'] });

/** What is ours and internal starts with `_` and may be renamed within one file; `_$` is Lit's and may not. */
const MANGLED = /^_(?!\$|_)/;

// Properties are renamed only where everything is in one file: two files would choose two names.
const minify = ({ module, ecma = 2022, ascii = false, preamble = '' }) =>
  terser({
    module,
    ecma,
    compress: { passes: 3, unsafe_arrows: true, keep_fargs: false },
    mangle: module ? true : { properties: { regex: MANGLED } },
    format: { comments: false, ascii_only: ascii, preamble },
  });

/** What the inspector's editor is made of. */
const EDITOR = [
  /^codemirror$/,
  /^@codemirror\//,
  /^@lezer\//,
  'crelt',
  'style-mod',
  'w3c-keyname',
  /^@marijn\//,
];

const library = {
  input: {
    index: 'src/index.ts',
    development: 'src/development.ts',
    engine: 'src/engine.ts',
    check: 'src/check.ts',
    replay: 'src/replay.ts',
    why: 'src/why.ts',
    testing: 'src/testing.ts',
    elements: 'src/elements.ts',
    define: 'src/define.ts',
  },
  external: [/^lit(\/|$)/],
  output: { dir: 'dist', format: 'es', ...maps, chunkFileNames },
  plugins: [
    // A parser that only `antes/check` needs, and what only the inspector does: put into them, so that nobody has to install it.
    nodeResolve({ resolveOnly: ['jsonc-parser', ...EDITOR] }),
    minifyTemplates(),
    compile(),
    notice('check.NOTICE.txt'),
    papers.collect({ browser: false }),
    schemaFile(),
    elementTypes(),
    cleanChunks(),
  ],
};

/** css-tree reads files of its own at run time, but for its build that has everything in it. */
const cssTreeFile = () => ({
  name: 'css-tree-file',
  resolveId: (id) => (id === 'css-tree' ? resolvePath('node_modules/css-tree/dist/csstree.esm.js') : null),
});

/** Circles in other people's packages are theirs. */
const onwarn = (warning, warn) => {
  const isTheirs =
    warning.code === 'CIRCULAR_DEPENDENCY' && warning.ids.every((id) => id.includes('node_modules'));
  if (!isTheirs) warn(warning);
};

/** Texts are measured without a canvas, whether or not one is installed: drawings are the same everywhere. */
const noCanvas = () => ({
  name: 'no-canvas',
  resolveId: (id) => (id === 'canvas' ? '\0no-canvas' : null),
  load: (id) => (id === '\0no-canvas' ? 'export default undefined;' : null),
});

/** Reports: fetched by `antes insights`, and `antes/insights` for servers. The charts are in it, the database is not. */
export const insights = {
  input: { insights: 'src/insights.ts' },
  onwarn,
  external: [/^node:/, '@duckdb/node-api'],
  output: { dir: 'dist', format: 'es', inlineDynamicImports: true },
  plugins: [
    noCanvas(),
    nodeResolve({ exportConditions: ['node'] }),
    compile({ minify: true, keepNames: true }),
    notice('insights.NOTICE.txt'),
    papers.collect({ browser: false }),
  ],
};

const INSIGHTS = resolvePath('src/insights.ts');

/** `npx antes …`: one file with all that it needs, but for the reports next to it. */
export const cli = {
  input: { cli: 'src/cli/main.ts' },
  onwarn,
  external: [/^node:/, INSIGHTS],
  output: {
    dir: 'dist',
    format: 'es',
    banner: '#!/usr/bin/env node',
    inlineDynamicImports: true,
    paths: { [INSIGHTS]: './insights.js' },
  },
  plugins: [
    cssTreeFile(),
    nodeResolve({ exportConditions: ['node'] }),
    compile(),
    notice('cli.NOTICE.txt'),
    papers.collect({ browser: false }),
  ],
};

/** The widgets, fetched by antes.js from next to itself the first time something is to be shown. */
const widgets = {
  input: { 'antes.ui': 'src/ui/index.ts' },
  // What the entry shares with a lazy chunk stays in the entry: a chunk of its own would be one more round trip.
  preserveEntrySignatures: 'allow-extension',
  output: {
    dir: 'dist/cdn',
    format: 'es',
    ...maps,
    chunkFileNames,
    // Smaller than this, a request costs more than what it brings.
    experimentalMinChunkSize: 600,
  },
  plugins: [
    resolve(),
    litTemplates(),
    litGlobals(),
    minifyTemplates(),
    compile(),
    minify({ module: true }),
    notice(),
    papers.collect(),
    themeFiles(),
    cleanChunks(),
  ],
};

/** Order, case and incident feeds, fetched where the config has any. By itself: the widgets must not wait for what both share. */
const sources = {
  input: { 'antes.sources': 'src/sources/index.ts' },
  output: { dir: 'dist/cdn', format: 'es', ...maps },
  plugins: [resolve(), compile(), minify({ module: true }), papers.collect()],
};

/** Reports of outcomes, fetched with consent where there is somebody to report to. */
const report = {
  input: { 'antes.report': 'src/report/index.ts' },
  output: { dir: 'dist/cdn', format: 'es', ...maps },
  plugins: [resolve(), compile(), minify({ module: true }), papers.collect()],
};

/** For developers, fetched when somebody opens it. All of it but the first file may be left out of what is published. */
const inspector = {
  input: { 'antes.inspect': 'src/inspector/index.ts' },
  preserveEntrySignatures: 'allow-extension',
  output: { dir: 'dist/cdn', format: 'es', ...maps, chunkFileNames: 'inspect/[name]-[hash:6].js' },
  plugins: [
    resolve(),
    litTemplates(),
    litGlobals(),
    minifyTemplates(),
    compile(),
    minify({ module: true }),
    notice('antes.inspect.NOTICE.txt'),
    papers.collect({ customers: false }),
    cleanChunks('inspect'),
  ],
};

/** Asks an old browser first. Other than all else it is written for browsers that cannot read the rest. */
const loader = {
  input: { 'antes.load': 'src/load.ts' },
  // A tag manager makes a classic script of it: nothing of it may become a name of the page's.
  output: { dir: 'dist/cdn', format: 'iife', ...maps },
  plugins: [
    resolve(),
    compile({ target: 'es2015', supported: { 'dynamic-import': true } }),
    minify({ module: true, ecma: 2015 }),
    papers.collect(),
  ],
};

/**
 * Most of it runs as soon as it is there: Chromium is to compile it while it comes, off the page's main thread, and not bit by
 * bit as it is called. A third of the time to start.
 */
const ALL_AT_ONCE = '//# allFunctionsCalledOnLoad';

const script = (name, entry, output = {}, last = []) => ({
  input: { [name]: entry },
  output: { dir: 'dist/cdn', format: 'iife', ...maps, ...output },
  plugins: [
    resolve(),
    litTemplates(),
    litGlobals(),
    minifyTemplates(),
    compile(),
    withoutMeanings(),
    // One letter beyond Latin-1 in a script, and the browser keeps all of it with two bytes a letter.
    minify({ module: false, ...(name === 'antes' && { ascii: true, preamble: ALL_AT_ONCE }) }),
    notice(`${name}.NOTICE.txt`),
    papers.collect(),
    ...last,
  ],
});

const demo = {
  input: { checkout: 'demo/client/checkout.tsx', stories: 'demo/stories/stories.ts' },
  output: { dir: 'dist/demo', format: 'es', ...maps, chunkFileNames },
  plugins: [
    resolve(),
    litTemplates(),
    litGlobals(),
    minifyTemplates(),
    compile({ jsx: 'automatic', jsxImportSource: 'preact' }),
    minify({ module: true }),
    cleanChunks(),
  ],
};

export default [
  library,
  cli,
  insights,
  widgets,
  sources,
  report,
  inspector,
  loader,
  script('antes', 'src/tag.ts'),
  script('antes.all', 'src/all.ts', { inlineDynamicImports: true }, [papers.write()]),
  demo,
];
