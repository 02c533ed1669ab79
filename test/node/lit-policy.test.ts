import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { litPolicy } from '../../.rollup/lit-policy.mjs';

const LIT_HTML = new URL('../../node_modules/lit-html/', import.meta.url);

type Transform = (
  this: { error(message: string): never },
  code: string,
  id: string,
) => { code: string } | null;
const transform = (code: string, id: string) =>
  (litPolicy().transform as unknown as Transform).call(
    {
      error(message) {
        throw new Error(message);
      },
    },
    code,
    id,
  );

/** Evaluates a patched Lit under the given `trustedTypes` as far as its policy goes. */
const policyOf = (code: string, trustedTypes: unknown) => {
  const [, source] = /(let antesPolicy[\s\S]*)$/.exec(code)!;
  const name = /= (\w+)\?\.createPolicy/.exec(source!)![1]!;
  // oxlint-disable-next-line typescript/no-implied-eval -- the patch exists as text only
  return new Function(name, `${source} return antesHTML;`)(trustedTypes) as (html: string) => unknown;
};

describe.each(['lit-html.js', 'development/lit-html.js'])('the policy of %s', (file) => {
  const id = fileURLToPath(new URL(file, LIT_HTML));
  const { code } = transform(readFileSync(id, 'utf8'), id)!;

  it('is not created when the module is evaluated', () => {
    expect(code.match(/createPolicy\(/g)).toHaveLength(1);
    expect(code).not.toMatch(/createPolicy\(\s*['"]lit-html/);
    expect(code).toMatch(/return antesHTML\(\w+\)/);
  });

  it('is created on first use, once, by our name', () => {
    const names: string[] = [];
    const html = policyOf(code, {
      createPolicy: (name: string) => (names.push(name), { createHTML: (text: string) => `trusted ${text}` }),
    });
    expect(names).toEqual([]);
    expect([html('a'), html('b')]).toEqual(['trusted a', 'trusted b']);
    expect(names).toEqual(['antes']);
  });

  it('is done without where the page refuses it or has no Trusted Types', () => {
    const refuse = () => {
      throw new TypeError('refused');
    };
    expect(policyOf(code, { createPolicy: refuse })('a')).toBe('a');
    expect(policyOf(code, undefined)('a')).toBe('a');
  });

  it('stops the build when Lit has changed', () => {
    const changed = readFileSync(id, 'utf8').replaceAll('createPolicy', 'makePolicy');
    expect(() => transform(changed, id)).toThrow('no longer where it was');
  });
});
