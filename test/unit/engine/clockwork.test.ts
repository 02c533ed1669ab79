import { expect, it } from 'vitest';
import { notAgain } from '../../../src/engine/clockwork.js';

const due = { at: 100, who: 'step-stall', tag: '3' };

it('what asks for the same again at the time it is told comes a moment later', () => {
  expect(notAgain(due, { ...due }, 100)).toEqual({ ...due, at: 101 });
  expect(notAgain(due, { ...due, at: 40 }, 100)).toEqual({ ...due, at: 101 });
});

it('all others come when they ask to', () => {
  for (const one of [
    { ...due, at: 100.5 },
    { ...due, who: 'field-stall' },
    { ...due, tag: '4' },
  ])
    expect(notAgain(due, one, 100)).toBe(one);
  expect(notAgain(undefined, due, 100)).toBe(due);
});
