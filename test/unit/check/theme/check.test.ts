import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkTheme } from '../../../../src/check/theme/check.js';
import { THEME_CODES } from '../../../../src/check/theme/codes.js';
import { DEFAULTS, PAIRS, TOKENS } from '../../../../src/check/theme/tokens.js';
import { colourOf, contrast } from '../../../../src/check/theme/colours.js';

const root = resolve(import.meta.dirname, '../../../..');
const read = (file: string) => readFileSync(resolve(root, file), 'utf8');
const brief = (css: string) =>
  checkTheme(css).map(({ severity, code, line, column }) => `${line}:${column} ${severity} ${code}`);

describe('checkTheme', () => {
  it('finds nothing wrong with no theme, a sound one, and ours', () => {
    expect(checkTheme('')).toEqual([]);
    expect(
      checkTheme(':root { --antes-accent: #0a5; --antes-on-accent: black; --antes-radius: 0; }'),
    ).toEqual([]);
    expect(checkTheme(read('src/themes/plain.css'))).toEqual([]);
    const bootstrap = read('node_modules/bootstrap/dist/css/bootstrap.css');
    expect(checkTheme(`${bootstrap}\n${read('src/themes/bootstrap.css')}`)).toEqual([]);
  });

  it('tells where a pair has too little contrast, how much, and what it needs', () => {
    const [one] = checkTheme(
      ':root {\n  --antes-surface: light-dark(#fff, #20252e);\n  --antes-muted: light-dark(#aaa, #bbb);\n}',
    );
    expect(one).toMatchObject({ code: 'CONTRAST_LOW', severity: 'error', line: 3, column: 3 });
    expect(one!.message).toContain(
      '--antes-muted on --antes-surface has a contrast of 2.3 to 1 in the light scheme',
    );
    expect(one!.expected).toContain('4.5 to 1');
  });

  it('holds links and the focus to the colour of information, where they have none of their own', () => {
    expect(brief(':root { --antes-info: #8af; }')).toEqual([
      '1:9 error CONTRAST_LOW',
      '1:9 error CONTRAST_LOW',
      '1:9 error CONTRAST_LOW',
    ]);
  });

  it.each([
    ['@media (prefers-color-scheme: dark) { :root { --antes-text: #444; } }', '1:47'],
    ['[data-bs-theme="dark"] { --antes-text: #444; }', '1:26'],
    ['.dark .card { --antes-text: #444; }', '1:15'],
  ])('knows what is meant for the dark scheme alone: %s', (css, at) => {
    const found = checkTheme(css);
    expect(found.map(({ line, column }) => `${line}:${column}`)).toEqual([at]);
    expect(found[0]!.message).toContain('dark scheme');
  });

  it('follows var() within the file and to its fallback', () => {
    expect(brief(':root { --brand: #ddd; --antes-accent: var(--brand); }')).toEqual([
      '1:24 error CONTRAST_LOW',
    ]);
    expect(brief(':root { --antes-accent: var(--brand, #ddd); }')).toEqual(['1:9 error CONTRAST_LOW']);
    expect(brief(':root { --antes-accent: var(--a); --a: var(--b); --b: var(--a); }')).toEqual([
      '1:9 warning COLOUR_UNSEEN',
    ]);
  });

  it('sees through what is translucent', () => {
    expect(brief(':root { --antes-text: rgb(0 0 0 / 30%); }')).toContain('1:9 error CONTRAST_LOW');
    expect(brief(':root { --antes-text: rgb(0 0 0 / 90%); --antes-color-scheme: light; }')).toEqual([]);
  });

  it('tells names that are unknown, values that are no colour, and files that are no style sheet', () => {
    expect(checkTheme(':root { --antes-acent: red; }')).toEqual([
      expect.objectContaining({ code: 'TOKEN_UNKNOWN', suggestion: '--antes-accent' }),
    ]);
    expect(brief(':root { --antes-border: blueish; }')).toEqual(['1:9 error COLOUR_WRONG']);
    expect(brief(':root { --antes-accent: var(--bs-primary); }')).toEqual(['1:9 warning COLOUR_UNSEEN']);
    expect(brief(':root { --antes-text red; }')).toEqual(['1:22 error CSS_INVALID']);
  });

  it('explains each of its codes in docs/check.md', () => {
    const told = [...read('docs/check.md').matchAll(/^\| `([A-Z_]+)`( \(warning\))? \|/gm)];
    expect(
      Object.fromEntries(told.map(([, code, warning]) => [code, warning ? 'warning' : 'error'])),
    ).toEqual(THEME_CODES);
  });
});

describe('the tokens of the check', () => {
  const css = read('src/ui/tokens.ts');
  const ours = Object.fromEntries(
    [
      ...css.matchAll(
        /--_([\w-]+): var\(--antes-[\w-]+, (?:light-dark\((#\w+), (#\w+)\)|var\(--_([\w-]+)\))\)/g,
      ),
    ].map(([, token, light, dark, other]) => [token, other ?? [light, dark]]),
  );

  it('are those of the widgets', () => {
    const used = new Set([...css.matchAll(/var\(--antes-([\w-]+)/g)].map(([, token]) => token));
    const listed = new Set([...css.matchAll(/`--antes-([\w-]+)`/g)].map(([, token]) => token));
    expect(new Set<string | undefined>(TOKENS)).toEqual(listed);
    expect([...used].filter((token) => !listed.has(token))).toEqual([]);
    for (const [token, value] of Object.entries(DEFAULTS))
      expect([token, ours[token]]).toEqual([token, value]);
  });

  it('have enough contrast', () => {
    for (const { colour, on, least } of PAIRS) {
      for (const [index, scheme] of (['light', 'dark'] as const).entries()) {
        const of = (token: keyof typeof DEFAULTS): string => {
          const value = DEFAULTS[token]!;
          return typeof value === 'string' ? of(value) : value[index]!;
        };
        const ratio = contrast(colourOf(of(colour))!, colourOf(of(on))!, scheme);
        expect([colour, scheme, ratio >= least]).toEqual([colour, scheme, true]);
      }
    }
  });
});
