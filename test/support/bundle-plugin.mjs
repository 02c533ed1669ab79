import { dirname, resolve } from 'node:path';
import { esbuildPlugin } from '@web/dev-server-esbuild';
import { build } from 'esbuild';

/** Tests, and the scripts of pages that they open. */
const ENTRY = /^\/test\/browser\/.*(?:\.test|-page)\.ts$/;
const IS_TEST = /\.test\.ts$/;
/** @type {string} */
const GUARD = '/test/support/page-guard.ts';
/** Served by the test runner itself. */
const OF_THE_RUNNER = ['/__web-dev-server__web-socket.js'];
/** A test that asks which file of ours was at work needs the files. */
const ASKS_FOR_FILES = 'new Error().stack';

/**
 * A test file with all that it imports as one script: a page would fetch some 150 modules otherwise, in each engine.
 * What is imported with `import()` still runs only then. The page guard goes in front of each test file, on the first
 * line so that line numbers stay.
 * @param {{ rootDir: string }} options
 * @returns {import('@web/test-runner').TestRunnerPlugin}
 */
export function bundlePlugin({ rootDir }) {
  const at = (path) => resolve(rootDir, `.${path}`);
  const tsconfig = at('/tsconfig.json');
  const target = 'es2022';
  const modules = esbuildPlugin({ ts: true, tsconfig, target });
  /** @type {Map<string, Promise<{ code: string, map: string } | undefined>>} */
  const bundles = new Map();
  let watching = false;

  async function bundle(path) {
    const imports = IS_TEST.test(path) ? [GUARD, path] : [path];
    const { outputFiles } = await build({
      stdin: {
        contents: imports.map((one) => `import ${JSON.stringify(at(one))};`).join(''),
        resolveDir: dirname(at(path)),
      },
      outfile: `${at(path)}.js`,
      bundle: true,
      format: 'esm',
      target,
      conditions: ['browser', 'production'],
      define: { 'process.env.NODE_ENV': '"production"' },
      external: OF_THE_RUNNER,
      // The package says that its modules do nothing by themselves; tests do.
      ignoreAnnotations: true,
      tsconfig,
      sourcemap: 'linked',
      write: false,
    });
    const text = (end) => outputFiles.find(({ path: name }) => name.endsWith(end)).text;
    const code = text('.js');
    return code.includes(ASKS_FOR_FILES) ? undefined : { code, map: text('.map') };
  }
  function bundled(path) {
    const entry = path.replace(/\.js\.map$/, '');
    if (!ENTRY.test(entry)) return undefined;
    if (!bundles.has(entry)) bundles.set(entry, bundle(entry));
    return bundles.get(entry);
  }

  return {
    name: 'bundle-tests',
    serverStart(options) {
      watching = options.config.watch ?? false;
      return modules.serverStart(options);
    },
    async serve({ path }) {
      if (watching) bundles.delete(path);
      const made = await bundled(path);
      if (!made) return undefined;
      return path.endsWith('.map') ? { body: made.map, type: 'json' } : { body: made.code, type: 'js' };
    },
    resolveMimeType: (context) => modules.resolveMimeType(context),
    async resolveImport(options) {
      return (await bundled(options.context.path)) ? undefined : modules.resolveImport(options);
    },
    transformCacheKey: (context) => modules.transformCacheKey(context),
    async transform(context) {
      if (await bundled(context.path)) return undefined;
      if (ENTRY.test(context.path) && IS_TEST.test(context.path))
        context.body = `import '${GUARD}';` + /** @type {string} */ (context.body);
      return modules.transform(context);
    },
  };
}
