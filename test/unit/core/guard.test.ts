import { describe, expect, it, vi } from 'vitest';
import { createGuard } from '../../../src/core/guard.js';

const failing = (): never => {
  throw new TypeError('no');
};

describe('guard', () => {
  it('hands arguments in and the result out', () => {
    const guard = createGuard(() => true);
    expect(guard('sum', (a: number, b: number) => a + b)(2, 3)).toBe(5);
    expect(guard.run('one', () => 1)).toBe(1);
  });
  it('swallows an error', () => {
    expect(createGuard(() => true)('part', failing)()).toBeUndefined();
  });
  it('switches a part off after three errors, and says so once', () => {
    const report = vi.fn(() => true);
    const fn = vi.fn(failing);
    const guarded = createGuard(report)('observe/press', fn);
    for (let i = 0; i < 10; i++) guarded();
    expect(fn).toHaveBeenCalledTimes(3);
    expect(report).toHaveBeenCalledTimes(2);
    expect(report).toHaveBeenCalledWith('PART_FAILED', 'observe/press', expect.stringContaining('TypeError'));
    expect(report).toHaveBeenCalledWith('PART_OFF', 'observe/press', expect.stringContaining('all else'));
  });
  it('tries always what must be tried each time, and tells once that it has failed', () => {
    const report = vi.fn(() => true);
    const guard = createGuard(report);
    const fn = vi.fn(failing);
    for (let i = 0; i < 10; i++) expect(guard.always('close', fn)).toBeUndefined();
    expect(fn).toHaveBeenCalledTimes(10);
    expect(report.mock.calls).toEqual([['PART_FAILED', 'close', expect.stringContaining('TypeError')]]);
    expect(guard.always('close', () => 'closed')).toBe('closed');
    expect(guard.run('close', () => 'not off')).toBe('not off');
  });
  it('looks after the promise of what it tries always', async () => {
    const report = vi.fn(() => true);
    const guard = createGuard(report);
    void guard.always('later', () => Promise.reject(new RangeError('no')));
    await Promise.resolve();
    expect(report.mock.calls).toEqual([['PART_FAILED', 'later', expect.stringContaining('RangeError')]]);
    await expect(guard.always('later', () => Promise.resolve(1))).resolves.toBe(1);
  });
  it('leaves other parts running', () => {
    const guard = createGuard(() => true);
    for (let i = 0; i < 5; i++) guard.run('bad', failing);
    expect(guard.run('good', () => 'still here')).toBe('still here');
  });
  it('counts the errors of one part together, wherever they come from', () => {
    const guard = createGuard(() => true);
    for (let i = 0; i < 3; i++) guard('part', failing)();
    expect(guard('part', () => 1)()).toBeUndefined();
  });
  it('survives anything thrown', () => {
    const guard = createGuard(() => true);
    for (const thrown of [undefined, null, 'text', 7, Object.create(null)]) {
      const part = guard(typeof thrown, () => {
        throw thrown;
      });
      for (let i = 0; i < 4; i++) expect(part()).toBeUndefined();
    }
  });
});
