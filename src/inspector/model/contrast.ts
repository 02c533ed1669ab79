import { colourOf, contrast, type Scheme } from '../../check/theme/colours.js';
import { DEFAULTS, PAIRS, type Token } from '../../check/theme/tokens.js';

/** Two colours of the theme that lie on each other, as this page has them. */
export interface ContrastView {
  readonly what: string;
  readonly scheme: Scheme;
  readonly colours: string;
  /** Nothing, where the browser says a colour that cannot be read. */
  readonly ratio: number | undefined;
  readonly least: number;
  readonly good: boolean;
}

const SCHEMES: readonly Scheme[] = ['light', 'dark'];

/** What the page makes of a colour of the theme, or what ours is. */
function valueOf(token: Token): string {
  const own = DEFAULTS[token];
  const fallback = typeof own === 'string' ? valueOf(own) : `light-dark(${own?.join()})`;
  return `var(--antes-${token}, ${fallback})`;
}

/** Measures the colours of help in both schemes, at `place`: an element of ours in the page. */
export function contrastsAt(place: HTMLElement): readonly ContrastView[] {
  const scheme = (name: Scheme, token: Token): string => {
    place.style.colorScheme = name;
    place.style.color = valueOf(token);
    return getComputedStyle(place).color;
  };
  return SCHEMES.flatMap((name) =>
    PAIRS.map(({ colour, on, least, what }): ContrastView => {
      const [over, under] = [colourOf(scheme(name, colour)), colourOf(scheme(name, on))];
      const ratio = over && under && contrast(over, under, name);
      return {
        what,
        scheme: name,
        colours: `--antes-${colour} on --antes-${on}`,
        ratio,
        least,
        good: ratio === undefined || ratio >= least,
      };
    }),
  );
}
