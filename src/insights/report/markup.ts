/** Markup that is safe to write out. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.text;
  }
}

type Part = string | number | Markup | undefined | readonly Part[];

const ESCAPES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escape = (text: string): string => text.replaceAll(/[&<>"']/g, (char) => ESCAPES[char]!);

const write = (part: Part): string =>
  part === undefined
    ? ''
    : part instanceof Markup
      ? part.text
      : typeof part === 'object'
        ? part.map(write).join('')
        : escape(String(part));

/** Everything that is put in is text, unless it is markup already. */
export const markup = (strings: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new Markup(strings.reduce((all, piece, i) => all + write(parts[i - 1]) + piece));

/** What is written by ourselves, such as a drawing. */
export const raw = (text: string): Markup => new Markup(text);
