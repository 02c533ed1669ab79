import { describe, expect, it } from 'vitest';
import * as markup from '../../../src/core/markup.js';
import { lightPage } from '../../support/light-page.js';

/** Whether the element with `class="x"` in this piece of a page is one of those. */
const fits = (selector: string, text: string): boolean => {
  const { find, matches } = lightPage(text);
  return matches(find('.x'), selector);
};
const tag = (words: string) => `<${words} class="x">`;

/** Those of controls, as ARIA has them. */
const ROLES =
  'button link checkbox radio switch tab option menuitem menuitemcheckbox menuitemradio slider spinbutton combobox textbox searchbox treeitem gridcell'.split(
    ' ',
  );

describe.each<[string, string, string[], string[]]>([
  [
    'can be written in as a part of the page',
    markup.EDITABLE,
    ['div contenteditable', 'p contenteditable="true"', 'p contenteditable="plaintext-only"'],
    ['div contenteditable="false"', 'input', 'div'],
  ],
  [
    'takes what a customer fills in',
    markup.INPUTS,
    ['input', 'input type="email"', 'input type="checkbox"', 'select', 'textarea'],
    [
      'input type="hidden"',
      'input type="submit"',
      'input type="button"',
      'input type="reset"',
      'input type="image"',
      'button',
      'div role="textbox"',
    ],
  ],
  [
    'is a field, however it is made',
    markup.FIELDS,
    ['input', 'div contenteditable', 'div role="radiogroup"', 'div role="combobox"', 'div role="textbox"'],
    ['input type="submit"', 'div role="button"', 'p'],
  ],
  [
    'promises to react',
    markup.INTERACTIVE,
    [
      'button',
      'a href="/"',
      'summary',
      'input',
      'select',
      'textarea',
      'label',
      'div contenteditable',
      'div onclick="go()"',
      ...ROLES.map((role) => `div role="${role}"`),
    ],
    ['a', 'p', 'div role="img"', 'div role="row"', 'body onclick="go()"', 'html role="button"'],
  ],
  [
    'is a text to put a caret in',
    markup.TEXT_SURFACE,
    ['div contenteditable="true"', 'div role="textbox"', 'div role="searchbox"'],
    ['div role="combobox"', 'p'],
  ],
  [
    'is off',
    markup.OFF,
    ['button disabled', 'div aria-disabled="true"'],
    ['button', 'p aria-disabled="false"'],
  ],
  [
    'cannot be looked into',
    markup.UNOBSERVABLE,
    ['canvas', 'video', 'audio', 'iframe', 'embed', 'object'],
    ['svg', 'img'],
  ],
  [
    'is answered elsewhere',
    markup.ELSEWHERE,
    [
      'a href="/bill" download',
      'a href="/" target="_blank"',
      'a href="mailto:a@b.example"',
      'a href="TEL:900"',
      'a href="sms:900"',
    ],
    ['a href="/"', 'a href="/" target="_self"', 'a href="/" target', 'a href="/mailto:x"', 'p download'],
  ],
  [
    'is already as pressing it asks for',
    markup.SATISFIED,
    [
      'input type="radio" checked="true"',
      'a aria-current="page"',
      'div role="radio" aria-checked="true"',
      'div role="tab" aria-selected="true"',
      'div role="option" aria-selected="true"',
    ],
    [
      'input type="radio"',
      'input type="checkbox" checked="true"',
      'a aria-current="false"',
      'div role="radio" aria-checked="false"',
      'div role="checkbox" aria-checked="true"',
      'div role="tab" aria-selected="false"',
      'div role="row" aria-selected="true"',
    ],
  ],
  [
    'asks for what is looked up elsewhere',
    markup.LOOKUP,
    ['input autocomplete="billing cc-number"', 'input autocomplete="one-time-code"'],
    ['input autocomplete="email"', 'input'],
  ],
  [
    'is marked as wrong',
    markup.MARKED_WRONG,
    ['input aria-invalid="true"', 'input aria-invalid="spelling"'],
    ['input', 'input aria-invalid', 'input aria-invalid="false"'],
  ],
  [
    'shows that one has to wait',
    markup.SAYS_WAITING,
    ['progress', 'div role="progressbar"', 'div aria-busy="true"'],
    ['div aria-busy="false"', 'meter'],
  ],
])('what %s', (_name, selector, yes, no) => {
  it.each(yes)('is <%s>', (words) => expect(fits(selector, tag(words))).toBe(true));
  it.each(no)('is not <%s>', (words) => expect(fits(selector, tag(words))).toBe(false));
});

it.each<[string, boolean]>([
  ['<div role="search" class="x"></div>', true],
  ['<div role="search"><form class="x"></form></div>', true],
  ['<search><form class="x"></form></search>', true],
  ['<form class="x"></form>', false],
  ['<search><p class="x"></p></search>', false],
])('%s is a search: %s', (text, is) => expect(fits(markup.SEARCH, text)).toBe(is));

it.each<[string, boolean]>([
  ['<p class="x Error-text"></p>', true],
  ['<p class="x is-invalid"></p>', true],
  ['<p class="x text-danger"></p>', true],
  ['<p class="x hint"></p>', false],
  ['<form class="x has-error"></form>', false],
  ['<button class="x danger"></button>', false],
  ['<a class="x danger"></a>', false],
  ['<div class="x btn-danger"></div>', false],
  ['<div class="x error-Summary"></div>', false],
  // Angular, before and after the customer was there.
  ['<input class="x ng-invalid ng-untouched">', false],
  ['<input class="x ng-invalid ng-pristine">', false],
  ['<input class="x ng-invalid ng-pristine ng-touched">', true],
])('%s is an error by its class: %s', (text, is) => expect(fits(markup.ERROR_CLASS, text)).toBe(is));

describe('words in class names', () => {
  const isWrong = (text: string) => markup.words('error|wrong').test(text);
  it.each(['error', 'is-error', 'ERROR', 'field__wrong', 'a error2'])('%s has one', (text) =>
    expect(isWrong(text)).toBe(true),
  );
  it.each(['terror', 'errors', 'wrongly', ''])('%s has none', (text) => expect(isWrong(text)).toBe(false));

  it.each(['is-loading', 'btn-spinner', 'LoaderRing', 'cardSkeleton', 'busy', 'spin', 'progress'])(
    '%s says that one has to wait',
    (name) => expect(markup.saysWaiting(name)).toBe(true),
  );
  it.each(['lazyloaded', 'uploader', 'spinach', 'preloading', 'XLoader', 'busyness', ''])(
    '%s does not',
    (name) => expect(markup.saysWaiting(name)).toBe(false),
  );
});

describe('looks that pass', () => {
  it.each([
    'tabindex',
    'data-press',
    'data-pressed',
    'data-hover',
    'data-hovered',
    'data-focus',
    'data-focused',
    'data-focus-visible',
    'data-focus-visible-added',
    'data-focus-within',
    'data-active',
    'data-headlessui-focus',
    'data-whatintent',
  ])('%s says only where pointer and focus are', (name) => expect(markup.PRESSED_LOOK.test(name)).toBe(true));
  it.each([
    'aria-pressed',
    'data-state',
    'data-inactive',
    'data-active-item',
    'x-data-active',
    'data-focusing',
  ])('%s says more', (name) => expect(markup.PRESSED_LOOK.test(name)).toBe(false));

  it('classes that come and go with pointer and focus are none of what lasts, wherever they stand', () => {
    const lasting = (look: string | null) => markup.lasting('class', look);
    expect(lasting(null)).toBe('');
    for (const look of [
      'btn primary',
      'btn primary is-focused',
      'btn Mui-focusVisible primary',
      'mdc-ripple-upgraded--foreground-activation btn  hover:on  primary',
      ' is-pressed btn\nprimary ',
    ])
      expect(lasting(look)).toBe('btn primary');
    expect(lasting('btn is-on')).not.toBe(lasting('btn'));
  });

  it('so is the place of the last ripple in a style, and all else there is what lasts', () => {
    const lasting = (look: string | null) => markup.lasting('style', look);
    expect(lasting('--mdc-ripple-fg-size: 60px; --mdc-ripple-fg-translate-start: 12px, 4px;')).toBe('');
    expect(lasting('color: red; --mdc-ripple-left: 4px; top: 0px;')).toBe(lasting('color: red; top: 0px;'));
    expect(lasting('color: red; --x-ripple: 1px')).toBe(lasting('color: red'));
    expect(lasting('color:red;top:0')).not.toBe(lasting('color:red;top:9px'));
    expect(lasting('color: red;')).not.toBe(lasting('color: blue;'));
    expect(lasting('background: url(/img/express.png);')).not.toBe(lasting(''));
  });

  it('are told at once from the longest of styles', () => {
    const image = `background: url(data:image/png;base64,${'A'.repeat(500_000)});`;
    const start = performance.now();
    expect(markup.lasting('style', `${image} --a-ripple: 1px;`)).toBe(markup.lasting('style', image));
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});

describe('a description by help of ours', () => {
  const isOwn = (before: string | null, after: string | null, name = 'aria-describedby') =>
    markup.isOwnDescription(name, before, after);
  it.each([
    [null, 'antes-help-1'],
    ['antes-help-1', null],
    ['hint', 'hint antes-help-1'],
    ['hint more', 'hint antes-help-1  antes-help-2 more'],
    ['antes-help-1 hint', 'hint'],
    ['hint', 'antes-help-1 hint'],
    ['hint  antes-help-1', 'hint'],
  ])('comes and goes without the page: %j to %j', (before, after) => expect(isOwn(before, after)).toBe(true));
  it.each([
    [null, 'hint'],
    ['hint', null],
    ['hint', 'other antes-help-1'],
    ['x', 'x my-antes-help'],
  ])('is the work of the page: %j to %j', (before, after) => expect(isOwn(before, after)).toBe(false));
  it('is that of no other attribute', () => expect(isOwn('a', 'a', 'aria-labelledby')).toBe(false));
});
