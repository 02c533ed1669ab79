import { execFile } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { JournalRecord } from '../../src/core/records.js';
import { build } from '../support/build-cli.mjs';

const ROOT = resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'antes-replay-'));
let cli = '';
beforeAll(async () => {
  cli = await build(join(folder, 'package/dist/cli.js'));
  write('antes.json', config());
  write('journeys/a.json', journal(declines(2)));
  write('journeys/b.json', journal(declines(1)));
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ran {
  code: number;
  out: string;
  err: string;
}
const antes = (...args: string[]) =>
  new Promise<Ran>((done) => {
    execFile(
      process.execPath,
      [cli, 'replay', ...args],
      { cwd: folder, env: { ...process.env, NO_COLOR: '1' }, maxBuffer: 1e8 },
      (error, out, err) => done({ code: error ? Number(error.code) : 0, out, err }),
    );
  });
const write = (name: string, value: unknown) => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(
    join(folder, name),
    typeof value === 'string' || Buffer.isBuffer(value) ? value : JSON.stringify(value, null, 2),
  );
  return name;
};

const config = (min = 2, more = {}) => ({
  version: 1,
  content: { declined: { title: 'Your bank said no' } },
  triggers: [
    {
      id: 'declined',
      when: { event: 'payment-failure', min, within: '10m' },
      show: { content: 'declined', as: 'notice' },
      ...more,
    },
    { id: 'never', when: { event: 'rage-click' }, show: { content: 'declined', as: 'notice' } },
  ],
});
const declines = (count: number): JournalRecord[] => [
  { type: 'wall', at: 0, wall: Date.UTC(2026, 10, 23, 9) },
  { type: 'view', at: 10, how: 'load', path: '/checkout/payment', steps: [] },
  ...Array.from({ length: count }, (_, i): JournalRecord => ({
    type: 'host',
    at: (i + 1) * 10_000,
    event: 'payment-failure',
    data: { code: 'card_declined' },
  })),
  { type: 'scroll', at: 60_000 },
];
const journal = (records: readonly JournalRecord[], more = {}) => ({
  antes: '0.1.0',
  version: 1,
  visiting: { seed: 's', session: 's', device: 'desktop', test: false },
  records,
  until: 90_000,
  ...more,
});
const lines = (records: readonly object[]) => records.map((one) => `${JSON.stringify(one)}\n`).join('');

describe('antes replay', () => {
  it('tells people in a table what every trigger would have done', async () => {
    expect(await antes('antes.json', 'journeys')).toEqual({
      code: 0,
      out: [
        'antes.json: 2 recordings, 3 min, 9 records',
        '',
        'trigger   armed  due  shown  withheld by  first shown',
        'declined      1    1      1  –            0:20.0 in journeys/a.json',
        'never         0    0      0  –            –',
        '',
      ].join('\n'),
      err: '',
    });
  });

  it('tells programs everything, in the same bytes every time', async () => {
    const { out, code } = await antes('antes.json', 'journeys', '--json');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      config: 'antes.json',
      summary: { recordings: 2, records: 9 },
      triggers: [
        { trigger: 'declined', armed: 1, shown: 1, first: { recording: 'journeys/a.json', at: 20_000 } },
        { trigger: 'never', armed: 0 },
      ],
      recordings: [
        {
          recording: 'journeys/a.json',
          attempts: [{ trigger: 'declined', armed: 20_000, because: 'payment-failure', shown: 20_000 }],
        },
        { recording: 'journeys/b.json', attempts: [] },
      ],
      problems: [],
    });
    expect((await antes('antes.json', 'journeys', '--json')).out).toBe(out);
  });

  it('reads journals, records a line each, several in a file, and what is packed', async () => {
    const { out, err } = await antes(
      'antes.json',
      write('forms/1.ndjson', lines(declines(2))),
      write('forms/2.jsonl', `${lines([journal([])])}${lines([journal(declines(2))])}`),
      write('forms/3.ndjson', lines([{ antes: '0.1.0', visiting: { seed: 'x' } }, ...declines(2)])),
      write('forms/4.json.gz', gzipSync(JSON.stringify(journal(declines(2))))),
      write('forms/5.json', JSON.stringify(declines(2))),
      '--json',
    );
    expect(err).toBe('');
    const { recordings } = JSON.parse(out) as { recordings: { recording: string; attempts: object[] }[] };
    expect(recordings.map(({ recording, attempts }) => `${recording} ${attempts.length}`)).toEqual([
      'forms/1.ndjson 1',
      'forms/2.jsonl 0',
      'forms/2.jsonl#2 1',
      'forms/3.ndjson 1',
      'forms/4.json.gz 1',
      'forms/5.json 1',
    ]);
  });

  it('reads recordings made by rrweb', async () => {
    const name = 'dead-button.chromium.json.gz';
    copyFileSync(join(ROOT, 'test/replay/recordings', name), join(folder, name));
    const { out, code, err } = await antes(join(ROOT, 'demo/antes.json'), name, '--trigger', 'button-dead');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toMatch(/^button-dead +1 +1 +1/m);
    expect(out).toMatch(/armed by “rage-click”/);
    expect(out).toMatch(/shown as inline/);
  });

  it('goes on from the state of a journal that begins in the middle', async () => {
    const full = await import('../../src/replay/teller.js');
    const teller = full.createTeller(config() as never);
    for (const record of declines(1).slice(0, -1)) teller.feed(record);
    const later: JournalRecord = { type: 'host', at: 15_000, event: 'payment-failure', data: {} };
    const state = structuredClone(teller.engine.state);
    const told = async (more: object) => {
      const { out, err } = await antes('antes.json', write('middle.json', journal([later], more)), '--json');
      const { recordings } = JSON.parse(out) as { recordings: { attempts: object[] }[] };
      return [recordings[0]!.attempts.length, err];
    };
    expect(await told({ state })).toEqual([1, '']);
    expect(await told({})).toEqual([0, '']);
    expect(await told({ state: { at: 3 } })).toEqual([
      0,
      'middle.json: what was before its first record is of another version of Antes, and is left out\n',
    ]);
  });

  it('tells every step of one trigger, in the language asked for', async () => {
    const typing = [
      ...declines(1).slice(0, -1),
      { type: 'key', at: 19_900 },
      declines(2)[3]!,
    ] as JournalRecord[];
    write('typing.json', journal(typing));
    const { out } = await antes('antes.json', 'typing.json', '--trigger', 'declined', '--locale', 'es');
    expect(out).toContain(
      [
        'typing.json',
        '  0:20.0  armado por «payment-failure»',
        '  0:20.0  listo: solo falta el momento',
        '  0:20.0  retenido hasta 0:21.2: espera una pausa; la última tecla fue hace 0,1 s',
        '  0:21.2  mostrado como notice',
        '',
      ].join('\n'),
    );
  });

  it('compares with another configuration', async () => {
    write('old.json', config(1));
    const { out, code } = await antes('antes.json', 'journeys', '--compare', 'old.json');
    expect(code).toBe(0);
    expect(out).toContain(
      [
        'Against old.json: 2 changes in 1 trigger, 2 recordings',
        'trigger   what             before                  now                     recording',
        'declined  later            0:10.0 notice declined  0:20.0 notice declined  journeys/a.json',
        'declined  no longer shown  0:10.0 notice declined  never armed             journeys/b.json',
        '',
      ].join('\n'),
    );
    expect((await antes('antes.json', 'journeys', '--compare', 'antes.json')).out).toContain(
      'The same as with antes.json\n',
    );
    const { out: json } = await antes('antes.json', 'journeys', '--compare', 'old.json', '--json');
    expect(JSON.parse(json)).toMatchObject({
      comparedWith: 'old.json',
      recordings: [{ changes: [{ kind: 'later' }] }, { changes: [{ kind: 'no-longer-shown' }] }],
    });
  });

  it('names what cannot be read, and goes on', async () => {
    write('bad/1-cut.json', JSON.stringify(journal(declines(2))).slice(0, -40));
    write('bad/2-page.json', '<html></html>');
    write('bad/3-config.json', config());
    write('bad/4-empty.json', '');
    write('bad/5-other.json', [{ hello: 'world' }]);
    write('bad/6-damaged.json.gz', gzipSync(JSON.stringify(journal(declines(2)))).subarray(0, 60));
    write('bad/7-times.ndjson', lines([...declines(1), ...declines(1)]));
    write('bad/8-good.json', journal(declines(2)));
    write('bad/9-part.json', journal([{ type: 'press', at: 1 } as never, { at: 5 } as never]));
    const { out, err, code } = await antes('antes.json', 'bad');
    expect(code).toBe(2);
    expect(err).toBe(
      [
        'bad/1-cut.json: it ends in the middle',
        'bad/2-page.json: this is HTML, not JSON',
        'bad/3-config.json: this is a configuration, not a recording',
        'bad/4-empty.json: there is nothing in it',
        'bad/5-other.json: value 1 is no journal, no record and no event of rrweb',
        'bad/6-damaged.json.gz: it is packed, and damaged',
        'bad/7-times.ndjson: record 5 is earlier than the one before it: is this two recordings?',
        'bad/9-part.json: record 2 has no "type" and "at"',
        '',
      ].join('\n'),
    );
    expect(out).toContain('antes.json: 1 recording,');
    expect(out).toContain('8 recordings could not be replayed');
  });

  it('draws shares from the seed it is given, and takes the device it is told', async () => {
    const half = {
      experiment: { name: 'x', variants: { a: { share: 0.5 }, b: { share: 0.5, nothing: true } } },
    };
    write('half.json', config(2, half));
    const shown = async (...args: string[]) =>
      (
        JSON.parse((await antes('half.json', 'journeys/a.json', '--json', ...args)).out) as {
          triggers: { shown: number }[];
        }
      ).triggers[0]!.shown;
    const all = await Promise.all(['1', '2', '3', '4', '5', '6'].map((seed) => shown('--seed', seed)));
    expect(new Set(all)).toEqual(new Set([0, 1]));
    write('phones.json', config(2, { where: { device: 'phone' } }));
    const { out } = await antes('phones.json', 'journeys/a.json', '--device', 'phone');
    expect(out).toMatch(/^declined +1 +1 +1/m);
    expect((await antes('phones.json', 'journeys/a.json')).out).toMatch(/^declined +1 +0 +0 +where 1/m);
  });

  it.each([
    [[], /Which configuration, and which recordings/],
    [['antes.json'], /Which recordings/],
    [['nowhere.json', 'journeys'], /Cannot read nowhere\.json: there is no such file/],
    [['antes.json', 'nowhere'], /Cannot read nowhere: there is no such file/],
    [['antes.json', 'journeys', '--trigger', 'x'], /There is no trigger 'x'/],
    [['antes.json', 'journeys', '--device', 'watch'], /--device is one of phone, tablet, desktop/],
    [['antes.json', 'journeys', '--locale', 'fr'], /--locale is one of en, es, pt/],
    [['antes.json', 'journeys', '--tigger', 'x'], /did you mean '--trigger'/],
  ])('%j is wrong use', async (args, message) => {
    const { code, err, out } = await antes(...args);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(message);
  });

  it('tells what the page would report of the configuration', async () => {
    write('sick.json', { ...config(), triggers: [...config().triggers, { id: 'x' }] });
    const { code, err } = await antes('sick.json', 'journeys');
    expect(code).toBe(0);
    expect(err).toMatch(/^sick\.json: \/triggers\/2.*This trigger is off/m);
  });

  it('holds one record at a time', async () => {
    // 60 MB of records: far more than a list of them all would leave of this heap.
    const many = Array.from({ length: 40 }, (_, hour) =>
      lines(
        Array.from({ length: 20_000 }, (_none, i) => ({
          type: 'scroll',
          at: hour * 3_600_000 + i * 180,
          y: (i * 50) % 4_000,
          screen: 800,
          by: 'wheel',
        })),
      ),
    ).join('');
    write('long.ndjson.gz', gzipSync(many));
    const { code, out, err } = await new Promise<Ran>((done) => {
      execFile(
        process.execPath,
        ['--max-old-space-size=48', cli, 'replay', 'antes.json', 'long.ndjson.gz'],
        { cwd: folder },
        (error, o, e) => done({ code: error ? Number(error.code) : 0, out: o, err: e }),
      );
    });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('800,000 records');
  }, 60_000);
});

describe('antes replay --expect', () => {
  const test = (more: object = {}) => ({
    name: 'two declines',
    recording: 'journeys/a.json',
    expect: [{ trigger: 'declined', shown: true, within: '30s' }],
    ...more,
  });
  const tests = (...some: object[]) => write('t.antes-test.json', { config: 'antes.json', tests: some });

  it('is silent about nothing, and succeeds where everything is met', async () => {
    tests(
      test(),
      test({ name: 'one', recording: 'journeys/b.json', expect: [{ trigger: 'declined', notShown: true }] }),
    );
    expect(await antes('--expect', 't.antes-test.json')).toEqual({
      code: 0,
      out: '✓ t.antes-test.json › two declines\n✓ t.antes-test.json › one\n2 tests, all met\n',
      err: '',
    });
  });

  it('fails with what was expected, what happened, and what stood in the way', async () => {
    const records = [
      { view: '/checkout/payment' },
      { emit: 'payment-failure' },
      { typing: 'card', for: '3s' },
      { emit: 'payment-failure' },
      { typing: 'card', for: '400ms' },
    ];
    tests(
      {
        name: 'in the middle of a word',
        records,
        expect: [{ trigger: 'declined', shown: true, as: 'notice' }],
      },
      test({ name: 'never', expect: [{ trigger: 'never', shown: true }] }),
      test({ name: 'too much', expect: [{ trigger: 'declined', notShown: true }] }),
    );
    const { code, out } = await antes('--expect', '.');
    expect(code).toBe(1);
    expect(out).toBe(
      [
        '✗ t.antes-test.json › in the middle of a word',
        "      expected  'declined' shown as notice",
        '      happened',
        '        0:03.0  armed by “payment-failure”',
        '        0:03.0  due: only the moment is missing',
        '        0:03.4  not shown when the recording ends: it waits for a pause; the last key was 0.2 s ago',
        '      in its way at 0:03.4',
        '        ✗ interruption  it waits for a pause; the last key was 0.2 s ago',
        '      Time ends with the last record: {"wait": "2s"} lets the customer pause',
        '✗ t.antes-test.json › never',
        "      expected  'never' shown",
        '      happened  it was never armed',
        '      in its way at 1:30.0',
        '        ✗ when     its condition is not met: “rage-click” has not happened',
        '        ✗ limits   its limit is spent: shown 1 of 1 per step',
        '        ✗ contest  “declined” is on screen',
        '✗ t.antes-test.json › too much',
        "      expected  'declined' not shown",
        '      happened',
        '        0:20.0  armed by “payment-failure”',
        '        0:20.0  due: only the moment is missing',
        '        0:20.0  shown as notice',
        '3 tests, 3 failed',
        '',
      ].join('\n'),
    );
  });

  it('tells programs the same', async () => {
    tests(test({ expect: [{ trigger: 'never', shown: true }] }));
    const { code, out } = await antes('--expect', 't.antes-test.json', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      expectations: {
        passed: 0,
        failed: 1,
        tests: [{ name: 'two declines', ok: false, outcomes: [{ met: false, trace: { state: 'idle' } }] }],
      },
    });
  });

  it('takes another configuration, and recordings beside it', async () => {
    tests(test({ expect: [{ trigger: 'declined', shown: true, within: '10s' }] }));
    expect((await antes('--expect', 't.antes-test.json')).code).toBe(1);
    write('eager.json', config(1));
    const { code, out } = await antes('eager.json', 'journeys', '--expect', 't.antes-test.json');
    expect(code).toBe(0);
    expect(out).toContain('eager.json: 2 recordings');
    expect(out).toContain('1 test, all met');
  });

  it('tells of mistakes in the file with line and column, and does not run it', async () => {
    tests(test({ expect: [{ trigger: 'declind', shown: true }] }));
    const { code, out } = await antes('--expect', 't.antes-test.json');
    expect(code).toBe(2);
    expect(out).toContain(
      "t.antes-test.json:9:22: error: There is no trigger 'declind' in the configuration (/tests/0/expect/0/trigger); did you mean 'declined'?",
    );
    tests(test({ recording: undefined, records: [{ wiat: '2s' }] }));
    expect((await antes('--expect', 't.antes-test.json')).out).toContain("did you mean 'wait'?");
  });

  it('tells of recordings that are not there, and of steps that cannot be', async () => {
    tests(test({ recording: 'nowhere.json' }), {
      name: 'x',
      records: [{ view: '/' }, { dismiss: 'declined' }],
      expect: [{ trigger: 'declined', notShown: true }],
    });
    const { code, out } = await antes('--expect', 't.antes-test.json');
    expect(code).toBe(1);
    expect(out).toMatch(/nowhere\.json: .*no such file/);
    expect(out).toContain("'declined' is not on screen at this moment");
  });
});
