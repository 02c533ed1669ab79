import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { checkTests } from '../../src/check/tests/check.js';
import { build } from '../support/build-cli.mjs';
import { readRecipe, readSpanishRecipe, withRecipes } from '../support/triggers-docs.mjs';

/** The recipes of docs/triggers.md do what it says, as somebody sees it who copies them. */
const FOLDER = resolve(import.meta.dirname, '../../docs/recipes');
const guide = readFileSync(resolve(FOLDER, '../triggers.md'), 'utf8');
const spanish = readFileSync(resolve(FOLDER, '../es/triggers.md'), 'utf8');
const recipes = readdirSync(FOLDER)
  .filter((name) => !name.endsWith('.antes-test.json'))
  .map((name) => name.replace('.json', ''));

const scratch = mkdtempSync(join(tmpdir(), 'antes-recipes-'));
let cli = '';
beforeAll(async () => void (cli = await build(join(scratch, 'package/dist/cli.js'))), 60_000);
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const antes = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: FOLDER, env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

describe.each(recipes)('the recipe %s', (name) => {
  it('has nothing that antes check finds', async () => {
    const file = `${name}.json`;
    expect(await antes('check', file)).toEqual({ code: 0, out: `${file}: nothing wrong\n`, err: '' });
  });

  it('speaks when it should, and is quiet in a near miss', async () => {
    const file = `${name}.antes-test.json`;
    const { code, out, err } = await antes('replay', '--expect', file);
    expect({ code, err, out }).toEqual({ code: 0, err: '', out: expect.stringMatching(/ tests, all met$/m) });

    const { tests } = checkTests(readFileSync(join(FOLDER, file), 'utf8')).file!;
    const speaks = tests.filter(({ expect: all }) => all.some(({ shown }) => shown));
    const quiet = tests.filter(({ expect: all }) => !all.some(({ shown }) => shown));
    expect(speaks.length).toBeGreaterThan(0);
    expect(quiet.length).toBeGreaterThan(0);
  });

  it('is in the guide, whole', () => {
    expect(guide).toContain(`<!-- recipe: ${name} -->`);
    expect(guide).toContain(`\`\`\`json\n${readRecipe(name)}\`\`\``);
    expect(spanish).toContain(`\`\`\`json\n${readSpanishRecipe(name)}\`\`\``);
  });
});

it('there are twelve, and the guide has them as they are (npm run docs:triggers)', () => {
  expect(recipes).toHaveLength(12);
  expect(guide).toBe(withRecipes(guide, readRecipe));
  expect(spanish).toBe(withRecipes(spanish, readSpanishRecipe));
});
