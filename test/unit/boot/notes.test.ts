import { expect, it } from 'vitest';
import { noteFollowed, noteSignal, noteTicks, soundNotes, ticksOf } from '../../../src/boot/notes.js';

const again = (notes: unknown) => soundNotes(JSON.parse(JSON.stringify(notes)));

it('what was noted is there on the next page', () => {
  const notes = soundNotes(undefined);
  noteSignal(notes, 'rage-click', 2);
  noteTicks(notes, '7', [0, 2]);
  expect(noteFollowed(notes, 'form card-declined')).toBe(true);
  const next = again(notes);
  expect(next.signals).toEqual([['rage-click', 2]]);
  expect(ticksOf(next, '7')).toEqual([0, 2]);
  expect(ticksOf(next, '8')).toEqual([]);
  expect(noteFollowed(next, 'form card-declined')).toBe(false);
  expect(noteFollowed(next, 'form coupon')).toBe(true);
});

it('a guide has the ticks of the last time, also where that is none', () => {
  const notes = soundNotes(undefined);
  noteTicks(notes, '7', [0]);
  noteTicks(notes, '7', []);
  expect(notes.ticks).toEqual([['7', []]]);
});

it('has an end, and the newest stay', () => {
  const notes = soundNotes(undefined);
  for (let n = 0; n < 100; n++) {
    noteSignal(notes, 'dead-click', n);
    noteTicks(notes, String(n), [n]);
    noteFollowed(notes, String(n));
  }
  expect(notes.signals.map(([, count]) => count)).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  expect(notes.ticks).toHaveLength(20);
  expect(ticksOf(notes, '99')).toEqual([99]);
  expect(notes.followed).toHaveLength(20);
  expect(notes.followed.at(-1)).toBe('99');
});

it.each([
  null,
  'x',
  [],
  { signals: 1, ticks: {}, followed: 'all' },
  { signals: [['a'], ['b', -1], [1, 2], 'c', ['d', 1.5]], ticks: [[1, []], 'x'], followed: [1, {}, null] },
])('whatever else is stored there is nothing: %j', (stored) => {
  expect(soundNotes(stored)).toEqual({ signals: [], ticks: [], followed: [] });
});

it('of what is half sound the sound half is kept', () => {
  const stored = {
    signals: [['a', 1, 'more']],
    ticks: [['7', [0, -1, 'x', 3]]],
    followed: ['x'.repeat(300)],
  };
  expect(soundNotes(stored)).toEqual({ signals: [['a', 1]], ticks: [['7', [0, 3]]], followed: [] });
});
