import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../../..');
/** What a host has of its own, for samples in a folder below. */
const FRAMEWORKS = [
  '@types',
  '@vitejs',
  '@vue',
  'csstype',
  'preact',
  'react',
  'react-dom',
  'solid-js',
  'vite',
  'vue',
];

const npm = (args, cwd) =>
  execFileSync('npm', args, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });

function link(name, folder) {
  const place = join(folder, 'node_modules', name);
  mkdirSync(dirname(place), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules', name), place, 'junction');
}

/**
 * Packs what is built, and unpacks it into a project that has nothing but Antes and what Antes depends on. The folder
 * `hosts` in it is one that has frameworks as well.
 */
export function setup() {
  if (!existsSync(join(ROOT, 'dist/cdn/integrity.json')) || !existsSync(join(ROOT, 'dist/types/index.d.ts')))
    throw new Error('There is no build to pack: npm run build');
  const project = mkdtempSync(join(tmpdir(), 'antes-packed-'));
  // Built already; and scripts would build it again.
  const [{ filename }] = JSON.parse(
    npm(['pack', '--json', '--ignore-scripts', '--pack-destination', project], ROOT),
  );
  const tarball = join(project, filename);
  mkdirSync(join(project, 'node_modules'));
  execFileSync('tar', ['-xf', tarball, '-C', project]);
  const hosts = join(project, 'hosts');
  const { dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  for (const folder of [project, hosts]) {
    cpSync(join(project, 'package'), join(folder, 'node_modules/antes'), { recursive: true });
    for (const name of Object.keys(dependencies)) link(name, folder);
  }
  for (const name of FRAMEWORKS) link(name, hosts);
  process.env.ANTES_PACKED = project;
  process.env.ANTES_TARBALL = tarball;
  return () => rmSync(project, { recursive: true, force: true });
}
