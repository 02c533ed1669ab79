import { closeSync, mkdtempSync, openSync, readdirSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const EVENTS = /\.(?:ndjson|jsonl|json|log|txt)(?:\.gz)?$/i;

/** Files as they are named; of folders, every file of events in them and below, in the order of the alphabet. Throws for what is not there. */
export const eventFiles = (paths: readonly string[]): string[] => paths.flatMap(filesIn);

function filesIn(path: string): string[] {
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = join(path, entry.name);
      if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : filesIn(file);
      return EVENTS.test(entry.name) ? [file] : [];
    });
}

/** Events that are not in files: as objects, or as lines of JSON. */
export type EventRows = Iterable<object | string> | AsyncIterable<object | string>;

const CHUNK = 1_000_000;

/** Puts rows where the database can read them; the stop throws them away. */
export async function rowsAsFile(rows: EventRows): Promise<{ file: string; remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'antes-insights-'));
  const file = join(folder, 'events.ndjson');
  const remove = () => rmSync(folder, { recursive: true, force: true });
  const to = openSync(file, 'w');
  try {
    let text = '';
    for await (const row of rows) {
      // Lines may come many at once, each with its end.
      text += typeof row === 'string' ? (row.endsWith('\n') ? row : `${row}\n`) : `${JSON.stringify(row)}\n`;
      if (text.length < CHUNK) continue;
      writeSync(to, text);
      text = '';
    }
    writeSync(to, text);
  } catch (error) {
    remove();
    throw error;
  } finally {
    closeSync(to);
  }
  return { file, remove };
}
