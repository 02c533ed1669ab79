/** Everything that can be found in a theme; explained in docs/check.md. */
export const THEME_CODES = {
  CSS_INVALID: 'error',
  TOKEN_UNKNOWN: 'error',
  COLOUR_WRONG: 'error',
  CONTRAST_LOW: 'error',
  COLOUR_UNSEEN: 'warning',
} as const;

export type ThemeCode = keyof typeof THEME_CODES;
