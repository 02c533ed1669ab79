import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { rollup } from 'rollup';
import { describe, expect, it } from 'vitest';
import { forbiddenIn, forbiddenInFile } from '../support/forbidden.mjs';

/** What is shipped, as it was built: no source is asked. */
const ROOT = resolve(import.meta.dirname, '../..');
const DIST = join(ROOT, 'dist');
/** Of the reports and the command, nothing comes to a browser. */
const FOR_NODE = ['cli.js', 'insights.js'];
const all = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
const files = existsSync(DIST) ? all(DIST).filter((file) => !file.includes('/dist/demo/')) : [];
const scripts = files.filter((file) => file.endsWith('.js') && !FOR_NODE.includes(relative(DIST, file)));
const names = (list: readonly string[]) => list.map((file) => ({ name: relative(ROOT, file), file }));

it('there is a build to look at (npm run build)', () => {
  expect(scripts.length).toBeGreaterThan(20);
});

describe('no script for browsers makes code or markup of a text', () => {
  it.each(names(scripts))('$name', ({ file }) => {
    expect(forbiddenInFile(file)).toEqual([]);
  });

  it.each([
    'eval(x)',
    '(0, eval)(x)',
    'window["eval"](x)',
    'new Function(x)',
    'Function("return this")()',
    'window.Function(x)',
    'const make = self.Function',
    'new w.Function(x)',
    'a.innerHTML = x',
    'a["innerHTML"] += x',
    'const { innerHTML } = a',
    'a?.insertAdjacentHTML("beforeend", x)',
    'html`<p .innerHTML=${x}></p>`',
    'Reflect.set(a, "innerHTML", x)',
    'document.write(x)',
    'window.document.writeln(x)',
    'setTimeout("x()", 1)',
    'setInterval(`x(${y})`, 1)',
    'window.setTimeout("x" + y)',
    'document.createElement("script")',
    'range.createContextualFragment(x)',
  ])('would find %s', (code) => {
    expect(forbiddenIn(code)).not.toEqual([]);
  });

  it.each([
    'setTimeout(() => f("x"), 1)',
    'const a = { innerText: 1 }; a.textContent = "eval(x)"',
    'Function.prototype.toString.call(f)',
    'x instanceof Function',
    'stream.write(x)',
    'const a = { eval: 1 }',
    'a.type === Token.Function',
  ])('does not mind %s', (code) => {
    expect(forbiddenIn(code)).toEqual([]);
  });

  it('says where in the source it is', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'antes-output-'));
    try {
      const source = '\n\nexport const put = (a, x) => {\n  a.innerHTML = x;\n};\n';
      const bundle = await rollup({
        input: 'put.js',
        plugins: [
          { name: 'one', resolveId: () => join(folder, 'put.js'), load: () => source },
          { name: 'two', renderChunk: (code) => ({ code: code.replace(/^/, '/**/'), map: null }) },
        ],
        onwarn: () => {},
      });
      await bundle.write({ dir: folder, sourcemap: true });
      const [found = ''] = forbiddenInFile(join(folder, 'put.js'));
      expect(found).toMatch(/^innerHTML in .*put\.js:4$/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

describe('nothing of the machine or the hour is in what is shipped', () => {
  /** Folders of people and machines, and the folder of this checkout. */
  const PLACES = [/file:\/\/\//, /["'(\s]\/(?:home|root|Users|tmp|var|mnt|private)\/\w/, /[A-Z]:\\\\\w/];
  /** Examples and defaults of ours have dates too, and one of them is today's on its day. */
  const datesOf = (text: string) => text.match(/\d{4}-\d\d-\d\d(?:T[\d:.]+(?:Z|[+-]\d\d:\d\d)?)?/g) ?? [];
  const WRITTEN = new Set(all(join(ROOT, 'src')).flatMap((file) => datesOf(readFileSync(file, 'utf8'))));
  const builtOn = (today: string, text: string) =>
    datesOf(text).filter((date) => date.startsWith(today) && !WRITTEN.has(date));

  it.each(names(files))('$name', ({ file }) => {
    const text = readFileSync(file, 'utf8');
    const found = [ROOT, ...PLACES].filter((place) =>
      typeof place === 'string' ? text.includes(place) : place.test(text),
    );
    expect(found).toEqual([]);
    expect(builtOn(new Date().toISOString().slice(0, 10), text)).toEqual([]);
  });

  it('would find the day of the build, also on a day that is an example of ours', () => {
    const [example = ''] = [...WRITTEN].filter((date) => date.includes('T'));
    const day = example.slice(0, 10);
    expect(builtOn(day, `"${example}"`)).toEqual([]);
    expect(builtOn(day, `/* ${day}T12:34:56.789Z */`)).toHaveLength(1);
    expect(builtOn('2031-05-06', '/* built on 2031-05-06 */')).toHaveLength(1);
  });

  it.each(names(files.filter((file) => file.endsWith('.map'))))('the sources of $name', ({ file }) => {
    const { sources } = JSON.parse(readFileSync(file, 'utf8')) as { sources: string[] };
    const outside = sources.filter(
      (source) =>
        !/^(?:src|node_modules)\//.test(relative(ROOT, resolve(file, '..', source)).replaceAll('\\', '/')),
    );
    expect(outside).toEqual([]);
  });
});
