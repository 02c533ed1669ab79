import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { schemaOf } from '../../src/check/check.js';
import { testSchema } from '../../src/check/tests/schema.js';
import { build } from '../support/build-cli.mjs';

const root = mkdtempSync(join(tmpdir(), 'antes-init-'));
const folder = join(root, 'project');
let cli = '';
beforeAll(async () => void (cli = await build(join(root, 'package/dist/cli.js'))), 60_000);
beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const antes = (...args: string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [cli, ...args],
      { cwd: folder, env: { ...process.env, NO_COLOR: '1' } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('antes init', () => {
  it('writes a configuration and tests that pass at once', async () => {
    expect(await antes('init')).toEqual({
      code: 0,
      out: 'Written: antes.json and antes.antes-test.json\n\nNext:\n  npx antes check antes.json\n  npx antes replay --expect antes.antes-test.json\n\nHow to write triggers, with twelve recipes: docs/triggers.md of the package\n',
      err: '',
    });
    expect(await antes('check', 'antes.json')).toEqual({
      code: 0,
      out: 'antes.json: nothing wrong\n',
      err: '',
    });
    const { code, out, err } = await antes('replay', '--expect', 'antes.antes-test.json');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^8 tests, all met$/m);
    const config = JSON.parse(read('antes.json')) as { triggers: { id: string }[]; journeys: object };
    expect(config.triggers.map(({ id }) => id)).toEqual([
      'card-declined-twice',
      'address-stall',
      'payments-incident',
      'where-is-my-order',
    ]);
  });

  it('names the schemas that the package ships, from wherever the folder is', async () => {
    await antes('init', 'config/shop');
    const schemaIn = (name: string) => (JSON.parse(read(name)) as { $schema: string }).$schema;
    expect(schemaIn('config/shop/antes.json')).toBe('../../node_modules/antes/schema.json');
    expect(schemaIn('config/shop/antes.antes-test.json')).toBe('../../node_modules/antes/test.schema.json');
    const ajv = new Ajv2020({ strict: false });
    expect(ajv.validate(schemaOf(), JSON.parse(read('config/shop/antes.json')))).toBe(true);
    expect(ajv.validate(testSchema(), JSON.parse(read('config/shop/antes.antes-test.json')))).toBe(true);
  });

  it('names those of a package elsewhere where the project has none of its own', async () => {
    const schema = join(root, 'package/schema.json');
    writeFileSync(schema, '{}');
    try {
      await antes('init', 'config');
      expect(JSON.parse(read('config/antes.json'))).toMatchObject({ $schema: '../../package/schema.json' });
      mkdirSync(join(folder, 'node_modules/antes'), { recursive: true });
      await antes('init');
      expect(JSON.parse(read('antes.json'))).toMatchObject({ $schema: './node_modules/antes/schema.json' });
    } finally {
      rmSync(schema);
    }
  });

  it('is written to be read', async () => {
    await antes('init');
    for (const name of ['antes.json', 'antes.antes-test.json'])
      for (const line of read(name)
        .split('\n')
        .filter((one) => !one.includes('$comment')))
        expect(line.length).toBeLessThanOrEqual(100);
    expect(read('antes.json').match(/"\$comment"/g)?.length).toBeGreaterThan(6);
  });

  it('never overwrites, unless it is told to', async () => {
    writeFileSync(join(folder, 'antes.json'), 'mine');
    const refused = await antes('init');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toBe('antes.json is there already; --force overwrites\n');
    expect(read('antes.json')).toBe('mine');
    expect(() => read('antes.antes-test.json')).toThrow('ENOENT');
    expect((await antes('init', '--force')).code).toBe(0);
    expect(JSON.parse(read('antes.json'))).toMatchObject({ version: 1 });
  });

  it('takes one folder', async () => {
    expect(await antes('init', 'a', 'b')).toMatchObject({ code: 2, err: 'antes init takes one folder\n' });
    writeFileSync(join(folder, 'file'), '');
    expect((await antes('init', 'file')).err).toMatch(/^Cannot write to file: /);
  });
});
