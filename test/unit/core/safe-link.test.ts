import { describe, expect, it } from 'vitest';
import { safeLink } from '../../../src/core/safe-link.js';

describe('a link', () => {
  const base = 'http://shop.example/cart';
  it.each([
    ['/help', 'http://shop.example/help'],
    ['https://other.example/', 'https://other.example/'],
    ['tel:+34900', 'tel:+34900'],
    ['mailto:a@b.c', 'mailto:a@b.c'],
  ])('%s is followed', (link, href) => {
    expect(safeLink(link, base)).toBe(href);
  });
  it.each([
    'javascript:alert(1)',
    ' JavaScript:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'http://other.example/',
    'vbscript:x',
    'blob:http://shop.example/1',
    'http://',
  ])('%j is not', (link) => {
    expect(safeLink(link, base)).toBe(undefined);
  });
  it('from a page without an origin leads nowhere odd', () => {
    expect(safeLink('data:text/html,x', 'about:srcdoc')).toBe(undefined);
  });
});
