import { expect, it } from 'vitest';
import { siteOf } from '../../../src/core/site.js';

it.each([
  ['api.shop.example', 'shop.example'],
  ['shop.example', 'shop.example'],
  ['www.shop.co.uk', 'shop.co.uk'],
  ['a.b.shop.com.br', 'shop.com.br'],
  ['a.b.c.shop.com', 'shop.com'],
  ['localhost', 'localhost'],
])('%s belongs to %s', (host, site) => {
  expect(siteOf(host)).toBe(site);
});
