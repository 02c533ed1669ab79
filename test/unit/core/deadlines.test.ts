import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  addDeadline,
  addSoonest,
  takeDue,
  type Deadline,
  type Deadlines,
} from '../../../src/core/deadlines.js';

const deadline = fc.record({
  at: fc.nat(20),
  who: fc.constantFrom('a', 'b'),
  tag: fc.constantFrom('1', '2'),
});

it('gives them out by time, those of the same time in the order they came', () => {
  fc.assert(
    fc.property(fc.array(deadline), (wanted) => {
      const list: Deadlines = [];
      for (const one of wanted) addDeadline(list, one);
      const out: Deadline[] = [];
      for (let one = takeDue(list, 100); one; one = takeDue(list, 100)) out.push(one);
      const different = wanted.filter(
        (a, i) => wanted.findIndex((b) => b.at === a.at && b.who === a.who && b.tag === a.tag) === i,
      );
      expect(out).toEqual(different.sort((a, b) => a.at - b.at));
    }),
  );
});

it('gives out nothing before its time', () => {
  const list: Deadlines = [];
  addDeadline(list, { at: 10, who: 'a', tag: '' });
  expect(takeDue(list, 9)).toBeUndefined();
  expect(takeDue(list, 10)).toEqual({ at: 10, who: 'a', tag: '' });
  expect(takeDue(list, 10)).toBeUndefined();
});

it('has only the nearest of a kind where nobody needs the others', () => {
  const list: Deadlines = [];
  const add = (at: number, who = 'a') => addSoonest(list, { at, who, tag: '' });
  add(30);
  add(20, 'b');
  add(10);
  add(40);
  expect(list).toEqual([
    { at: 10, who: 'a', tag: '' },
    { at: 20, who: 'b', tag: '' },
  ]);
  add(5);
  expect(list.map(({ at }) => at)).toEqual([5, 20]);
});
