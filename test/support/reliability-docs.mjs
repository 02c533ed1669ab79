/** docs/reliability.md, of the faults and the titles of their tests. `npm run docs:reliability` writes it. */
import { readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { exceptions, faults, testsOfFaults } from './fault-index.mjs';

const PAGE = resolve(import.meta.dirname, '../../docs/reliability.md');
const MARK =
  '<!-- made of test/faults by `npm run docs:reliability`; changes belong into faults.json and the titles of tests -->';

/** In the order of the page. */
const AREAS = {
  load: 'Loading',
  csp: 'Policies of the page',
  'host-globals': 'Pages that have changed the browser',
  'dom-events': 'Events and the DOM',
  'top-layer-ui': 'Dialogs, layers and what people have set',
  config: 'Configuration',
  'content-xss': 'Hostile content',
  storage: 'Storage',
  time: 'Time',
  transport: 'The network, and what is reported',
  lifecycle: 'The life of a page',
  'status-data': 'Status of orders, cases and incidents',
  privacy: 'Privacy',
};

const cell = (text) => text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replaceAll(/\s+/g, ' ');
const sentence = (text) => text.charAt(0).toUpperCase() + text.slice(1);

export function sections() {
  const tests = testsOfFaults();
  const all = faults();
  const except = exceptions();
  const row = ({ id, fault }) => {
    const proofs = tests.get(id) ?? [];
    const what = [...new Set(proofs.map(({ title }) => sentence(cell(title))))].join('<br>');
    const where = [...new Set(proofs.map(({ file }) => file))]
      .map((file) => `[${file.replace(/^test\//, '').replace(/\.test\.ts$/, '')}](../${file})`)
      .join('<br>');
    return `| ${id} | ${cell(fault)} | ${what || 'not applicable, see below'} | ${where} |`;
  };
  const table = (area) =>
    [
      '| | what is wrong | tested | in |',
      '|---|---|---|---|',
      ...all.filter((one) => one.area === area).map(row),
    ].join('\n');
  const untried = except.map(
    ({ id, engines, reason }) =>
      `| ${id} | ${engines ? engines.join(', ') : 'all engines'} | ${cell(reason)} |`,
  );
  const nowhere = except.filter(({ engines }) => !engines).length;
  return [
    `${all.length - nowhere} of ${all.length} faults are tried, by tests that run in Chromium, Firefox and WebKitGTK with every change.`,
    ...Object.entries(AREAS).map(([area, title]) => `## ${title}\n\n${table(area)}`),
    `## What is not tried\n\n${['| | where | why |', '|---|---|---|', ...untried].join('\n')}`,
  ].join('\n\n');
}

/** The page with these sections. */
export const withSections = (page, text) => `${page.slice(0, page.indexOf(MARK) + MARK.length)}\n\n${text}\n`;

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  writeFileSync(PAGE, withSections(readFileSync(PAGE, 'utf8'), sections()));
