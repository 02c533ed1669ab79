import { cpSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Themes are style sheets as they are written; they lie next to `antes.js`.
 * @returns {import('rollup').Plugin}
 */
export const themeFiles = () => ({
  name: 'theme-files',
  writeBundle: ({ dir }) => cpSync('src/themes', join(dir, 'themes'), { recursive: true }),
});
