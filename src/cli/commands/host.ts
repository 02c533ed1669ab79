import { createHash } from 'node:crypto';
import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EXIT, reasonOf, UsageError, type Command } from '../command.js';

const HELP = `Usage: antes host FOLDER [options]

Puts the files for script tags into FOLDER/antes@VERSION, and prints the tags with their
hashes. A version that is there is left as it is: its names are for ever, and browsers may
keep it (Cache-Control: public, max-age=31536000, immutable).

Options:
  --base URL    where FOLDER is served from (/)
  --config URL  address of the configuration (/antes.json)
  --all         the tag of antes.all.js: one file with everything, and one hash
  --lean        without what only developers need: source maps, and the inspector
  --json        for programs: { version, folder, files, tags, scriptSrc }
  --help        this text

Exit codes:
  0  the files are there
  1  a version of that name is there, and has other files than these
  2  wrong use, or a folder that cannot be written to
`;

interface Listed {
  readonly version: string;
  readonly files: Readonly<Record<string, { readonly integrity: string }>>;
}

/** Of this very package: the folder beside the command. */
const CDN = join(dirname(fileURLToPath(import.meta.url)), 'cdn');

const hashOf = (file: string): string =>
  `sha384-${createHash('sha384').update(readFileSync(file)).digest('base64')}`;

const quoted = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

/** What pages do without: source maps, and the inspector. Who wants none leaves them out. */
const isForDevelopers = (file: string): boolean => /^(?:antes\.inspect\.|inspect(?:\/|$))|\.map$/.test(file);

/** All of the package, or what pages need of it. What is compared with `integrity.json` must find there what it finds in the folder. */
function copy(target: string, listed: Listed, lean: boolean): void {
  const isLean = (source: string): boolean => {
    const file = relative(CDN, source).split(sep).join('/');
    return file !== 'integrity.json' && !isForDevelopers(file);
  };
  cpSync(CDN, target, { recursive: true, filter: lean ? isLean : () => true });
  if (!lean) return;
  const files = Object.fromEntries(Object.entries(listed.files).filter(([file]) => !isForDevelopers(file)));
  writeFileSync(join(target, 'integrity.json'), `${JSON.stringify({ ...listed, files }, null, 2)}\n`);
}

/**
 * Why a folder is not what was asked for, if it is not. Nobody has to serve what is for developers; who asks for a folder
 * without it must not be told that it is there when it has it.
 */
function otherThan(target: string, { files }: Listed, lean: boolean): string | undefined {
  for (const [file, { integrity }] of Object.entries(files)) {
    const isThere = existsSync(join(target, file));
    if (isThere ? hashOf(join(target, file)) !== integrity : !isForDevelopers(file))
      return `${file} in it is not that of this package`;
    if (isThere && lean && isForDevelopers(file)) return `not lean: ${file} is in it`;
  }
  return undefined;
}

/** What a page tells before the script is there waits in it. */
const QUEUE = '<script>window.antes = window.antes || [];</script>';

/** By which a content security policy lets the inline ones run. */
const hashesOfInline = (tags: readonly string[]): string[] =>
  tags
    .map((tag) => /^<script(?: type="importmap")?>(.*)<\/script>$/.exec(tag)?.[1])
    .filter((text) => text !== undefined)
    .map((text) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`);

/** What goes into the page. */
function tagsOf(base: string, config: string, files: Listed['files'], all: boolean): string[] {
  const name = all ? 'antes.all.js' : 'antes.js';
  // From another origin the hash is looked at only of what was asked for with CORS.
  const cors = /^(?:https?:)?\/\//.test(base) ? ' crossorigin' : '';
  const { integrity } = files[name]!;
  const script = `<script async src="${quoted(base + name)}" integrity="${integrity}"${cors} data-config="${quoted(config)}"></script>`;
  if (all) return [QUEUE, script];
  const fetched = Object.entries(files).filter(([file]) => file.endsWith('.js') && !file.includes('.all.'));
  const map = { integrity: Object.fromEntries(fetched.map(([file, one]) => [base + file, one.integrity])) };
  return [
    `<script type="importmap">${JSON.stringify(map).replaceAll('<', '\\u003c')}</script>`,
    QUEUE,
    script,
  ];
}

export const host: Command = {
  name: 'host',
  summary: 'the files for script tags in a folder of their version, and the tags',
  help: HELP,
  options: {
    base: { type: 'string' },
    config: { type: 'string' },
    all: { type: 'boolean' },
    lean: { type: 'boolean' },
    json: { type: 'boolean' },
  },
  run({ files, options }, { out, err }) {
    const [folder, ...more] = files;
    if (folder === undefined || more.length > 0) throw new UsageError('antes host takes one folder');
    const listed = JSON.parse(readFileSync(join(CDN, 'integrity.json'), 'utf8')) as Listed;
    const name = `antes@${listed.version}`;
    const target = join(folder, name);
    const lean = options['lean'] === true;
    const wasThere = existsSync(target);
    try {
      if (!wasThere) copy(target, listed, lean);
    } catch (error) {
      throw new UsageError(`Cannot write to ${folder}: ${reasonOf(error)}`);
    }
    const other = otherThan(target, listed, lean);
    if (other !== undefined) {
      err(
        `${target} is there, and ${other}. Nothing was changed, because a version never changes: remove the folder if no page asks for it.\n`,
      );
      return EXIT.FOUND;
    }
    const { base = '/', config = '/antes.json' } = options as { base?: string; config?: string };
    // No hash of what is not there: a page would promise more than it has.
    const there = Object.fromEntries(
      Object.entries(listed.files).filter(([file]) => existsSync(join(target, file))),
    );
    const tags = tagsOf(`${base.replace(/\/*$/, '/')}${name}/`, config, there, options['all'] === true);
    const scriptSrc = hashesOfInline(tags);
    if (options['json'] === true) {
      const said = { version: listed.version, folder: target, files: Object.keys(there), tags, scriptSrc };
      out(`${JSON.stringify(said, null, 2)}\n`);
      return EXIT.OK;
    }
    const isLean = Object.keys(there).length < Object.keys(listed.files).length;
    const found = `There already${isLean && !lean ? ', without what only developers need' : ''}`;
    out(`${wasThere ? found : 'Written'}: ${target}\n\n${tags.join('\n')}\n`);
    out(`\nA content security policy needs, in script-src, for what is inline: ${scriptSrc.join(' ')}\n`);
    return EXIT.OK;
  },
};
