import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { check } from '../../src/check.js';
import { FORMATS } from '../../src/cli/report.js';
import { build } from '../support/build-cli.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'antes-cli-'));
let cli = '';
beforeAll(async () => {
  // The very bundle that the package ships, but of the sources as they are.
  cli = await build(join(folder, 'package/dist/cli.js'));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}
const antes = (args: string[], { input = '', env = {} }: { input?: string; env?: NodeJS.ProcessEnv } = {}) =>
  new Promise<Ran>((done) => {
    const child = execFile(
      process.execPath,
      [cli, ...args],
      { cwd: folder, env: { ...process.env, NO_COLOR: undefined, ...env } },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
    child.stdin?.end(input);
  });
const write = (name: string, value: unknown) => {
  writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value, null, 2));
  return name;
};

const trigger = { id: 't', when: { event: 'rage-click' }, show: { content: 'c', as: 'notice' } };
const good = { version: 1, content: { c: { title: 'Hello' } }, triggers: [trigger] };
const warned = { ...good, reasons: { r: { title: 'R', owner: 'o', quadrant: 'simplify' } } };
const bad = { ...good, triggers: [{ ...trigger, when: { event: 'rage-click', wihin: '10m' } }] };

describe('antes check', () => {
  it('of a sound file says so, and succeeds', async () => {
    expect(await antes(['check', write('good.json', good)])).toEqual({
      code: 0,
      out: 'good.json: nothing wrong\n',
      err: '',
    });
  });

  it('tells file, line, column, what, where, what was expected and what was meant', async () => {
    const { code, out, err } = await antes(['check', write('bad.json', bad)]);
    expect(code).toBe(1);
    expect(out).toBe(
      "bad.json:13:9: error: 'wihin' is not allowed in a condition with event (/triggers/0/when/wihin), expected one of event, where, min, within, distinct, per; did you mean 'within'? [KEY_UNKNOWN]\n" +
        'bad.json: 1 error, 0 warnings\n',
    );
    expect(err).toBe('');
  });

  it('checks several files, and standard input', async () => {
    const { code, out } = await antes(['check', write('good.json', good), '-'], {
      input: JSON.stringify(bad),
    });
    expect(code).toBe(1);
    expect(out).toMatch(/^-:1:\d+: error: [\s\S]*\n2 files: 1 error, 0 warnings\n$/);
  });

  it('lets warnings pass, unless there are more than allowed', async () => {
    const file = write('warned.json', warned);
    expect(await antes(['check', file])).toMatchObject({
      code: 0,
      out: expect.stringContaining('1 warning') as string,
    });
    expect((await antes(['check', file, '--max-warnings', '1'])).code).toBe(0);
    expect((await antes(['check', file, '--max-warnings', '0'])).code).toBe(1);
  });

  it('--format json is for programs', async () => {
    const { code, out } = await antes(['check', '--format', 'json', write('bad.json', bad)]);
    expect(code).toBe(1);
    expect(JSON.parse(out)).toEqual({
      errors: 1,
      warnings: 0,
      findings: [
        {
          file: 'bad.json',
          severity: 'error',
          code: 'KEY_UNKNOWN',
          pointer: '/triggers/0/when/wihin',
          line: 13,
          column: 9,
          message: "'wihin' is not allowed in a condition with event",
          expected: 'one of event, where, min, within, distinct, per',
          suggestion: 'within',
        },
      ],
    });
    expect(JSON.parse((await antes(['check', '--format=json', write('good.json', good)])).out)).toEqual({
      errors: 0,
      warnings: 0,
      findings: [],
    });
  });

  it('--format github is for pull requests', async () => {
    const { out } = await antes([
      'check',
      '--format',
      'github',
      write('bad.json', bad),
      write('warned.json', warned),
    ]);
    const [first, second] = out.trim().split('\n');
    expect(first).toMatch(/^::error file=bad\.json,line=13,col=9,title=KEY_UNKNOWN::'wihin' is not allowed/);
    expect(second).toMatch(/^::warning file=warned\.json,line=\d+,col=\d+,title=UNUSED::/);
  });

  it('--project-schema writes a schema that knows the names', async () => {
    const example = join(ROOT, 'test/support/example.json');
    const { code } = await antes(['check', example, '--project-schema', 'project.json']);
    expect(code).toBe(0);
    const schema = JSON.parse(readFileSync(join(folder, 'project.json'), 'utf8')) as object;
    const valid = new Ajv2020({ strict: true }).compile(schema);
    const config = JSON.parse(readFileSync(example, 'utf8')) as { triggers: { reason: string }[] };
    expect(valid(config)).toBe(true);
    config.triggers[0]!.reason = 'pay.declinde';
    expect(valid(config)).toBe(false);
  });

  it('is in colour only for people who want it', async () => {
    // A pipe is no terminal.
    expect((await antes(['check', write('bad.json', bad)])).out).not.toContain('\u001B');
    expect((await antes(['check', write('bad.json', bad)], { env: { NO_COLOR: '1' } })).out).not.toContain(
      '\u001B',
    );
  });

  it.each([
    [['check'], 'Which file? Usage: antes check FILE…'],
    [['check', 'nothing.json'], 'Cannot read nothing.json: there is no such file'],
    [['check', '.'], 'Cannot read .: it is a folder'],
    [['check', 'good.json', '--format', 'xml'], "--format is one of text, json, github, not 'xml'"],
    [['check', 'good.json', '--max-warnings', 'few'], "--max-warnings takes a whole number, not 'few'"],
    [
      ['check', 'good.json', '--fromat', 'json'],
      "Unknown option '--fromat'; did you mean '--format'? See antes check --help",
    ],
    [
      ['check', 'good.json', 'bad.json', '--project-schema', 'x.json'],
      '--project-schema takes exactly one configuration',
    ],
    [
      ['check', 'good.json', '--project-schema', 'no/where.json'],
      'Cannot write no/where.json: there is no such file',
    ],
    [['chekc', 'good.json'], "There is no command 'chekc'; did you mean 'check'?"],
  ])('%j cannot run, and says why', async (args, why) => {
    write('good.json', good);
    write('bad.json', bad);
    const { code, out, err } = await antes(args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err.split('\n')[0]).toBe(why);
  });

  it('writes no schema of a file that it does not know how to read', async () => {
    const { code } = await antes([
      'check',
      write('broken.json', '{'),
      '--project-schema',
      'broken.schema.json',
    ]);
    expect(code).toBe(1);
    expect(existsSync(join(folder, 'broken.schema.json'))).toBe(false);
  });

  it('is described in docs/check.md as by itself', async () => {
    const { code, out } = await antes(['check', '--help']);
    expect(code).toBe(0);
    const page = readFileSync(join(ROOT, 'docs/check.md'), 'utf8');
    for (const [option] of out.matchAll(/--[a-z-]+/g)) expect(page).toContain(`\`${option}`);
  });
});

describe('antes', () => {
  it('says what it can do', async () => {
    for (const args of [['--help'], ['-h'], ['help']]) {
      const { code, out } = await antes(args);
      expect(code).toBe(0);
      expect(out).toMatch(/^ {2}check +what is wrong with a configuration$/m);
    }
    expect(await antes([])).toMatchObject({ code: 2, out: '' });
  });

  it('says which version it is', async () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
    expect(await antes(['--version'])).toMatchObject({ code: 0, out: `${version}\n` });
  });
});

describe('colours', () => {
  it('are only in what a person looks at', () => {
    const tell = (colour: boolean) => {
      let told = '';
      const findings = check(bad);
      FORMATS['text']!([{ file: 'bad.json', text: '', findings }], {
        out: (text) => void (told += text),
        err: () => undefined,
        colour,
        now: 0,
      });
      return told;
    };
    expect(tell(true)).toContain('\u001B[31merror\u001B[0m');
    expect(tell(false)).not.toContain('\u001B');
    const bare = tell(true)
      .split('\u001B')
      .map((part) => part.replace(/^\[\d+m/, ''));
    expect(bare.join('')).toBe(tell(false));
  });
});
