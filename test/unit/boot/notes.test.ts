import { expect, it } from 'vitest';
import {
  noteFollowed,
  noteSignal,
  noteTicks,
  signalsIn,
  soundNotes,
  ticksOf,
} from '../../../src/boot/notes.js';

const again = (notes: unknown) => soundNotes(JSON.parse(JSON.stringify(notes)));

it('what was noted is there on the next page', () => {
  const notes = soundNotes(undefined);
  noteSignal(notes, 'rage-click', 2);
  noteTicks(notes, '7', [0, 2]);
  expect(noteFollowed(notes, 'form card-declined')).toBe(true);
  const next = again(notes);
  expect(signalsIn(next)).toEqual([{ name: 'rage-click', count: 2 }]);
  expect(ticksOf(next, '7')).toEqual([0, 2]);
  expect(ticksOf(next, '8')).toEqual([]);
  expect(noteFollowed(next, 'form card-declined')).toBe(false);
  expect(noteFollowed(next, 'form coupon')).toBe(true);
});

it('a guide has the ticks of the last time, also where that is none, and no other’s', () => {
  const notes = soundNotes(undefined);
  noteTicks(notes, 'a', [0]);
  noteTicks(notes, 'a b', [1]);
  noteTicks(notes, 'a', []);
  expect(ticksOf(notes, 'a')).toEqual([]);
  expect(ticksOf(notes, 'a b')).toEqual([1]);
});

it('has an end, and the newest stay', () => {
  const notes = soundNotes(undefined);
  for (let n = 0; n < 100; n++) {
    noteSignal(notes, 'dead-click', n);
    noteTicks(notes, String(n), [n]);
    noteFollowed(notes, String(n));
  }
  expect(signalsIn(notes).map(({ count }) => count)).toEqual([90, 91, 92, 93, 94, 95, 96, 97, 98, 99]);
  expect(notes.ticks).toHaveLength(60);
  expect(ticksOf(notes, '99')).toEqual([99]);
  expect(notes.followed).toHaveLength(20);
  expect(notes.followed.at(-1)).toBe('99');
});

it.each([null, 'x', [], { signals: 1, ticks: {}, followed: 'all' }, { signals: [1, {}, 'x'.repeat(300)] }])(
  'whatever else is stored there is nothing: %j',
  (stored) => {
    expect(soundNotes(stored)).toEqual({ signals: [], ticks: [], followed: [] });
  },
);

it('of what is half sound the sound half is kept', () => {
  const notes = soundNotes({ signals: ['2 dead-click', 7], ticks: ['x 7', '3 7'], followed: [null, 'form'] });
  expect(signalsIn(notes)).toEqual([{ name: 'dead-click', count: 2 }]);
  expect(ticksOf(notes, '7')).toEqual([0, 3]);
  expect(notes.followed).toEqual(['form']);
});
