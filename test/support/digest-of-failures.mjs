/**
 * What failed, in few lines: whoever sees only the end of a long output is to see it all the same.
 * @typedef {{ stage?: string, file?: string, test?: string, engine?: string, message?: string }} Failure
 */

const MAX_LINES = 80;
const MAX_LINES_EACH = 21;
const MAX_WIDTH = 240;

const clipped = (line) => (line.length > MAX_WIDTH ? `${line.slice(0, MAX_WIDTH - 1)}…` : line);
// oxlint-disable-next-line no-control-regex -- colours
const plain = (text) => text.replaceAll(/\u001B\[[\d;]*[A-Za-z]/g, '');

/**
 * One heading for each failure, and as much of its message as fits: all of them are named before one is explained.
 * @param {readonly Failure[]} failures
 * @returns {string[]}
 */
export function digestOfFailures(failures) {
  if (failures.length === 0) return [];
  const named = failures.slice(0, MAX_LINES - 2);
  const each = Math.min(MAX_LINES_EACH, Math.floor((MAX_LINES - 2) / named.length)) - 1;
  const lines = named.flatMap(({ stage, file, test, engine, message = '' }) => [
    clipped(`✗ ${[stage, engine, file, test].filter(Boolean).join(' · ')}`),
    ...plain(message)
      .split('\n')
      .filter((line) => line.trim())
      .slice(0, each)
      .map((line) => clipped(`    ${line.trimEnd()}`)),
  ]);
  const rest = failures.length - named.length;
  return ['What failed:', ...lines, ...(rest > 0 ? [`… and ${rest} more`] : [])];
}

/** The message of an error, and the line of the test it comes from. */
export const messageOf = ({ message = '', stack = '' }) =>
  [
    message,
    ...stack
      .split('\n')
      .filter((line) => /test\/.*\.test\.ts/.test(line) && !message.includes(line))
      .slice(0, 1),
  ].join('\n');
