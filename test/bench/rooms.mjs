/** What the bytes of `antes.js` are: by room of the sources, from its source map. */
import { readFileSync } from 'node:fs';
import { SourceMap } from 'node:module';
import { join, resolve } from 'node:path';
import { gzipSync } from 'node:zlib';

const CDN = resolve(import.meta.dirname, '../../dist/cdn');
const ROOM = /src\/([^/]+)\//;

/** The minified code of each room. */
function codeByRoom(file) {
  const map = new SourceMap(JSON.parse(readFileSync(join(CDN, `${file}.map`), 'utf8')));
  const code = new Map();
  readFileSync(join(CDN, file), 'utf8')
    .split('\n')
    .forEach((line, row) => {
      for (let column = 0; column < line.length; column++) {
        const room = ROOM.exec(map.findEntry(row, column).originalSource ?? '')?.[1] ?? 'other';
        code.set(room, (code.get(room) ?? '') + line[column]);
      }
    });
  return code;
}

/** Rooms compress worse alone than together: their gzip sizes are scaled so that they add up to that of the file. */
export function roomsOf(file) {
  const alone = [...codeByRoom(file)].map(([room, text]) => ({
    room,
    minified: text.length,
    gzip: gzipSync(text, { level: 9 }).length,
  }));
  const whole = gzipSync(readFileSync(join(CDN, file)), { level: 9 }).length;
  const sum = alone.reduce((total, { gzip }) => total + gzip, 0);
  return alone
    .map((one) => ({ ...one, gzip: Math.round((one.gzip * whole) / sum) }))
    .toSorted((a, b) => b.gzip - a.gzip);
}
