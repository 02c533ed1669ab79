import type { Scheme } from '../../check/theme/colours.js';
import { DEFAULTS, PAIRS, type Token } from '../../check/theme/tokens.js';

/** Two colours of the theme that lie on each other, as this page has them. */
export interface ContrastView {
  readonly what: string;
  readonly scheme: Scheme;
  readonly colours: string;
  /** Nothing, where the browser says a colour that cannot be read. */
  readonly ratio: number | undefined;
  readonly least: number;
  readonly good: boolean | undefined;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** What the page makes of a colour of the theme, or what ours is. */
function valueOf(token: Token): string {
  const own = DEFAULTS[token];
  const fallback = typeof own === 'string' ? valueOf(own) : `light-dark(${own?.join()})`;
  return `var(--antes-${token}, ${fallback})`;
}

type Colour = readonly [red: number, green: number, blue: number, alpha: number];

/** `color(srgb 0.1 0.2 0.3 / 0.5)`, or `rgb(26, 51, 77)`: each from 0 to 1. */
export function readColour(text: string): Colour | undefined {
  const most = text.startsWith('color(srgb ') ? 1 : /^rgba?\(/.test(text) ? 255 : undefined;
  const [red, green, blue, alpha = 1] = (text.match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);
  if (most === undefined || red === undefined || green === undefined || blue === undefined) return undefined;
  return [red / most, green / most, blue / most, alpha];
}

const over = (top: Colour, under: Colour): Colour => {
  const mixed = ([0, 1, 2] as const).map((i) => top[i] * top[3] + under[i] * (1 - top[3]));
  return [mixed[0]!, mixed[1]!, mixed[2]!, 1];
};
/** Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
const luminance = ([red, green, blue]: Colour): number => {
  const linear = (one: number) => (one <= 0.04045 ? one / 12.92 : ((one + 0.055) / 1.055) ** 2.4);
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
};
/** WCAG's ratio, 1 to 21. What shines through lies on the colour of the scheme. */
export function contrast(colour: Colour, on: Colour, scheme: Scheme): number {
  const under = over(on, scheme === 'light' ? [1, 1, 1, 1] : [0, 0, 0, 1]);
  const [a, b] = [luminance(over(colour, under)), luminance(under)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Measures the colours of help in both schemes, at `place`: an element of ours in the page. */
export function contrastsAt(place: HTMLElement): readonly ContrastView[] {
  const scheme = (name: Scheme, token: Token): string => {
    place.style.colorScheme = name;
    // Whatever it is written in, it comes out in the colours of screens.
    place.style.color = `color-mix(in srgb, ${valueOf(token)} 100%, transparent)`;
    return getComputedStyle(place).color;
  };
  return SCHEMES.flatMap((name) =>
    PAIRS.map(({ colour, on, least, what }): ContrastView => {
      const [top, under] = [readColour(scheme(name, colour)), readColour(scheme(name, on))];
      const ratio = top && under && contrast(top, under, name);
      return {
        what,
        scheme: name,
        colours: `--antes-${colour} on --antes-${on}`,
        ratio,
        least,
        good: ratio === undefined ? undefined : ratio >= least,
      };
    }),
  );
}
