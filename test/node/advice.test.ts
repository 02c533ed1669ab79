import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, it, vi } from 'vitest';
import { ADVICE } from '../../src/boot/advice.js';
import { advise, sayProblem } from '../../src/boot/advise.js';
import { adviceModule } from '../support/advice-from-docs.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

it('what the development build says of problems is what docs/problems.md says (npm run docs:advice)', async () => {
  expect(read('src/boot/advice.ts')).toBe(await adviceModule());
  const described = [...read('docs/problems.md').matchAll(/^### `([A-Z_]+)`$/gm)].map(([, code]) => code);
  expect(Object.keys(ADVICE)).toEqual(described);
});

it('says what happened, why, what to do, and where there is more', () => {
  const said = sayProblem({
    code: 'ANCHOR_MISSING',
    path: '/triggers/0/show/anchor',
    message: 'There is no anchor "card".',
  });
  expect(said.split('\n')).toEqual([
    'Antes: ANCHOR_MISSING at /triggers/0/show/anchor',
    'There is no anchor "card".',
    expect.stringMatching(/^Why: help was to be shown at an anchor/),
    expect.stringMatching(/^What to do: put `data-antes-anchor="name"`/),
    'More: node_modules/antes/docs/problems.md#anchor_missing',
    'This is told in development only. Nothing was thrown, and the page is not affected.',
  ]);
});

it('a console that throws, and a problem of another version, stop nothing', () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {
    throw new Error('no console');
  });
  try {
    advise({ code: 'BAD_CALL', path: 'emit()', message: '' });
    expect(warn).toHaveBeenCalledOnce();
    advise({ code: 'OF_LATER' as never, path: '', message: '' });
  } finally {
    warn.mockRestore();
  }
});
