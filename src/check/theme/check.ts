import type { Finding } from '../finding.js';
import { closest } from '../suggest.js';
import { THEME_CODES, type ThemeCode } from './codes.js';
import { colourOf, contrast, resolve, type Scheme } from './colours.js';
import { declarationsIn, type Declaration } from './declarations.js';
import { DEFAULTS, PAIRS, TOKENS, type Pair, type Token } from './tokens.js';

const PREFIX = '--antes-';
const COLOURS = new Set<string>([...PAIRS.flatMap(({ colour, on }) => [colour, on]), 'border']);
/** Colours of the customer's own system: only the browser knows them, and it keeps them apart. */
const SYSTEM =
  /^(?:Canvas|CanvasText|LinkText|VisitedText|ActiveText|Button(?:Face|Text|Border)|Field(?:Text)?|Highlight(?:Text)?|SelectedItem(?:Text)?|Mark(?:Text)?|GrayText|AccentColor(?:Text)?)$/i;
const SCHEMES: readonly Scheme[] = ['light', 'dark'];

const isToken = (name: string): name is Token => (TOKENS as readonly string[]).includes(name);

/** What is wrong with the colours of a theme: a style sheet that sets `--antes-…`. */
export function checkTheme(text: string): readonly Finding[] {
  const found: Finding[] = [];
  const tell = (
    code: ThemeCode,
    at: Pick<Declaration, 'line' | 'column'>,
    message: string,
    more: Partial<Finding> = {},
  ) =>
    found.push({
      severity: THEME_CODES[code],
      code,
      pointer: '',
      line: at.line,
      column: at.column,
      message,
      ...more,
    });

  const set: Readonly<Record<Scheme, Map<string, Declaration>>> = { light: new Map(), dark: new Map() };
  const { declarations, broken } = declarationsIn(text);
  if (broken) tell('CSS_INVALID', broken, broken.message);
  for (const declaration of declarations) {
    const name = declaration.property.slice(PREFIX.length);
    if (declaration.property.startsWith(PREFIX) && !isToken(name)) {
      const suggestion = closest(name, TOKENS);
      tell('TOKEN_UNKNOWN', declaration, `there is no ${declaration.property}`, {
        expected: 'one of those in docs/api.md#theming',
        ...(suggestion === undefined ? {} : { suggestion: `${PREFIX}${suggestion}` }),
      });
      continue;
    }
    if (!declaration.dark) set.light.set(declaration.property, declaration);
    set.dark.set(declaration.property, declaration);
  }

  /** What a token comes to, and where it says so. */
  function valueOf(token: Token, scheme: Scheme): { text: string | undefined; at: Declaration | undefined } {
    const at = set[scheme].get(PREFIX + token);
    if (at) return { text: resolve(at.value, scheme, (name) => set[scheme].get(name)?.value), at };
    const value = DEFAULTS[token];
    if (typeof value === 'string') return valueOf(value, scheme);
    return { text: value?.[scheme === 'light' ? 0 : 1], at: undefined };
  }

  const told = new Set<Declaration>();
  function colour(token: Token, scheme: Scheme) {
    const { text: value, at } = valueOf(token, scheme);
    const parsed = value === undefined ? undefined : colourOf(value);
    if (!parsed && at && !told.has(at) && !SYSTEM.test(value ?? '')) {
      told.add(at);
      if (value === undefined || /\(/.test(value))
        tell(
          'COLOUR_UNSEEN',
          at,
          `what ${at.property} comes to cannot be seen in this file; its contrast is not checked`,
        );
      else tell('COLOUR_WRONG', at, `'${value}' is no colour`, { expected: 'a colour such as #1d51b5' });
    }
    return { parsed, at };
  }

  function judge({ colour: token, on, least, what }: Pair, scheme: Scheme): void {
    const over = colour(token, scheme);
    const under = colour(on, scheme);
    // What nobody has touched is ours, and tested with the widgets.
    const at = over.at ?? under.at;
    if (!over.parsed || !under.parsed || !at) return;
    const ratio = contrast(over.parsed, under.parsed, scheme);
    if (ratio < least)
      tell(
        'CONTRAST_LOW',
        at,
        `${what}: ${PREFIX}${token} on ${PREFIX}${on} has a contrast of ${ratio.toFixed(1)} to 1 in the ${scheme} scheme`,
        { expected: `at least ${least} to 1 (WCAG 2.2, ${least > 3 ? '1.4.3' : '1.4.11'})` },
      );
  }
  /** A theme may say that it is always light, or always dark. */
  const used = SCHEMES.filter(
    (scheme) =>
      !SCHEMES.some((other) => other !== scheme && set[scheme].get(`${PREFIX}color-scheme`)?.value === other),
  );
  for (const scheme of used) for (const pair of PAIRS) judge(pair, scheme);
  for (const token of TOKENS) if (COLOURS.has(token)) used.forEach((scheme) => colour(token, scheme));
  return found.toSorted((a, b) => a.line - b.line || a.column - b.column);
}
