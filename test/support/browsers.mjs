/**
 * Where the three browsers are, and how to get them. Only Node's own modules: this runs before `npm ci`.
 */
import { spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync, readdirSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const CACHE = resolve(import.meta.dirname, '../../.cache/browsers');

const DEBIAN_PACKAGES = {
  chromium: ['chromium'],
  firefox: ['firefox-esr'],
  webkit: ['webkit2gtk-driver', 'libwebkit2gtk-4.1-0', 'xvfb'],
};
// Without any font a browser lays out nothing; DejaVu has Latin, Greek, Cyrillic and Arabic.
const FONTS = 'fonts-dejavu-core';

const isExecutable = (file) => {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
};

const onPath = (...names) =>
  names
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable);

/** The first executable called `name` in the subfolders of `folder`, as deep as a download of a browser goes. */
function below(folder, name, depth = 6) {
  if (depth === 0 || !existsSync(folder)) return undefined;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      const found = below(path, name, depth - 1);
      if (found) return found;
    } else if (entry.name === name && isExecutable(path)) return path;
  }
  return undefined;
}

const miniBrowser = () =>
  ['x86_64-linux-gnu', 'aarch64-linux-gnu', 'arm-linux-gnueabihf', '.']
    .flatMap((triplet) =>
      ['4.1', '6.0'].map((api) =>
        api === '6.0' ? [triplet, `webkitgtk-${api}`] : [triplet, `webkit2gtk-${api}`],
      ),
    )
    .flatMap(([triplet, api]) =>
      ['/usr/lib', '/usr/libexec', '/usr/lib64'].map((root) => join(root, triplet, api, 'MiniBrowser')),
    )
    .find(isExecutable);

/** @returns {{ chromium?: string, firefox?: string, webkit?: { driver: string, binary: string, xvfb?: string } }} */
export function findBrowsers() {
  const driver = onPath('WebKitWebDriver');
  const binary = process.env.ANTES_MINIBROWSER ?? miniBrowser();
  const xvfb = onPath('Xvfb');
  const found = {
    chromium:
      process.env.ANTES_CHROMIUM ??
      onPath('chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome') ??
      ['/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'].find(isExecutable) ??
      below(join(CACHE, 'chrome'), 'chrome'),
    firefox:
      process.env.ANTES_FIREFOX ??
      onPath('firefox-esr', 'firefox') ??
      ['/Applications/Firefox.app/Contents/MacOS/firefox'].find(isExecutable) ??
      below(join(CACHE, 'firefox'), 'firefox'),
    // A display of somebody's desktop will do, but its windows would take the focus; Xvfb is preferred.
    webkit: driver && binary && (xvfb || process.env.DISPLAY) ? { driver, binary, xvfb } : undefined,
  };
  return Object.fromEntries(Object.entries(found).filter(([, value]) => value));
}

/** The engines to test: all three, or what ANTES_BROWSERS=chromium,firefox,webkit names. */
export const wantedEngines = () =>
  (process.env.ANTES_BROWSERS || 'chromium,firefox,webkit').split(',').map((name) => name.trim());

const run = (command, ...args) =>
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } })
    .status === 0;

const missingEngines = () => {
  const found = findBrowsers();
  return wantedEngines().filter((name) => !found[name]);
};

/** Installs what is missing. @returns {string[]} the engines that are missing still */
export function installBrowsers() {
  let missing = missingEngines();
  if (missing.length === 0) return [];
  console.log(`Installing ${missing.join(', ')}`);

  if (process.getuid?.() === 0 && onPath('apt-get')) {
    const packages = [...missing.flatMap((name) => DEBIAN_PACKAGES[name]), FONTS];
    run('apt-get', 'update');
    // Debian has chromium and firefox-esr; Ubuntu has neither as a real package. One refused name refuses the lot.
    if (!run('apt-get', 'install', '-y', '--no-install-recommends', ...packages)) {
      for (const name of packages) run('apt-get', 'install', '-y', '--no-install-recommends', name);
    }
    missing = missingEngines();
  }
  const cli = resolve(import.meta.dirname, '../../node_modules/.bin/browsers');
  for (const [engine, build] of [
    ['chromium', 'chrome@stable'],
    ['firefox', 'firefox@stable'],
  ]) {
    if (missing.includes(engine) && existsSync(cli)) run(cli, 'install', build, '--path', CACHE);
  }
  missing = missingEngines();
  if (missing.includes('webkit')) {
    console.error(
      'WebKitGTK is missing. On Debian or Ubuntu: apt-get install webkit2gtk-driver libwebkit2gtk-4.1-0 xvfb. ' +
        'Elsewhere, leave it out with ANTES_BROWSERS=chromium,firefox.',
    );
  }
  return missing;
}
