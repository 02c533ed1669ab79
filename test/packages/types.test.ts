import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { bin, PROJECT, ROOT } from './support/packed.js';

/** Each file has what must compile, and behind `@ts-expect-error` what must not: an error that does not come is one. */
beforeAll(() => {
  writeFileSync(join(PROJECT, 'package.json'), '{ "type": "module" }');
  const samples = join(ROOT, 'test/types');
  // Frameworks are in the folder `hosts` alone: all else must do without.
  cpSync(samples, join(PROJECT, 'types'), { recursive: true, filter: (file) => !file.endsWith('hosts') });
  cpSync(join(samples, 'hosts'), join(PROJECT, 'hosts'), { recursive: true });
});

const STRICT = {
  strict: true,
  noEmit: true,
  target: 'es2022',
  lib: ['es2023', 'dom', 'dom.iterable'],
  types: [],
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  resolveJsonModule: true,
  // Declarations that lead nowhere are found only so.
  skipLibCheck: false,
};

it.each([
  ['nodenext', { module: 'nodenext' }],
  ['bundler', { module: 'esnext', moduleResolution: 'bundler' }],
  [
    'bundler, development',
    { module: 'esnext', moduleResolution: 'bundler', customConditions: ['development'] },
  ],
])('what may be written compiles, and what may not does not (%s)', async (_name, how) => {
  writeFileSync(
    join(PROJECT, 'types/tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...STRICT, ...how }, include: ['.'] }),
  );
  const { code, said } = await bin('typescript/bin/tsc', ['-p', 'types']);
  expect(said).toBe('');
  expect(code).toBe(0);
});

it.each([
  ['React 19', 'react.tsx'],
  ['Preact', 'preact.tsx'],
  ['Solid', 'solid.tsx'],
  ['Vue', 'vue.ts'],
])('%s knows the elements', async (_name, file) => {
  const how = { module: 'esnext', moduleResolution: 'bundler', skipLibCheck: true };
  const jsx = file.startsWith('solid') ? 'preserve' : 'react-jsx';
  writeFileSync(
    join(PROJECT, 'hosts/tsconfig.json'),
    JSON.stringify({ compilerOptions: { ...STRICT, ...how, jsx }, files: [file] }),
  );
  const { code, said } = await bin('typescript/bin/tsc', ['-p', 'hosts']);
  expect(said).toBe('');
  expect(code).toBe(0);
});

it('is really compiled: with one mistake more, it is told', async () => {
  writeFileSync(join(PROJECT, 'mistake.ts'), "import { start } from 'antes';\nstart(3);\n");
  const { code, said } = await bin('typescript/bin/tsc', [
    'mistake.ts',
    '--ignoreConfig',
    '--noEmit',
    '--module',
    'nodenext',
    '--skipLibCheck',
  ]);
  expect(code).not.toBe(0);
  expect(said).toContain('mistake.ts');
});
