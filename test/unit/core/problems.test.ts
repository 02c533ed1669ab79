import { expect, it, vi } from 'vitest';
import { createProblems } from '../../../src/core/problems.js';

it('tells each code and path once', () => {
  const tell = vi.fn();
  const { list, report } = createProblems(tell);
  expect(report('TRIGGER_INVALID', '/triggers/0', 'first')).toBe(true);
  expect(report('TRIGGER_INVALID', '/triggers/0', 'again')).toBe(false);
  expect(report('TRIGGER_INVALID', '/triggers/1', 'other')).toBe(true);
  expect(list.map(({ message }) => message)).toEqual(['first', 'other']);
  expect(tell).toHaveBeenCalledTimes(2);
});

it('stops at a hundred', () => {
  const { list, report } = createProblems(() => {});
  for (let i = 0; i < 1_000; i++) report('UNKNOWN_NAME', `/facts/${i}`, '');
  expect(list).toHaveLength(100);
});
