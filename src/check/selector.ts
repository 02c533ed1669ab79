/** Of CSS, as browsers take it apart: a backslash makes a letter of anything, and so does whatever is not ASCII. */
const SPACE = String.raw`[ \t\n\r\f]`;
const ESCAPE = String.raw`\\(?:[\da-f]{1,6}(?:\r\n|${SPACE})?|[^\n\r\f\da-f]|$)`;
const LETTERS = String.raw`\w\0\u0080-\uffff`;
/** To its end: where a part of it would do, long ones would be tried in all parts. */
const NAME = `(?:--|-?(?:(?!\\d)[${LETTERS}]|${ESCAPE}))(?:[-${LETTERS}]|${ESCAPE})*(?![-${LETTERS}])`;
const quoted = (quote: string, end = `(?:${quote}|$)`) =>
  String.raw`${quote}(?:[^${quote}\\\n\r\f]|\\(?:\r\n|[^]|$))*${end}`;
const TEXT = `${quoted('"')}|${quoted("'")}`;
const TYPE = String.raw`(?:(?:${NAME}|\*)?\|(?![|=]))?(?:${NAME}|\*)`;
/** What is still open at the end is closed there: `[href` is one. WebKit takes `[*`, too. */
const ATTRIBUTE =
  String.raw`\[${SPACE}*${TYPE}${SPACE}*` +
  String.raw`(?:[~|^$*]?=${SPACE}*(?:${NAME}|${TEXT})${SPACE}*(?:${NAME}${SPACE}*)?)?(?:\]|$)`;

const token = (source: string) => new RegExp(source, 'iy');
const SPACES = token(`${SPACE}*`);
const ELEMENT = token(TYPE);
/** Which pseudo-classes there are, each browser has an opinion of its own. */
const SIMPLE = token(String.raw`[#.]${NAME}|${ATTRIBUTE}|&(?:${TYPE})?|::?${NAME}`);
const FUNCTION = token(String.raw`::?${NAME}\(`);
const COMBINATOR = token(String.raw`${SPACE}*(?:[>+~]|\|\|)${SPACE}*|${SPACE}+(?![ \t\n\r\f,)]|$)`);
const COMMA = token(',');
const END = token(String.raw`\)|$`);
/** Of what stands in brackets: a text that is not closed reaches to the end of its line. */
const PIECE = token(`${quoted('"', '"?')}|${quoted("'", "'?")}|${ESCAPE}|[^]`);
const CLOSED_BY: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Deeper than anybody writes, and far from where a stack overflows. */
const MAX_NOT = 20;

/**
 * Whether some browser may take this for a selector; where not, surely none does. What is in the brackets of a
 * function is only looked at for `:not()`: others forgive what they do not know, or will.
 */
export function mayBeSelector(text: string): boolean {
  // Comments may stand between any two letters, and nobody writes any.
  if (text.includes('/*')) return true;
  let at = 0;
  const take = (what: RegExp): string | undefined => {
    what.lastIndex = at;
    const found = what.exec(text)?.[0];
    at += found?.length ?? 0;
    return found;
  };
  function pass(): void {
    const open = [')'];
    while (open.length > 0 && at < text.length) {
      const piece = take(PIECE)!;
      if (piece === open.at(-1)) open.pop();
      else if (CLOSED_BY[piece] !== undefined) open.push(CLOSED_BY[piece]);
    }
  }
  function compound(depth: number): boolean {
    const from = at;
    take(ELEMENT);
    for (;;) {
      const name = take(FUNCTION);
      if (name === undefined) {
        if (take(SIMPLE) === undefined) return at > from;
      } else if (name.toLowerCase() !== ':not(' || depth === MAX_NOT) pass();
      else if (!list(depth + 1) || take(END) === undefined) return false;
    }
  }
  function list(depth: number): boolean {
    do {
      take(SPACES);
      do if (!compound(depth)) return false;
      while (take(COMBINATOR) !== undefined);
      take(SPACES);
    } while (take(COMMA) !== undefined);
    return true;
  }
  return list(0) && at === text.length;
}
