import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ENGINE_NAMES } from '../support/engines/page.js';
import { exceptions, faults, testsOfFaults, titlesIn } from '../support/fault-index.mjs';
import { sections, withSections } from '../support/reliability-docs.mjs';

const known = new Set(faults().map(({ id }) => id));
const tests = testsOfFaults();
const nowhere = exceptions().filter(({ engines }) => !engines);

it('every fault has a test, or a reason why it cannot have one', () => {
  const excused = new Set(nowhere.map(({ id }) => id));
  expect([...known].filter((id) => !tests.has(id) && !excused.has(id))).toEqual([]);
  expect([...excused].filter((id) => tests.has(id))).toEqual([]);
});

it('every test of a fault is about one that is known', () => {
  expect([...tests.keys()].filter((id) => !known.has(id))).toEqual([]);
});

it('at most one fault in ten is not applicable, and each says why', () => {
  expect(nowhere.length).toBeLessThanOrEqual(known.size / 10);
  for (const { id, engines, reason } of exceptions()) {
    expect(known).toContain(id);
    expect(reason.length).toBeGreaterThan(30);
    if (engines) {
      expect(ENGINE_NAMES).toEqual(expect.arrayContaining(engines));
      expect(engines.length).toBeLessThan(ENGINE_NAMES.length);
      expect(tests.has(id)).toBe(true);
    }
  }
});

it('titles are found however they are written', () => {
  const source = [
    "survives('GLOB-15', 'a page without a console', {})",
    "fault(\n  'LOAD-01',\n  `twice: ${how}`,\n  async () => {})",
    "it('NET-02, NET-03: it\\'s kept', () => {})",
    "it('NET-99 is no title of a fault', () => {})",
  ].join('\n');
  expect(titlesIn(source)).toEqual([
    { ids: ['GLOB-15'], title: 'a page without a console' },
    { ids: ['LOAD-01'], title: 'twice: …' },
    { ids: ['NET-02', 'NET-03'], title: "it's kept" },
  ]);
});

it('docs/reliability.md is what the tests say', () => {
  const page = readFileSync(new URL('../../docs/reliability.md', import.meta.url), 'utf8');
  expect(withSections(page, sections())).toBe(page);
});
