import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, expect, it } from 'vitest';
import * as engine from '../../src/engine.js';
import { recordings } from '../replay/recordings.js';

const ROOT = new URL('../../', import.meta.url);
const folder = mkdtempSync(join(tmpdir(), 'antes-recordings-'));
afterAll(() => rmSync(folder, { recursive: true }));

it('the example in the docs does what it says', async () => {
  const page = readFileSync(new URL('docs/recordings.md', ROOT), 'utf8');
  const [, code = ''] = /```js\n([\s\S]*?)```/.exec(page)!;
  const dead = recordings.find(({ story }) => story === 'dead-button')!;
  writeFileSync(join(folder, 'antes.json'), readFileSync(new URL('demo/antes.json', ROOT)));
  writeFileSync(join(folder, 'session.json'), JSON.stringify(dead.events));

  const said: unknown[][] = [];
  const body = code.replaceAll(/^import .*$/gm, '');
  const inFolder = (name: string, encoding: 'utf8') => readFileSync(join(folder, name), encoding);
  const run = runInNewContext(`(readFileSync, { replay, rrwebEvents, rrwebJournal }, console) => {${body}}`, {
    JSON,
  }) as (...given: unknown[]) => void;
  run(inFolder, engine, { log: (...words: unknown[]) => said.push(words) });
  expect(said.map(([, name]) => name)).toEqual(dead.signals.map(({ name }) => name));
  expect(String(said[0]![2])).toContain("'to-payment'");
});
