import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { check, SIGNALS } from '../../src/check/check.js';
import { checkTests } from '../../src/check/tests/check.js';
import { readConfig } from '../../src/config/read.js';
import { NEUTRAL_EVENTS } from '../../src/config/schema/events.js';
import { nouns } from '../../src/config/schema/index.js';
import { createEngine } from '../../src/engine/engine.js';
import { createTrial } from '../../src/replay/trial.js';
import * as registry from '../../src/detect/registry.js';
import { everySample, PAGES, prose, read, ROOT, samples, type Sample } from '../support/samples.js';
import { settingsTable, signalsTable, tableIn } from '../support/signals-table.mjs';
import { reference } from '../support/triggers-docs.mjs';

/** What README and docs say must be true of the code as it is. The rest of their samples: test/docs. */
const pages = PAGES;
const blocks = everySample;
const withLanguage = samples;

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const demo = JSON.parse(read('demo/antes.json')) as Plain & { triggers: Plain[] };

/** A sample is a whole file, sections of one, a trigger, or a condition; what is missing around it comes from the shop. */
function whole(sample: Plain): Plain {
  if ('version' in sample) return sample;
  if ('id' in sample && 'when' in sample) return { ...demo, triggers: [sample] };
  const isCondition =
    ['event', 'sequence', 'after', 'score', 'all', 'any', 'not'].some((head) => head in sample) ||
    (isPlain(sample['facts']) &&
      !Object.values(sample['facts']).every((fact) => isPlain(fact) && 'type' in fact));
  if (isCondition) {
    return {
      ...demo,
      triggers: [{ id: 'sample', when: sample, show: { content: 'declined', as: 'notice' } }],
    };
  }
  const merged = { ...demo, ...sample };
  // Other contents of the file may be referred to.
  if (isPlain(sample['content'])) merged['content'] = { ...(demo['content'] as Plain), ...sample['content'] };
  return merged;
}

/** What Antes says about a configuration, word for word: as the browser reads it, and as `antes check` does. */
function problemsOf(source: unknown): string[] {
  const problems = check(source)
    .filter(({ severity }) => severity === 'error')
    .map(({ code, pointer, message }) => `${code} ${pointer}: ${message}`);
  const report = (code: string, path: string, message: string) =>
    problems.push(`${code} ${path}: ${message}`) > 0;
  createEngine(readConfig(source, report), { report });
  return problems;
}

describe('samples', () => {
  const isTests = ({ code }: Sample) => 'tests' in (JSON.parse(code) as Plain);
  it.each(withLanguage('json').filter((block) => !isTests(block)))(
    '$at is a configuration without problems',
    ({ code }) => {
      expect(problemsOf(whole(JSON.parse(code) as Plain))).toEqual([]);
    },
  );

  it.each(withLanguage('json').filter(isTests))('$at are tests that the shop meets', ({ code }) => {
    const { file, findings } = checkTests(code);
    expect(findings).toEqual([]);
    for (const test of file!.tests) {
      const trial = createTrial(demo as never, test);
      trial.play();
      expect(trial.end().outcomes.filter(({ met }) => !met)).toEqual([]);
    }
  });

  it.each(['demo/antes.json', 'test/hosts/bootstrap/antes.json', 'test/hosts/govuk/antes.json'])(
    '%s has nothing that check finds',
    (file) => {
      expect(check(read(file), { now: Date.UTC(2026, 0, 1) })).toEqual([]);
    },
  );

  it('would be found out', () => {
    expect(problemsOf(whole({ event: 'x', wihin: '10m' }))).toHaveLength(2);
    expect(problemsOf({ ...demo, polciy: {} })).toHaveLength(2);
  });

  it('in the README is the shop’s own trigger, shortened', () => {
    const block = blocks.find(({ at, language }) => at.startsWith('README') && language === 'json');
    const { triggers, content } = JSON.parse(block!.code) as { triggers: Plain[]; content: Plain };
    const theirs = demo.triggers.find(({ id }) => id === triggers[0]!['id'])!;
    const { when, ...others } = triggers[0]!;
    expect(theirs).toMatchObject(others);
    expect(theirs['when']).toMatchObject(when as Plain);
    expect(demo['content']).toMatchObject(content);
  });

  it.each(withLanguage('js', 'ts'))('$at parses', async ({ code }) => {
    await transform(code, { loader: 'ts' });
  });

  it.each(withLanguage('js'))('$at uses members that there are', ({ code }) => {
    const members = membersOf('src/boot/antes.ts', 'Antes');
    // `window.antes.push`, `antes.on`; not `antes.json` of an address.
    const used = [...code.matchAll(/\bantes\.([a-z]+)\b(?!['"])/g)].map(([, name]) => name!);
    expect(used.filter((name) => !members.includes(name))).toEqual([]);
  });
});

/** Names of the members of an interface, as its file declares them. */
function membersOf(file: string, name: string): string[] {
  const body = new RegExp(`export interface ${name} \\{\\n([\\s\\S]*?)\\n\\}`).exec(read(file))![1]!;
  return [...body.matchAll(/^ {2}(?:readonly )?([a-zA-Z]+)[?(<:]/gm)].map(([, member]) => member!);
}

describe('links', () => {
  /** As GitHub makes them. */
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(/\s/g, '-');
  const anchorsOf = (page: string) =>
    [...prose(page).matchAll(/^#+ +(.+)$/gm)].map(([, heading]) => slug(heading!));

  const links = pages.flatMap((page) =>
    [...prose(page).matchAll(/\]\(([^)\s]+)\)|(?:src|srcset|href)="([^"]+)"/g)]
      .map(([, inMarkdown, inHtml]) => ({ page, link: inMarkdown ?? inHtml! }))
      .filter(({ link }) => !/^[a-z]+:/.test(link) && link !== 'https://…'),
  );

  it.each(links)('$page leads to $link', ({ page, link }) => {
    const [path = '', anchor] = link.split('#');
    // An address inside an example of a text.
    if (path.startsWith('/')) return;
    const target = path === '' ? page : join(dirname(page), path);
    expect(existsSync(join(ROOT, target)), target).toBe(true);
    if (anchor !== undefined && target.endsWith('.md')) expect(anchorsOf(target)).toContain(anchor);
  });
});

describe('reference', () => {
  it('lists the signals of the registry, with their defaults (npm run docs:signals)', () => {
    const detectors = Object.values(registry);
    expect(tableIn(read('docs/signals.md'), 'signals')).toBe(signalsTable(detectors));
    expect(tableIn(read('docs/signals.md'), 'settings')).toBe(settingsTable(detectors));
  });

  it('of the configuration is that of the schema (npm run docs:triggers)', () => {
    expect(read('docs/triggers-reference.md')).toBe(reference(nouns(SIGNALS), NEUTRAL_EVENTS));
  });

  it('tells data that signals carry, and that antes check has no doubt about', () => {
    const [, table = ''] = /^## Data\n([\s\S]*?)\n## /m.exec(read('docs/signals.md'))!;
    const rows = [...table.matchAll(/^\| (`[^|]+) \| (.+) \|$/gm)].flatMap(([, names, cell]) => {
      const signals = [...names!.matchAll(/`([a-z-]+)`/g)].map(([, name]) => name!);
      // The key comes first, then what it may be.
      const keys = cell!.split('; ').flatMap((part) => /^`([a-zA-Z]+)`/.exec(part)?.[1] ?? []);
      return signals.flatMap((event) => keys.map((key) => ({ event, key })));
    });
    expect(rows.length).toBeGreaterThan(20);
    for (const { event, key } of rows) {
      const source = read(`src/detect/${event}.ts`) + read('src/detect/about.ts');
      expect([event, new RegExp(`\\b${key}\\b`).test(source)]).toEqual([event, true]);
      const when = { event, where: { [key]: 'x' } };
      const found = check(whole(when)).filter(({ pointer }) => pointer.includes('/when/'));
      expect([event, found]).toEqual([event, []]);
    }
  });

  it('counts the signals', () => {
    const count = Object.keys(registry).length;
    expect(read('README.md')).toContain(`${count} of 37 planned`);
    expect(read('docs/signals.md')).toContain(`${count} of the 37`);
  });

  it('explains every problem code, and no other', () => {
    const [, union = ''] = /export type ProblemCode =([\s\S]*?);/.exec(read('src/core/problems.ts'))!;
    const codes = [...union.matchAll(/'([A-Z_]+)'/g)].map(([, code]) => code!);
    const page = read('docs/problems.md');
    const told = [...page.matchAll(/^### `([A-Z_]+)`\n\*\*Cause:\*\* .+\n\*\*Cure:\*\* /gm)].map(
      ([, code]) => code!,
    );
    expect(codes.length).toBeGreaterThan(10);
    expect(told.toSorted()).toEqual(codes.toSorted());
  });

  const api = read('docs/api.md');

  it.each(membersOf('src/boot/antes.ts', 'Antes'))('describes the member %s', (member) => {
    expect(api).toMatch(new RegExp(`^\\|.*\`${member}(?:\\(.*\\))?\`.*\\|`, 'm'));
  });

  it.each(membersOf('src/boot/antes.ts', 'StartOptions'))('describes the option %s', (option) => {
    expect(api).toMatch(new RegExp(`^\\|.*\`${option}\`.*\\|`, 'm'));
  });

  const widgets = readdirSync(join(ROOT, 'src/ui'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(`src/ui/${name}`))
    .join('\n');
  const sorted = (names: Iterable<string>) => [...new Set(names)].toSorted();

  it('names every custom property of the theme, and no other', () => {
    const all = (text: string) => sorted([...text.matchAll(/--antes-[a-z-]+/g)].map(([name]) => name));
    expect(all(api)).toEqual(all(widgets));
  });

  it('names every part of the widgets, and no other', () => {
    const styles = [...read('src/state/stores.ts').matchAll(/'(primary|secondary|link)'/g)].map(
      ([, style]) => `action-${style}`,
    );
    const parts = [...widgets.matchAll(/\bpart="([^"]+)"/g)].flatMap(([, list]) =>
      list!.split(/\s+(?![^{]*\})/),
    );
    const table = api.slice(api.indexOf('| element | parts |'));
    const rows = [...table.slice(0, table.indexOf('\n\n')).matchAll(/^\| `antes[^|]*\|(.*)\|$/gm)]
      .map(([, row]) => row!)
      .join();
    const told = [...rows.matchAll(/`([a-z-]+)`/g)].map(([, part]) => part!);
    expect(sorted(told)).toEqual(sorted([...parts.filter((part) => !part.includes('$')), ...styles]));
  });

  it('names every attribute that is read from pages', () => {
    const sources = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => read(`src/${name}`))
      .join('\n');
    for (const name of sorted([...sources.matchAll(/data-antes-[a-z]+/g)].map(([attribute]) => attribute))) {
      expect(api).toContain(`\`${name}`);
    }
  });
});
