import { expect, it } from 'vitest';
import { isHandMade, MAX_NAME } from '../../../src/core/hand-made.js';

it.each([
  'email',
  'card-number',
  'billing.street',
  'items[0]',
  'line_2',
  'h1',
  'address-line-1',
  'a'.repeat(MAX_NAME),
  'mating',
  'newsletter',
  'i18n-menu',
  'address12',
  'my-mui-form',
])('%s was written by a person', (name) => {
  expect(isHandMade(name)).toBe(true);
});

it.each([
  null,
  '',
  'a'.repeat(MAX_NAME + 1),
  '2fa',
  '-x',
  'my field',
  'name"]',
  'radix-:r1:',
  'headlessui-menu',
  'react-select',
  'rc-tabs',
  'rc_select',
  'mui-1',
  'mat-input',
  'cdk-overlay',
  'ng-form',
  'ember42',
  'ext-gen',
  'yui_3',
  'ui-id-3',
  'v-0',
  'input-v-1',
  'el-id-3',
  'chakra',
  'tippy-3',
  'RADIX-1',
  'order12345',
  'row-2024',
  'a8f3e2b1',
  'css-1x9y2z',
  'x1y2',
])('%s was not, or names one thing out of many', (name) => {
  expect(isHandMade(name)).toBe(false);
});
