/** `npm start`: installs and builds what is missing or out of date, then runs the shop. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { install } from '../test/support/install.mjs';

const root = resolve(import.meta.dirname, '..');

/** When the youngest file below was changed. */
const youngest = (folder) =>
  existsSync(folder)
    ? Math.max(
        0,
        ...readdirSync(folder, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => statSync(join(entry.parentPath ?? entry.path, entry.name)).mtimeMs),
      )
    : 0;

install(root);

const sources = Math.max(
  ...['src', 'demo/client', '.rollup'].map((folder) => youngest(join(root, folder))),
  statSync(join(root, 'rollup.config.mjs')).mtimeMs,
);
if (youngest(join(root, 'dist')) < sources) {
  console.log('Building, under a minute');
  const { status } = spawnSync(join(root, 'node_modules/.bin/rollup'), ['--config', '--silent'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) process.exit(status ?? 1);
}

await import('./server/main.js');
