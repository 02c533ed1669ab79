import { createReadStream, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { reasonOf, UsageError } from '../command.js';

const RECORDING = /\.(?:json|jsonl|ndjson)(?:\.gz)?$/i;
export const isTest = (file: string): boolean => /\.antes-test\.json$/i.test(file);

/** Files as they are named; of folders, every recording in them, in the order of the alphabet. */
export const recordingFiles = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => filesIn(path, (file) => RECORDING.test(file) && !isTest(file)));

/** The same for files of tests. */
export const testFiles = (paths: readonly string[]): string[] =>
  paths.flatMap((path) => filesIn(path, isTest));

function filesIn(path: string, wanted: (file: string) => boolean): string[] {
  let folder: boolean;
  try {
    folder = statSync(path).isDirectory();
  } catch (error) {
    throw new UsageError(`Cannot read ${path}: ${reasonOf(error)}`);
  }
  if (!folder) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(path, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(file, wanted);
      return wanted(entry.name) ? [file] : [];
    });
}

/** The text of a file in pieces, unpacked if it is packed with gzip: known by its first bytes, not by its name. */
export async function* textOf(file: string): AsyncGenerator<string> {
  const bytes = createReadStream(file, { highWaterMark: 256 * 1024 });
  const pieces = bytes[Symbol.asyncIterator]();
  const first = await pieces.next();
  if (first.done === true) return;
  const head = first.value as Buffer;
  const decoder = new TextDecoder();
  const rest = async function* (): AsyncGenerator<Buffer> {
    yield head;
    for await (const piece of { [Symbol.asyncIterator]: () => pieces }) yield piece as Buffer;
  };
  const packed = head[0] === 0x1f && head[1] === 0x8b;
  // What is wrong with either of them ends the reading of what comes out.
  const source = packed ? pipeline(Readable.from(rest()), createGunzip(), () => {}) : rest();
  for await (const piece of source) yield decoder.decode(piece as Buffer, { stream: true });
  yield decoder.decode();
}
