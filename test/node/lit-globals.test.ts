import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { litGlobals } from '../../.rollup/lit-globals.mjs';

const fail = (message: string): never => {
  throw new Error(message);
};
const transform = (code: string, id: string): string =>
  (litGlobals().transform as (this: unknown, code: string, id: string) => { code: string }).call(
    { error: fail },
    code,
    id,
  ).code;

it.each(['lit-html/lit-html.js', 'lit-element/lit-element.js', '@lit/reactive-element/reactive-element.js'])(
  '%s leaves nothing on the page',
  (name) => {
    const file = new URL(`../../node_modules/${name}`, import.meta.url);
    const code = transform(readFileSync(file, 'utf8'), file.pathname);
    expect(code).not.toMatch(/Versions|Symbol\.metadata|\.litPropertyMetadata/);
  },
);

it('stops the build when Lit has changed', () => {
  expect(() => transform('', '/node_modules/lit-html/lit-html.js')).toThrow('expected');
});
