import { expect, it, vi } from 'vitest';
import { createClock } from '../../../src/testing.js';

it('stands still until it is told to pass, and then does what is due in its order', async () => {
  const clock = createClock('2026-11-23T10:00:00Z');
  const done: string[] = [];
  clock.after(200, () => done.push(`second at ${clock.now()}`));
  clock.after(100, () => {
    done.push(`first at ${clock.now()}`);
    clock.after(50, () => done.push(`between at ${clock.now()}`));
  });
  clock.after(300, () => done.push('later'));
  clock.after(10, () => done.push('never'))();
  expect([clock.now(), clock.wall()]).toEqual([0, Date.UTC(2026, 10, 23, 10)]);
  await clock.pass(200);
  expect(done).toEqual(['first at 100', 'between at 150', 'second at 200']);
  expect([clock.now(), clock.wall()]).toEqual([200, Date.UTC(2026, 10, 23, 10) + 200]);
});

it('gives promises and tasks their turn between what is due', async () => {
  const clock = createClock();
  const done: string[] = [];
  clock.after(1, () => {
    void Promise.resolve().then(() => done.push('promise'));
    setTimeout(() => done.push('task'), 0);
  });
  clock.after(2, () => done.push('next'));
  await clock.pass(2);
  expect(done).toEqual(['promise', 'task', 'next']);
});

it("goes on where the test has put timers of its own in the page's place", async () => {
  const clock = createClock();
  vi.useFakeTimers();
  try {
    const done: number[] = [];
    clock.after(5, () => done.push(clock.now()));
    await clock.pass(5);
    expect(done).toEqual([5]);
  } finally {
    vi.useRealTimers();
  }
});

it('refuses a beginning that is no time', () => {
  expect(() => createClock('noon')).toThrow("'noon' is no date and time");
});
