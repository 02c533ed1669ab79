import { expect, it } from 'vitest';
import { createStore } from '../../../src/state/store.js';

it('tells its value at once, and every change', () => {
  const store = createStore(1);
  const seen: number[] = [];
  const stop = store.subscribe((value) => seen.push(value));
  store.set(2);
  store.set(2);
  stop();
  store.set(3);
  expect(seen).toEqual([1, 2]);
  expect(store.get()).toBe(3);
});

it('tells a change made while telling to everybody in the same order', () => {
  const store = createStore(0);
  const seen: string[] = [];
  store.subscribe((value) => {
    seen.push(`a${value}`);
    if (value === 1) store.set(2);
  });
  store.subscribe((value) => seen.push(`b${value}`));
  store.set(1);
  expect(seen).toEqual(['a0', 'b0', 'a1', 'b1', 'a2', 'b2']);
});
