import { expect, it } from 'vitest';
import { makeOffer } from '../../../src/boot/offers.js';
import { tellLinks } from '../../../src/boot/tell-links.js';
import type { Action, Config } from '../../../src/config/types.js';

const LINKS = [
  '/help',
  'http://shop.example/a',
  'http://other.example/',
  'javascript:x',
  'https://other.example/',
];
const config = {
  version: 1,
  contact: { channels: { chat: { call: 'chat' }, email: { url: 'mailto:a@b.c' } } },
  content: {
    'a/b': {
      title: 'Hello',
      actions: [
        ...LINKS.map((link): Action => ({ label: link, link })),
        { label: 'Chat', contact: 'chat' },
        { label: 'Done', resolve: true },
      ],
    },
    none: { title: 'Nothing to press' },
  },
  triggers: [],
} satisfies Config;

const told = (base: string): string[] => {
  const problems: string[] = [];
  tellLinks(config, base, (code, path, message) => problems.push(`${code} ${path} ${message}`) > 0);
  return problems;
};
const labels = (base: string) =>
  makeOffer(
    { id: 1, trigger: '', content: 'a/b', as: 'notice', because: '' },
    { config, facts: () => undefined, locale: 'en', base, failed: undefined },
  )!;

it('buttons that lead where help may not are told, and are not there', () => {
  const base = 'https://shop.example/cart';
  expect(told(base)).toEqual(
    [1, 2, 3].map(
      (i) =>
        `CONFIG_INVALID /content/a~1b/actions/${i}/link Help may not lead to '${LINKS[i]}'; the button is left out.`,
    ),
  );
  const { offer, actions } = labels(base);
  const left = ['Done', '/help', 'https://other.example/', 'Chat'];
  expect(offer.actions.map(({ label }) => label)).toEqual(left);
  // What is pressed is told by its number.
  expect(actions.map(({ label }) => label)).toEqual(left);
});

it('a page without https leads to itself', () => {
  const base = 'http://shop.example/cart';
  expect(told(base).map((one) => one.split(' ')[1])).toEqual(
    [2, 3].map((i) => `/content/a~1b/actions/${i}/link`),
  );
  expect(labels(base).offer.actions.map(({ label }) => label)).toContain('http://shop.example/a');
});
