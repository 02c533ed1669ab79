/** One value of more letters than this is nobody's recording. */
const MAX_LETTERS = 256 * 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_LIST = 0x5b;
const CLOSE_LIST = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;
const isSpace = (letter: number): boolean => letter <= 0x20 || letter === 0xfeff;

/** Takes text in pieces, and tells each value in it as soon as it is whole. */
export interface Splitter {
  push(text: string): void;
  end(): void;
}

/**
 * Values one after the other (a line each, or not), the entries of a list at the top, or those of `{"events": […]}`:
 * however long the file is, only one of them is held at a time.
 */
export function createSplitter(tell: (json: string) => void): Splitter {
  let held = '';
  let depth = 0;
  /** The depth at which values begin. */
  let base = 0;
  let quoted = false;
  let escaped = false;
  let inValue = false;
  /** What comes after the list in `{"events": […], …}`. */
  let passing = false;

  function push(text: string): void {
    let start = 0;
    const flush = (end: number) => {
      const json = held + text.slice(start, end);
      held = '';
      start = end;
      inValue = false;
      if (!passing) tell(json);
      passing = false;
    };
    for (let i = 0; i < text.length; i++) {
      const letter = text.charCodeAt(i);
      if (quoted) {
        if (escaped) escaped = false;
        else if (letter === BACKSLASH) escaped = true;
        else if (letter === QUOTE) quoted = false;
      } else if (letter === OPEN_LIST || letter === OPEN_OBJECT) {
        const isList = letter === OPEN_LIST;
        if (isList && depth === 0 && !inValue) base = depth = 1;
        else if (isList && depth === 1 && base === 0 && endsInEvents(held + text.slice(start, i))) {
          base = depth = 2;
          held = '';
          inValue = false;
        } else {
          if (!inValue) start = i;
          inValue = true;
          depth++;
        }
      } else if (letter === CLOSE_LIST || letter === CLOSE_OBJECT) {
        if (depth === base && inValue) flush(i);
        depth--;
        if (depth < base) {
          // The rest of the object around a list of events says nothing.
          inValue = passing = base === 2;
          start = i + 1;
          base = 0;
        } else if (depth === base) flush(i + 1);
      } else if (letter === COMMA || isSpace(letter)) {
        if (inValue && depth === base) flush(i);
      } else {
        if (!inValue) start = i;
        inValue = true;
        quoted = letter === QUOTE;
      }
    }
    held = inValue && !passing ? held + text.slice(start) : '';
    if (held.length > MAX_LETTERS) throw new SyntaxError('a single value has more than 256 MB');
  }

  return {
    push,
    end() {
      push('\n');
      if (depth > 0 || quoted) throw new SyntaxError('it ends in the middle');
    },
  };
}

const endsInEvents = (text: string): boolean => /[{,]\s*"events"\s*:\s*$/.test(text.slice(-60));
