import { html as ofLit, type TemplateResult } from 'lit';
import { safe, type Listener } from './safe.js';

/**
 * Lit's `html`, whose listeners never throw into the page. So the functions in a template are listeners, and nothing else;
 * one that does something asynchronous returns its promise.
 */
export const html = (strings: TemplateStringsArray, ...values: unknown[]): TemplateResult<1> =>
  ofLit(
    strings,
    ...values.map((value) => (typeof value === 'function' ? safe(value as Listener<Event>) : value)),
  );
