import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as checks from '../../src/check.js';
import * as engine from '../../src/engine.js';
import { start, version } from '../../src/index.js';

const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

describe('in Node', () => {
  it('the version is that of the package', () => expect(version).toBe(manifest.version));

  it('start() does nothing, and everything on it can be called', () => {
    const antes = start({ version: 1, triggers: [] });
    antes.emit('x');
    antes.facts({ a: 1 });
    antes.step('a');
    antes.register('f', () => true);
    antes.on('signal', () => {})();
    antes.open();
    antes.mute('1h');
    antes.consent('denied');
    expect(antes.why()).toEqual([]);
    expect(antes.journal().records).toEqual([]);
    antes.stop();
  });

  it('the engine replays a journal', () => {
    const { outputs } = engine.replay(
      { version: 1, triggers: [] },
      {
        antes: version,
        version: 1,
        visiting: { seed: '', session: '', device: 'desktop', test: false },
        records: [{ type: 'host', at: 5, event: 'payment-failure', data: { code: 'x' } }],
        until: 10,
      },
    );
    expect(outputs).toMatchObject([
      { kind: 'signal', name: 'payment-failure' },
      { kind: 'level', level: 'stuck' },
    ]);
  });
});

describe('antes/check', () => {
  it('checks, and hands out the schemas and the codes', () => {
    expect(checks.check('{').map(({ code, line }) => [code, line])).toEqual([['JSON_INVALID', 1]]);
    expect(checks.check({ version: 1, triggers: [] })).toEqual([]);
    expect(checks.schema()['$schema']).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(checks.projectSchema({})['$id']).toBe('urn:antes:config:1:project');
    expect(checks.CODES.KEY_UNKNOWN).toBe('error');
  });
});
