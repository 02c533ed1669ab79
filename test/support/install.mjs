import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';

const modified = (file) => (existsSync(file) ? statSync(file).mtimeMs : 0);

/** `npm ci`, when there are no packages yet or the lockfile is younger than they are. Node's own modules only. */
export function install(root) {
  // npm writes this file last, so an interrupted installation is seen as none.
  const installed = modified(join(root, 'node_modules/.package-lock.json'));
  if (installed >= modified(join(root, 'package-lock.json'))) return;
  console.log(
    'Installing packages: 1.2 GB, some minutes. Test tools that ask for Node 22 (EBADENGINE) work with 20.20 too.',
  );
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error(`npm ci ended with ${status}`);
}
