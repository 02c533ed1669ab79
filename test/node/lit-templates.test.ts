import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { litTemplates } from '../../.rollup/lit-templates.mjs';

const id = fileURLToPath(new URL('../../node_modules/lit-html/lit-html.js', import.meta.url));

type Transform = (
  this: { error(message: string): never },
  code: string,
  id: string,
) => { code: string } | null;
const transform = (code: string) =>
  (litTemplates().transform as unknown as Transform).call(
    {
      error(message) {
        throw new Error(message);
      },
    },
    code,
    id,
  );

describe('Lit in the bundles', () => {
  it('makes no policy and gives no string to the browser to make markup of', () => {
    const { code } = transform(readFileSync(id, 'utf8'))!;
    expect(code).not.toMatch(/createPolicy|createHTML|innerHTML/);
    expect(code).toMatch(/fillTemplate\(\w+,\w+\)/);
  });

  it.each(['createPolicy', 'createHTML', 'innerHTML', '$lit$'])(
    'stops the build when %s is not where it was',
    (what) => {
      const changed = readFileSync(id, 'utf8').replaceAll(what, 'changed');
      expect(() => transform(changed)).toThrow('found it 0 times');
    },
  );
});
