import { describe, expect, it } from 'vitest';
import * as markup from '../../../src/core/markup.js';
import { compile } from '../../../src/recordings/selectors.js';
import { below, type Recorded, RecordedTree } from '../../../src/recordings/tree.js';
import { html } from '../../support/rrweb.js';

const tree = new RecordedTree();
tree.take(
  html(
    `<main class="a big"><form id="f" role="search"><fieldset disabled><button id="off" type="SUBMIT"></button></fieldset>
     <input id="box" type="radio" checked="true"><a id="mail" href="MAILTO:x@y"></a><i id="i" data-x="1 2"></i></form></main>`,
  ),
);
const ids = (selector: string): string[] => {
  const test = compile(selector);
  if (!test) throw new Error(`not understood: ${selector}`);
  return [...below(tree.root as Recorded)].filter(test).map((node) => node.attributes.get('id') ?? node.tag);
};

describe('selectors of the light tree', () => {
  it.each([
    ['button', ['off']],
    ['#box,i', ['box', 'i']],
    ['.big', ['main']],
    ['main.a.big > form', ['f']],
    ['main > button', []],
    ['main button', ['off']],
    ['[type=submit]', ['off']],
    ['[href^="mailto:" i]', ['mail']],
    ['[href^="mailto:"]', []],
    ['[data-x~="2"]', ['i']],
    ['[data-x*="1"]', ['i']],
    ['[data-x=""]', []],
    [':disabled', ['fieldset', 'off']],
    ['button:not(:disabled)', []],
    ['input:checked', ['box']],
    [':is(button,a[href]):not([download], .x)', ['off', 'mail']],
    ['form *', ['fieldset', 'off', 'box', 'mail', 'i']],
    ['[role=search] fieldset button', ['off']],
  ])('understand %s', (selector, expected) => {
    expect(ids(selector)).toEqual(expected);
  });

  it.each(['', 'a:hover', 'a + b', 'a,', ':is(a', '[x', 'a::before', '()', ':not()', ':has(a)'])(
    'do not understand %s',
    (selector) => {
      expect(compile(selector)).toBe(undefined);
    },
  );

  it('understand every selector that pages are read with', () => {
    const selectors = Object.entries(markup).filter(([, value]) => typeof value === 'string');
    expect(selectors.length).toBeGreaterThan(8);
    for (const [name, selector] of selectors)
      expect([name, typeof compile(selector as string)]).toEqual([name, 'function']);
  });

  it('answer at once, whatever they are given', () => {
    const start = performance.now();
    compile(':is('.repeat(20_000));
    compile(`${'a '.repeat(5_000)}b`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
