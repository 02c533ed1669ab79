import fc from 'fast-check';
import { it } from 'vitest';
import { loadUrl, parseConfig, type Loaded } from '../../src/config/load.js';
import { EMPTY, readConfig } from '../../src/config/read.js';
import type { Clock } from '../../src/core/clock.js';
import { rich } from '../support/mutate.js';
import { fuzz } from './fuzz.js';
import { findPollution } from './mutation.js';
import { fail, JOURNALS, surviveConfig } from './survive.js';

const SOUND = JSON.stringify(rich());
const PRETTY = `\uFEFF${JSON.stringify(rich(), null, 2)}`;
const CODES = ['CONFIG_NOT_JSON', 'CONFIG_TOO_LARGE', 'CONFIG_UNREACHABLE'];

/** What gets between, before or after the letters of a file. */
const JUNK = [
  '\uFEFF',
  '\u0000',
  '\uD800',
  '\u2028',
  '{',
  '}',
  '[',
  ']',
  '"',
  ',',
  ':',
  '\\',
  '\\u0000',
  '\\uD83D',
  '//x\n',
  '/*',
  "'",
  '1e999',
  '-',
  '-0',
  '0x1',
  'NaN',
  'undefined',
  '{"__proto__":{"polluted":true}}',
  '"__proto__":{"polluted":true},',
  '"version":1,"version":2,',
  '"triggers":[],',
  '<!doctype html>',
  '[[[[[[[[[[',
  '{"a":',
  '\r\n\t',
];

interface Cut {
  readonly at: number;
  readonly length: number;
  readonly how: 'cut' | 'end' | 'junk' | 'repeat' | 'swap' | 'letter' | 'deep' | 'long' | 'only';
  readonly junk: number;
}
const cut: fc.Arbitrary<Cut> = fc.record({
  at: fc.nat(30_000),
  length: fc.oneof(fc.nat(3), fc.nat(400)),
  how: fc.constantFrom(
    'cut',
    'end',
    'junk',
    'junk',
    'repeat',
    'swap',
    'letter',
    'letter',
    'deep',
    'long',
    'only',
  ),
  junk: fc.nat(200),
});
const input = fc.record({
  pretty: fc.boolean(),
  cuts: fc.array(cut, { maxLength: 4 }),
  as: fc.constantFrom('text', 'text', 'text', 'text', 'bytes', 'utf-16', 'noise'),
  journey: fc.nat(JOURNALS.length - 1),
});

function damaged(text: string, { at: where, length, how, junk }: Cut): string {
  const at = where % (text.length + 1);
  const part = text.slice(at, at + length);
  const rest = text.slice(at + length);
  switch (how) {
    case 'cut':
      return text.slice(0, at) + rest;
    case 'end':
      return text.slice(0, at);
    case 'repeat':
      return text.slice(0, at) + part + part + rest;
    case 'swap':
      return rest + text.slice(0, at);
    case 'letter':
      return (
        text.slice(0, at) + String.fromCharCode(junk % 7 ? 32 + (junk % 95) : junk * 331) + text.slice(at + 1)
      );
    // Each costs as much as hundreds of others, so they are tried as seldom.
    case 'deep':
      return junk === 7 ? '['.repeat(100_000) + text : `${'{"all":['.repeat(junk)}${text}`;
    case 'long':
      return junk === 7
        ? text + ' '.repeat(300_000)
        : text.slice(0, at) + 'x'.repeat(junk * 10) + text.slice(at);
    case 'only':
      return junk % 20 ? JUNK[junk % JUNK.length]! : part;
    default:
      return text.slice(0, at) + JUNK[junk % JUNK.length]! + text.slice(at);
  }
}

const made = ({ pretty, cuts }: { pretty: boolean; cuts: readonly Cut[] }): string =>
  cuts.reduce(damaged, pretty ? PRETTY : SOUND);

/** As it comes over the line: in another encoding than it should, or cut off within a letter. */
function bytesOf(text: string, as: 'bytes' | 'utf-16' | 'noise'): Uint8Array {
  if (as === 'utf-16') return new Uint8Array(Buffer.from(`\uFEFF${text}`, 'utf16le'));
  const bytes = new TextEncoder().encode(text);
  if (as === 'bytes') return bytes.slice(0, Math.max(0, bytes.length - 1));
  return bytes.map((byte, i) => (i % 97 === 13 ? byte ^ 0xa5 : byte));
}

const clock: Clock = { now: () => 0, wall: () => 0, after: () => () => {} };

it('the text of a config, damaged in any way', async () => {
  await fuzz(
    'text',
    input,
    async (one) => {
      const text = made(one);
      const loaded: Loaded =
        one.as === 'text'
          ? parseConfig(text, 'x')
          : await loadUrl('/antes.json', clock, () =>
              Promise.resolve(new Response(bytesOf(text, one.as as 'bytes') as BodyInit)),
            );
      if ('code' in loaded) {
        if (!CODES.includes(loaded.code)) fail(`an unknown code: ${loaded.code}`);
        if (readConfig(EMPTY, () => fail('the empty config is not sound')).triggers.length > 0)
          fail('triggers');
      } else if (one.cuts.length > 0) surviveConfig(loaded.value, JOURNALS[one.journey]!, one.journey === 0);
      const polluted = findPollution();
      if (polluted) fail(polluted);
    },
    (one) => `${JSON.stringify(one)}\n${made(one)}`,
  );
});
