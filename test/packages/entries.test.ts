import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { inNode, manifest, MODULES, PACKAGE } from './support/packed.js';

const BROWSER_GLOBALS = [
  'window',
  'document',
  'customElements',
  'navigator',
  'localStorage',
  'sessionStorage',
];
/** What these are imported for is no name: elements that are registered, types. */
const NO_CODE = /^antes\/(?:define|jsx\/|vue$)/;
/** What Lit gives a server so that classes of elements can be declared there. */
const OF_LIT = ['HTMLElement', 'CustomEvent', 'customElements', 'Element', 'Event', 'EventTarget'];
const OF_LIT_PREFIXED = /^(?:lit|reactiveElement|litElement|litHtml)\w*$/;

it('every address of the exports is in the package', () => {
  const files = Object.values(manifest.exports)
    .flatMap((to) => (typeof to === 'string' ? [to] : Object.values(to)))
    .filter((file): file is string => typeof file === 'string' && !file.includes('*'));
  expect(files.length).toBeGreaterThan(10);
  expect(files.filter((file) => !existsSync(join(PACKAGE, file)))).toEqual([]);
});

it.each(MODULES)('%s is imported in plain Node, touches no page and leaves nothing behind', async (name) => {
  const { code, said } = await inNode(`
    const touched = [];
    for (const name of ${JSON.stringify(BROWSER_GLOBALS)})
      if (!(name in globalThis))
        Object.defineProperty(globalThis, name, {
          configurable: true,
          set(value) { Object.defineProperty(globalThis, name, { value, configurable: true, writable: true }); },
          get() { touched.push(name + new Error().stack.split('\\n').filter((line) => line.includes('node_modules/antes/'))[0]); },
        });
    const before = new Set(Reflect.ownKeys(globalThis));
    const module = await import(${JSON.stringify(name)});
    const left = Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String);
    console.log(JSON.stringify({
      exports: Object.keys(module),
      left,
      touched: touched.filter((one) => one.includes('node_modules/antes/')),
      waiting: process.getActiveResourcesInfo().filter((one) => /Timeout|Immediate|TCP|Server|Worker/.test(one)),
    }));
  `);
  expect(code, said).toBe(0);
  const { exports, left, touched, waiting } = JSON.parse(said) as Record<string, string[]>;
  expect(exports!.length > 0).toBe(!NO_CODE.test(name));
  expect(left!.filter((key) => !OF_LIT.includes(key) && !OF_LIT_PREFIXED.test(key))).toEqual([]);
  // The drawings in the reports ask whether there is a page, as their authors wrote it.
  if (name !== 'antes/insights') expect(touched).toEqual([]);
  expect(waiting).toEqual([]);
});

it('a page that is made on a server may start it there: nothing happens', async () => {
  const { code, said } = await inNode(`
    import { start } from 'antes';
    import 'antes/define';
    const antes = start('/antes.json', { consent: 'granted' });
    antes.push((one) => one.emit('x'));
    console.log(typeof window, antes.problems.length, antes.why().length);
    antes.stop();
  `);
  expect([code, said.trim()]).toEqual([0, 'undefined 0 0']);
});

it.each(['antes'])('%s under the condition development has the same names', async (name) => {
  const names = async (...args: string[]) => {
    const { code, said } = await inNode(
      `console.log(import.meta.resolve('${name}'), Object.keys(await import('${name}')).sort().join())`,
      ...args,
    );
    expect(code, said).toBe(0);
    return said.trim().split(' ');
  };
  const [usual, all] = await names();
  const [development, allOfIt] = await names('--conditions=development');
  expect(allOfIt).toBe(all);
  expect(usual).toMatch(/dist\/index\.js$/);
  expect(development).toMatch(/dist\/development\.js$/);
});
