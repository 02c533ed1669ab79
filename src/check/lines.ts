/**
 * How many lines a text takes on the narrowest phone, estimated without a font: 320 pixels less the margins of the
 * window and of the card, and the mean width of a letter of common system fonts.
 */
interface PerText {
  readonly title: number;
  readonly text: number;
  readonly label: number;
}
const WIDTH_PX: PerText = {
  title: 320 - 2 * 16 - 2 * 16 - 28,
  text: 320 - 2 * 16 - 2 * 16,
  label: 320 - 4 * 16 - 2 * 13,
};
const LETTER_PX: PerText = { title: 9, text: 7.7, label: 7.9 };

const NARROW = /[iljtfrI.,:;'’!|()[\] ]/;
const WIDE = /[mwMW@%—…A-HJ-LN-VX-Z]/;
/** Chinese, Japanese, Korean and full-width letters take the place of two. */
const DOUBLE =
  /[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]|\p{Extended_Pictographic}/u;

/** In mean letters. */
function widthOf(word: string): number {
  let width = 0;
  for (const letter of word)
    width += DOUBLE.test(letter) ? 2 : NARROW.test(letter) ? 0.6 : WIDE.test(letter) ? 1.35 : 1.05;
  return width;
}

/** A fact takes about this much once it is filled in. */
const FACT = 'xxxxxxxxxx';

export function linesOf(text: string, what: keyof PerText): number {
  const room = WIDTH_PX[what] / LETTER_PX[what];
  const shown = text
    .replace(/\{[^{}]+\}/g, FACT)
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replaceAll('**', '');
  return shown
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reduce((lines, line) => lines + wrapped(line, room), 0);
}

function wrapped(line: string, room: number): number {
  let lines = 1;
  let used = 0;
  for (const word of line.split(/(?<=[ -])/)) {
    const width = widthOf(word.trimEnd());
    if (used > 0 && used + width > room) {
      lines++;
      used = 0;
    }
    // A word longer than a line, or a script without spaces, goes on below.
    if (width > room) lines += Math.floor(width / room);
    used = (used + widthOf(word)) % Math.max(room, 1);
  }
  return lines;
}
