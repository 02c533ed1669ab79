import { expect, it } from 'vitest';
import type { By } from '../../../src/core/records.js';
import { ownCount, ownTime, sayBy } from '../../../src/detect/modality.js';

it.each<[By, number, number, string]>([
  ['mouse', 1_000, 3, ''],
  ['pen', 1_000, 3, ' (pen)'],
  ['touch', 2_000, 4, ' (touch)'],
  ['key', 2_000, 4, ' (keyboard)'],
  ['assist', 2_000, 4, ' (assistive technology)'],
])('%s', (by, ms, count, how) => {
  expect(ownTime(1_000, by)).toBe(ms);
  expect(ownCount(3, by)).toBe(count);
  expect(sayBy(by)).toBe(how);
});
