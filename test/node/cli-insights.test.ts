import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateMonth } from '../../demo/simulated-month/month.js';
import { build, buildInsights } from '../support/build-cli.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const CONFIG = join(ROOT, 'demo/antes.json');
const folder = mkdtempSync(join(tmpdir(), 'antes-insights-cli-'));
const DAY_MS = 86_400_000;
/** The command knows the real time: what it reads is to be of the past. */
const FROM = Math.floor(Date.now() / DAY_MS) * DAY_MS - 4 * DAY_MS;
const day = (n: number) => new Date(FROM + n * DAY_MS).toISOString().slice(0, 10);
const lines = [...generateMonth({ seed: 3, visits: 500, from: FROM, days: 3 })].map((event) =>
  JSON.stringify(event),
);

let cli = '';
beforeAll(async () => {
  cli = await buildInsights(await build(join(folder, 'package/dist/cli.js')));
  symlinkSync(join(ROOT, 'node_modules'), join(folder, 'package/node_modules'), 'dir');
  write('events/one.ndjson', lines.slice(0, 1_000).join('\n'));
  write('events/more/two.ndjson.gz', gzipSync([...lines.slice(900), 'no event', '{"antes":1'].join('\n')));
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const write = (name: string, value: string | Buffer) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), value);
};
const read = (name: string) => readFileSync(join(folder, name), 'utf8');
const antes = (...args: string[]) => run(cli, args);
const run = (file: string, args: readonly string[]) =>
  new Promise<{ code: number; out: string; err: string }>((done) => {
    execFile(
      process.execPath,
      [file, 'insights', ...args],
      { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });

describe('antes insights', () => {
  it('writes one page that needs nothing else', { timeout: 60_000 }, async () => {
    const { code, out, err } = await antes(
      'events',
      '--config',
      CONFIG,
      '--title',
      'A <b>shop</b>',
      '--out',
      'a/report.html',
    );
    expect({ code, out }).toEqual({ code: 0, out: '' });
    expect(err).toMatch(
      /^[\d,]+ events of 500 visits; left out: 2 bad lines, 100 twice\nWritten: a\/report\.html\n$/,
    );
    const page = read('a/report.html');
    expect(page).toContain('<h1>A &lt;b&gt;shop&lt;/b&gt;: what helped, what harmed</h1>');
    expect(page).not.toMatch(/<script|<link|<img|<iframe|@import|url\((?!#)|\son\w+=|\sstyle=/i);
    // The only addresses are names: of the language of drawings, and of places in the page.
    expect([...page.matchAll(/(?:href|src)="([^"]*)"/g)].filter(([, to]) => !to!.startsWith('#'))).toEqual(
      [],
    );
    const style = /<style>([^]*?)<\/style>/.exec(page)![1]!;
    const hash = createHash('sha256').update(style).digest('base64');
    expect(page).toContain(`content="default-src 'none'; style-src 'sha256-${hash}'"`);
    const ids = [...page.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toContain(`<section id="${id}"`);
    const drawings = page.match(/<svg [^>]*>/g)!;
    expect(drawings.length).toBeGreaterThan(5);
    for (const drawing of drawings) expect(drawing).toMatch(/role="img" aria-label="[^"]{20,}"/);
  });

  it('gives all figures as JSON, of the days asked for', async () => {
    const all = JSON.parse((await antes('events', '--format', 'json')).out);
    expect(all.read).toMatchObject({
      files: 2,
      bad: 2,
      duplicates: 100,
      events: lines.length,
      unreadable: [],
    });
    expect(all.totals.visits).toBe(500);
    const { out, err } = await antes('events', '--format', 'json', '--from', day(1), '--to', day(1));
    const one = JSON.parse(out);
    const inside = lines.filter((line) => {
      const { at } = JSON.parse(line);
      return at >= FROM + DAY_MS && at < FROM + 2 * DAY_MS;
    });
    expect(one.read.events).toBe(inside.length);
    expect(err).toContain('outside of the time');
  });

  it('gives tables for a spreadsheet, one or all', async () => {
    const { out } = await antes('events', '--table', 'days');
    expect(out).toMatch(/^day,visits,completed,contacts\r\n\d{4}-\d\d-\d\d,\d+,\d+,\d+\r\n/);
    const { err } = await antes('events', '--format', 'csv', '--out', 'tables', '--config', CONFIG);
    expect(err).toMatch(/Written: tables\n$/);
    expect(readdirSync(join(folder, 'tables')).sort()).toEqual(
      ['totals', 'reasons', 'triggers', 'steps', 'journeys', 'days', 'channels', 'review']
        .map((name) => `${name}.csv`)
        .sort(),
    );
    expect(read('tables/triggers.csv')).toMatch(/^trigger,reason,owner,shown,/);
  });

  it('says which file it cannot read, and reports on the others', async () => {
    write('broken/a.ndjson', lines.slice(0, 10).join('\n'));
    write('broken/b.ndjson.gz', 'this is no archive');
    const { code, out, err } = await antes('broken', '--format', 'json');
    expect(code).toBe(2);
    expect(JSON.parse(out).read.events).toBe(10);
    expect(err).toMatch(/^Cannot read b\.ndjson\.gz: /);
  });

  it('names the database that is missing, and how to install it', async () => {
    const bare = join(folder, 'bare/dist/cli.js');
    for (const name of ['cli.js', 'insights.js'])
      write(`bare/dist/${name}`, readFileSync(join(dirname(cli), name)));
    write('bare/package.json', read('package/package.json'));
    const { code, err } = await run(bare, ['events']);
    expect({ code, err }).toEqual({
      code: 2,
      err: 'The report needs an analytical database, which is not installed with Antes. Install it once:\n\n  npm install --save-dev @duckdb/node-api\n\n',
    });
  });

  it.each([
    [[], 'Which events? Usage: antes insights EVENTS…\n'],
    [['nowhere'], 'Cannot read nowhere: there is no such file\n'],
    [['events', '--format', 'pdf'], "--format is one of html, json, csv, not 'pdf'\n"],
    [['events', '--table', 'trigers'], "There is no table 'trigers'; did you mean 'triggers'?\n"],
    [['events', '--table', 'days', '--format', 'json'], '--table is for --format csv\n'],
    [['events', '--from', '2026-06-31'], "--from takes a day such as 2026-11-01, not '2026-06-31'\n"],
    [['events', '--from', '2026-06-02', '--to', '2026-06-01'], '--to is before --from\n'],
    [
      ['events', '--config', 'events/one.ndjson'],
      'events/one.ndjson is no configuration. See antes check events/one.ndjson\n',
    ],
    [['package'], /^Cannot read |^There is nothing|events of 0 visits/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await antes(...args);
    if (typeof message === 'string') expect({ code, err }).toEqual({ code: 2, err: message });
    else expect(err).toMatch(message);
  });

  it('brings the licences of what is in its bundle', () => {
    expect(existsSync(join(folder, 'package/dist/insights.NOTICE.txt'))).toBe(true);
    expect(read('package/dist/insights.NOTICE.txt')).toMatch(/^vega \d/m);
    // The other commands do not carry the charts.
    expect(read('package/dist/cli.js')).not.toContain('vega-lite/v');
  });
});
