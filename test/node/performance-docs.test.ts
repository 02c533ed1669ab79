import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { charts } from '../bench/report/charts.mjs';
import { page } from '../bench/report/page.mjs';
import { spread } from '../bench/statistics.mjs';

const root = resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const results = JSON.parse(read('test/bench/results.json'));

describe('docs/performance.md', () => {
  it('is what npm run bench makes of the results', () => {
    expect(read('docs/performance.md')).toBe(page(results));
  });

  it('has the pictures that are made of them', async () => {
    const drawn = await charts(results);
    const folder = 'docs/img/performance';
    expect(readdirSync(join(root, folder)).sort()).toEqual(
      Object.keys(drawn)
        .map((name) => `${name}.svg`)
        .sort(),
    );
    for (const [name, svg] of Object.entries(drawn)) {
      expect(read(`${folder}/${name}.svg`)).toBe(svg);
      expect(read('docs/performance.md')).toContain(`(img/performance/${name}.svg)`);
    }
  });

  it('says of every budget that is missed that it is', () => {
    const slow = structuredClone(results);
    slow.peers.find(({ id }: { id: string }) => id === 'antes').over.startMs = spread([4, 5.1, 7]);
    expect(page(slow)).toContain('| 5.1 (4–7) ms | **not met** |');
    slow.peers.find(({ id }: { id: string }) => id === 'antes').over.startMs = spread([4, 4.9, 7]);
    expect(page(slow)).toContain('| 4.9 (4–7) ms | met |');
  });

  it('says of what is sent how much it was at most, too', () => {
    const some = structuredClone(results);
    const peer = some.peers.find(({ id }: { id: string }) => id === 'antes-all');
    peer.requests = spread([0, 0, 3]);
    peer.sent = spread([0, 0, 29_630]);
    expect(page(some)).toMatch(/^\| Antes, all on \|.*\| 0 \(0–3\) \| 0\.0 \(0\.0–29\.6\) \|$/m);
  });

  it('names who is ahead of Antes, and where nobody is', () => {
    const other = structuredClone(results);
    const peer = (id: string) => other.peers.find((one: { id: string }) => one.id === id);
    for (const one of other.peers) one.gzip = one.id === 'clarity' ? 1 : 1e6;
    peer('antes').gzip = 2;
    expect(page(other)).toContain('**bytes to load (gzip)**: not ahead; 1 of 10 need less: clarity-js.');
    peer('clarity').gzip = 2;
    peer('rrweb').gzip = 2;
    expect(page(other)).toContain(
      '**bytes to load (gzip)**: no more than any other, and as much as rrweb and clarity-js.',
    );
    peer('antes').gzip = 0;
    expect(page(other)).toContain('**bytes to load (gzip)**: less than every other.');
  });
});
