import { minifyHTMLLiterals } from 'minify-literals';

/**
 * Takes the white space out of Lit's html`…` and css`…`.
 * @returns {import('rollup').Plugin}
 */
export const minifyTemplates = () => ({
  name: 'minify-templates',
  transform: (code, id) =>
    !id.includes('node_modules') && /\b(?:html|css|svg)`/.test(code)
      ? minifyHTMLLiterals(code, { fileName: id })
      : null,
});
