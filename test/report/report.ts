import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { detect } from '../simulate/detection.js';
import { readTasks } from '../simulate/iweb.js';
import { study, type Study } from '../simulate/iweb-study.js';
import { page } from './page.js';
import { separations } from './parts.js';
import { pictures } from './pictures.js';

/** One number repeats everything. */
const SEED = 20_261_125;
const PER_PERSONA = 32;
const PER_TROUBLE = 40;

const read = (file: string): Study => study(readTasks(readFileSync(file, 'utf8')));

/** Writes the page and its pictures. */
export async function report(root: string): Promise<void> {
  const detected = detect(PER_PERSONA, PER_TROUBLE, SEED);
  const rated = read(join(root, 'test/simulate/iweb/ratings.csv'));
  const folder = join(root, 'docs/img/detection');
  mkdirSync(folder, { recursive: true });
  for (const [name, svg] of Object.entries(await pictures(detected, rated)))
    writeFileSync(join(folder, `${name}.svg`), svg);
  writeFileSync(join(root, 'docs/detection.md'), page(detected, rated, SEED));
  process.stdout.write(
    `${separations([rated.score])}\n${detected.hours.toFixed(1)} hours, docs/detection.md\n`,
  );
}

/** Only how well the score does, on other tasks of the same study. */
export function reportStudy(file: string): void {
  const { score, rules, scores, readings } = read(file);
  process.stdout.write(`${separations([score, ...rules, ...scores, ...readings])}\n`);
}
