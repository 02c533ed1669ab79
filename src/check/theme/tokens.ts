/** Every custom property of a theme; what each is for is said in ui/tokens.ts, and a test keeps the two together. */
export const TOKENS = [
  'color-scheme',
  'font',
  'font-size',
  'surface',
  'text',
  'muted',
  'border',
  'accent',
  'on-accent',
  'link',
  'focus',
  'info',
  'success',
  'warning',
  'problem',
  'radius',
  'shadow',
  'width',
  'banner-width',
  'inset',
  'density',
] as const;

export type Token = (typeof TOKENS)[number];

/** Colours that a theme leaves alone: light and dark, or another token. */
export const DEFAULTS: Readonly<Partial<Record<Token, readonly [light: string, dark: string] | Token>>> = {
  surface: ['#fff', '#20252e'],
  text: ['#1a212d', '#eef1f6'],
  muted: ['#576173', '#abb5c4'],
  accent: ['#1a212d', '#dfe5ee'],
  'on-accent': ['#fff', '#1a212d'],
  info: ['#1d51b5', '#9bbcff'],
  link: 'info',
  focus: 'info',
  success: ['#17703e', '#77d6a0'],
  warning: ['#8a5206', '#f1c072'],
  problem: ['#ab3026', '#ffa398'],
};

/** WCAG 2.2: 1.4.3 for what is read, 1.4.11 for symbols and the ring around what has the focus. */
const READ = 4.5;
const SEEN = 3;

export interface Pair {
  readonly colour: Token;
  readonly on: Token;
  readonly least: number;
  readonly what: string;
}

export const PAIRS: readonly Pair[] = [
  { colour: 'text', on: 'surface', least: READ, what: 'texts' },
  { colour: 'muted', on: 'surface', least: READ, what: 'small print' },
  { colour: 'link', on: 'surface', least: READ, what: 'links' },
  { colour: 'on-accent', on: 'accent', least: READ, what: 'the label of the first action' },
  { colour: 'problem', on: 'surface', least: READ, what: 'errors' },
  { colour: 'info', on: 'surface', least: SEEN, what: 'the symbol of information' },
  { colour: 'success', on: 'surface', least: SEEN, what: 'the symbol of success' },
  { colour: 'warning', on: 'surface', least: SEEN, what: 'the symbol of a warning' },
  { colour: 'focus', on: 'surface', least: SEEN, what: 'the ring of the focus' },
];
