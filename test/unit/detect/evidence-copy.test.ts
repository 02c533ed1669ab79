import { describe, expect, it } from 'vitest';
import type { CopyRecord } from '../../../src/core/records.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const copy = (me: Shopper, what: CopyRecord['what'], how: CopyRecord['how'] = 'copy') =>
  me.feed({ type: 'copy', what, how });
const copied = (me: Shopper) => me.signals().filter((name) => name === 'evidence-copy').length;

describe('evidence is copied', () => {
  it.each([
    ['reference', 'the number of an order or a case was copied'],
    ['error', 'the text of an error was copied'],
  ] as const)('%s', (what, because) => {
    expect(copy(shopper(), what).signal('evidence-copy')).toMatchObject({
      target: what,
      count: 1,
      weight: 0.5,
      because,
      evidence: { what },
    });
  });
  it('once in 10 s for each kind', () => {
    const me = copy(copy(shopper(), 'error').wait(9_999), 'error');
    expect(copied(me)).toBe(1);
    expect(copied(copy(me.wait(1), 'error'))).toBe(2);
    expect(copied(copy(me, 'reference'))).toBe(3);
  });
});

it('near misses: other things, and what is only selected', () => {
  const me = copy(copy(shopper(), 'other'), 'phone');
  expect(copied(copy(copy(me, 'error', 'select'), 'reference', 'hold'))).toBe(0);
});
