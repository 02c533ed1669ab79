/** Which tests prove that a fault of test/faults/faults.json is survived: those whose titles begin with its id. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

const TESTS = resolve(import.meta.dirname, '..');
const ROOT = resolve(TESTS, '..');
const FOLDER = join(TESTS, 'faults');
/** Those that run in browsers. */
const ROOMS = ['faults', 'browser', 'e2e'];

/**
 * @typedef {{ id: string, area: string, fault: string, inject: string, expect: string }} Fault
 * @typedef {{ id: string, engines?: string[], reason: string }} Exception
 * @typedef {{ file: string, title: string }} Test
 */
const json = (name) => JSON.parse(readFileSync(join(FOLDER, name), 'utf8'));
/** @returns {Fault[]} */
export const faults = () => json('faults.json');
/** What cannot be tried, nowhere or not in some engines. @returns {Exception[]} */
export const exceptions = () => json('not-applicable.json');

const ID = '[A-Z]+-\\d\\d';
const QUOTE = '([\'"`])';
/** `fault('NET-02', 'title'` and `it('NET-02, NET-03: title'`. */
const TITLES = [
  new RegExp(
    `\\b(?:fault|survives)\\(\\s*${QUOTE}(?<ids>${ID})\\1,\\s*(['"\`])(?<title>(?:\\\\.|(?!\\3).)*)\\3`,
    'gs',
  ),
  new RegExp(
    `\\bit(?:\\.each\\([^)]*\\))?\\(\\s*${QUOTE}(?<ids>${ID}(?:, ${ID})*): (?<title>(?:\\\\.|(?!\\1).)*)\\1`,
    'gs',
  ),
];

/** What a reader sees of a title that is made of parts. */
const asText = (title) => title.replaceAll(/\$\{[^}]*\}|%[sdo]/g, '…').replaceAll(/\\(.)/g, '$1');

/** Titles in one file's source. @param {string} source @returns {{ ids: string[], title: string }[]} */
export const titlesIn = (source) =>
  TITLES.flatMap((pattern) => [...source.matchAll(pattern)])
    .sort((a, b) => a.index - b.index)
    .map(({ groups }) => ({ ids: groups.ids.split(', '), title: asText(groups.title) }));

/** All tests of faults, by id. @returns {Map<string, Test[]>} */
export function testsOfFaults() {
  const found = new Map();
  for (const room of ROOMS)
    for (const entry of readdirSync(join(TESTS, room), { recursive: true, withFileTypes: true })) {
      if (!entry.name.endsWith('.test.ts')) continue;
      const path = join(entry.parentPath, entry.name);
      const file = relative(ROOT, path);
      for (const { ids, title } of titlesIn(readFileSync(path, 'utf8')))
        for (const id of ids) found.set(id, [...(found.get(id) ?? []), { file, title }]);
    }
  return found;
}
