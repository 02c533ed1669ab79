import { describe, expect, it } from 'vitest';
import type { Clock } from '../../../src/core/clock.js';
import { createGuard } from '../../../src/core/guard.js';
import { createTurns } from '../../../src/core/turns.js';

/** A clock whose tasks are run by hand; a part may make time pass. */
function setUp() {
  let now = 0;
  let tasks: (() => void)[] = [];
  const clock: Clock = {
    now: () => now,
    wall: () => now,
    after(_ms, fn) {
      tasks.push(fn);
      return () => void (tasks = tasks.filter((one) => one !== fn));
    },
  };
  const problems: string[] = [];
  const turns = createTurns(
    clock,
    createGuard((code, path) => problems.push(`${code} ${path}`) > 0),
  );
  const done: string[] = [];
  return {
    turns,
    done,
    problems,
    /** So many milliseconds of work. */
    part: (name: string, ms = 0) => turns.take(() => void (done.push(name), (now += ms))),
    tasks: () => tasks.length,
    task() {
      tasks.shift()?.();
      return done.join(' ');
    },
  };
}

describe('turns', () => {
  it('do nothing in the task that they are put in', () => {
    const { part, done, tasks } = setUp();
    part('a');
    part('b');
    expect(done).toEqual([]);
    expect(tasks()).toBe(1);
  });

  it('take what is little together, and let the page in after what is much', () => {
    const { part, task, tasks } = setUp();
    part('a', 2);
    part('b', 3);
    part('c', 12);
    part('d', 1);
    expect(task()).toBe('a b');
    expect(task()).toBe('a b c');
    expect(task()).toBe('a b c d');
    expect(tasks()).toBe(0);
  });

  it('put what a part asks for right after it, in its order', () => {
    const { turns, part, done, task } = setUp();
    turns.take(() => {
      done.push('outer');
      part('first');
      turns.take(() => {
        done.push('second');
        part('of the second');
      });
      part('third');
    });
    part('last');
    expect(task()).toBe('outer first second of the second third last');
  });

  it('are done at once for somebody who needs them, in the same order', () => {
    const { turns, part, done, tasks } = setUp();
    part('a', 20);
    turns.take(() => part('b', 20));
    part('c', 20);
    turns.finish();
    expect(done).toEqual(['a', 'b', 'c']);
    expect(tasks()).toBe(0);
  });

  it('are not done twice, nor out of order, for a part that needs them', () => {
    const { turns, part, done, task } = setUp();
    turns.take(() => {
      turns.finish();
      done.push('asks');
    });
    part('next');
    expect(task()).toBe('asks next');
  });

  it('go on after a finish', () => {
    const { turns, part, task } = setUp();
    part('a');
    turns.finish();
    part('b');
    expect(task()).toBe('a b');
  });

  it('leave nothing behind once they are stopped, also from within', () => {
    const { turns, part, task, tasks } = setUp();
    part('a', 9);
    turns.take(turns.stop);
    part('never');
    expect(task()).toBe('a');
    expect(task()).toBe('a');
    part('never');
    turns.finish();
    expect(task()).toBe('a');
    expect(tasks()).toBe(0);
  });

  it('end with a part that fails: what follows builds on it', () => {
    const { turns, part, task, problems, tasks } = setUp();
    turns.take(() => {
      throw new TypeError('broken');
    });
    part('never');
    expect(task()).toBe('');
    expect(tasks()).toBe(0);
    expect(problems).toEqual(['PART_FAILED start']);
  });
});
