import { expect } from '@open-wc/testing';
import { parseConfig } from '../../../src/config/load.js';
import { readConfig } from '../../../src/config/read.js';
import type { Config } from '../../../src/config/types.js';
import { createEngine } from '../../../src/engine/engine.js';
import { start } from '../../../src/index.js';

const sound = {
  version: 1,
  content: { c: { title: 'Hello' } },
  triggers: [{ id: 'good', when: { event: 'needed' }, show: { content: 'c', as: 'notice' } }],
};

/** What is made of it, and what is told. */
function compile(source: unknown) {
  const problems: { code: string; path: string }[] = [];
  const report = (code: string, path: string) => problems.push({ code, path }) > 0;
  const config = readConfig(source, report);
  const engine = createEngine(config, { seed: 's', session: 's', device: 'desktop', report });
  return { config, problems, live: engine.why().map(({ trigger }) => trigger) };
}

/** Every place in a value, as a way of replacing what is there. */
function* places(value: unknown, at = ''): Generator<[at: string, put: (what: unknown) => unknown]> {
  if (typeof value !== 'object' || value === null) return;
  const copy = (key: string, what: unknown) =>
    Array.isArray(value)
      ? value.map((one: unknown, i) => (String(i) === key ? what : one))
      : { ...value, [key]: what };
  for (const [key, child] of Object.entries(value)) {
    yield [`${at}/${key}`, (what) => copy(key, what)];
    for (const [below, put] of places(child, `${at}/${key}`)) yield [below, (what) => copy(key, put(what))];
  }
}
const WRONG: readonly unknown[] = [
  null,
  true,
  NaN,
  -1,
  Infinity,
  '5',
  '',
  [],
  [null],
  {},
  { x: 1 },
  () => 1,
  10n,
  Symbol('s'),
  new Date(),
];

describe('a hostile configuration', () => {
  it('CFG-11: one part of a trigger of another kind: at most that trigger is off, its place is told, all others live', async function () {
    this.timeout(60_000);
    const example = (await (await fetch('/test/support/example.json')).json()) as Config;
    let tried = 0;
    let off = 0;
    const seed = Date.now();
    for (const trigger of example.triggers) {
      if (compile({ ...example, triggers: [trigger] }).problems.length > 0) continue;
      for (const [at, put] of places(trigger)) {
        // Another fifth each time, told by the seed.
        for (const wrong of WRONG.filter((_, i) => (tried + i + seed) % 5 === 0)) {
          const content = { ...example.content, c: { title: 'Hello' } };
          const changed = { ...example, content, triggers: [put(wrong), ...sound.triggers] };
          const { live, problems } = compile(changed);
          expect(live, `${at} is ${String(wrong)}, seed ${seed}`).to.include('good');
          for (const { code, path } of problems) {
            expect(code).to.match(/^TRIGGER_INVALID$|^ANCHOR_|^SELECTOR_INVALID$|^CONFIG_/);
            expect(path).to.match(/^\/triggers\/0(\/|$)/);
          }
          if (problems.length > 0) off++;
        }
        tried++;
      }
    }
    expect(tried).to.be.greaterThan(100);
    expect(off).to.be.greaterThan(100);
  });

  it('CFG-15: fifty ways to a prototype lead nowhere', () => {
    const evil = '{"polluted":1,"title":"polluted","toString":"polluted"}';
    const payloads = [
      '__proto__',
      'constructor":{"prototype',
      'prototype',
      'toString',
      'hasOwnProperty',
    ].flatMap((key) => {
      const inner = `"${key}":${evil}${key.includes('{') ? '}' : ''}`;
      return [
        `{${inner},"version":1}`,
        `{"version":1,"content":{${inner}}}`,
        `{"version":1,"content":{"c":{"title":"x",${inner}}}}`,
        `{"version":1,"content":{"c":{"title":"x","actions":[{${inner}}]}}}`,
        `{"version":1,"content":{"c":{"title":"x","steps":{${inner}}}}}`,
        `{"version":1,"translations":{"es":{${inner}}}}`,
        `{"version":1,"facts":{${inner}},"audiences":{${inner}}}`,
        `{"version":1,"policy":{${inner},"signals":{${inner}}}}`,
        `{"version":1,"journeys":{${inner},"j":{"steps":[{"id":"a",${inner}}]}}}`,
        `{"version":1,"triggers":[{"id":"t","when":{"event":"x","data":{${inner}}},"show":{"content":"${key.slice(0, 9)}","as":"notice",${inner}}}]}`,
      ];
    });
    expect(payloads).to.have.length(50);
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    for (const text of payloads) {
      const { value } = parseConfig(text, 'a test') as { value: unknown };
      const { config } = compile(value);
      for (const part of [config, config.content, config.policy, config.journeys])
        if (part !== undefined && Object.keys(part).length > 0 && part !== sound)
          expect((part as Record<string, unknown>)['polluted'], text).to.equal(undefined);
      for (const plain of [{}, [], () => 1])
        expect((plain as unknown as Record<string, unknown>)['polluted'], text).to.equal(undefined);
      expect(Reflect.ownKeys(Object.prototype).length, text).to.be.below(20);
      expect(Object.prototype.toString.call({}), text).to.equal('[object Object]');
    }
    expect(Object.getOwnPropertyNames(Object.prototype)).to.have.length(before);
  });

  it('CFG-03: as large as it may be, it holds the page up for less than 50 ms', () => {
    const room = 262_000;
    const texts = {
      'one long text': JSON.stringify({ ...sound, content: { c: { title: 'x'.repeat(room - 400) } } }),
      'many small parts': `{"version":1,"content":{"c":{"title":"x"}},"facts":{${Array.from({ length: 10_000 }, (_, i) => `"f${i}":{"type":"string"}`).join()}},"triggers":[]}`,
      'lists in lists': '['.repeat(room / 2) + ']'.repeat(room / 2),
      'not JSON': '{"a":'.repeat(room / 5),
    };
    for (const [what, text] of Object.entries(texts)) {
      const took = Array.from({ length: 15 }, () => {
        const began = performance.now();
        const parsed = parseConfig(text, 'a test');
        readConfig('value' in parsed ? parsed.value : undefined, () => true);
        return performance.now() - began;
      });
      // The quickest: what else the machine does is not the matter.
      expect(Math.min(...took), what).to.be.below(50);
    }
  });

  it('CFG-05: objects that refer to themselves, or fail when they are looked at, cost only the part that they are', async () => {
    const loop: Record<string, unknown> = { title: 'Round' };
    loop['actions'] = [loop];
    class Content {
      title = 'An instance';
      get body(): string {
        return 'inherited';
      }
    }
    const fails = () => {
      throw new Error('expected: nobody is to see this');
    };
    const { proxy: revoked, revoke } = Proxy.revocable({}, {});
    revoke();
    const endless: object = new Proxy(
      {},
      {
        ownKeys: () => ['more'],
        getOwnPropertyDescriptor: () => ({ configurable: true, enumerable: true }),
        get: () => endless,
      },
    );
    const config = {
      ...sound,
      content: {
        ...sound.content,
        loop,
        revoked,
        endless,
        instance: new Content(),
        getter: Object.defineProperty({ title: 'x' }, 'body', { get: fails, enumerable: true }),
        proxy: new Proxy({ title: 'Through a proxy' }, {}),
        trap: new Proxy({}, { ownKeys: fails }),
      },
    };
    const antes = start(config as unknown as Config, { consent: 'denied' });
    try {
      expect(antes.problems.map(({ code, path }) => `${code} ${path}`).toSorted()).to.deep.equal([
        'CONFIG_INVALID /content/getter',
        'CONFIG_INVALID /content/revoked',
        'CONFIG_INVALID /content/trap',
        'CONFIG_TOO_DEEP /content/endless',
        'CONFIG_TOO_DEEP /content/loop',
      ]);
      expect(Object.keys(antes.config.content!).toSorted()).to.deep.equal(['c', 'instance', 'proxy']);
      // Of an instance what is its own, and nothing that is still tied to the page's.
      expect(JSON.stringify(antes.config.content!['instance'])).to.equal('{"title":"An instance"}');
      expect(antes.why().map(({ trigger }) => trigger)).to.deep.equal(['good']);
    } finally {
      antes.stop();
    }
    for (const whole of [
      revoked,
      new Proxy({}, { ownKeys: fails }),
      Object.assign([], { version: 1 }),
      new Map(),
    ]) {
      const other = start(whole as Config, { consent: 'denied' });
      expect(other.problems.map(({ code }) => code)).to.satisfy(
        (codes: string[]) => codes.length === 1 && /^CONFIG_(INVALID|VERSION)$/.test(codes[0]!),
      );
      other.stop();
    }
  });
});
