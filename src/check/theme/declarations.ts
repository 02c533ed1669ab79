import { generate, parse, walk, type CssNode } from 'css-tree';

/** `--name: value;` in a style sheet. */
export interface Declaration {
  readonly property: string;
  readonly value: string;
  /** It holds in the dark scheme only. */
  readonly dark: boolean;
  /** Counted from 1. */
  readonly line: number;
  readonly column: number;
}

interface Broken {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** `@media (prefers-color-scheme: dark)`, `[data-bs-theme=dark]`, `.dark`: the usual ways of saying so. */
const saysDark = (node: CssNode | null): boolean => {
  const said = node ? generate(node) : '';
  return /\bdark\b/.test(said) && !/not\([^)]*dark/.test(said);
};

/** All custom properties that a style sheet sets, in its order, and the first place that could not be read. */
export function declarationsIn(text: string): {
  declarations: readonly Declaration[];
  broken: Broken | undefined;
} {
  let broken: Broken | undefined;
  const tree = parse(text, {
    positions: true,
    parseCustomProperty: false,
    onParseError({ message, line, column }) {
      broken ??= { message, line, column };
    },
  });
  const declarations: Declaration[] = [];
  walk(tree, {
    visit: 'Declaration',
    enter({ property, value, loc }) {
      if (!property.startsWith('--') || !loc) return;
      const dark = saysDark(this.rule?.prelude ?? null) || saysDark(this.atrule?.prelude ?? null);
      declarations.push({
        property,
        value: generate(value).trim(),
        dark,
        line: loc.start.line,
        column: loc.start.column,
      });
    },
  });
  return { declarations, broken };
}
