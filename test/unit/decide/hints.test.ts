import { describe, expect, it } from 'vitest';
import type { Policy, Trigger } from '../../../src/config/types.js';
import { soundVisitor } from '../../../src/boot/visitor.js';
import { offered, shop } from '../../support/triggers.js';

const HINT: Partial<Trigger> = {
  priority: 'tip',
  when: { event: 'focused' },
  show: { content: 'text', as: 'hint', anchor: 'a' },
};
const ONE: Policy = { gap: '45s', limits: [{ times: 1, per: 'step' }] };
const stuck = (more: Partial<Trigger>): Partial<Trigger> => ({ when: { event: 'stuck' }, ...more });
const withHint = (other: Partial<Trigger>, policy = ONE) =>
  shop([HINT, other], { policy }).view('/payment').emit('focused').help('shown').wait(5_000);

describe('a hint', () => {
  it('gives way to what matters more, and uses up neither its limits nor its gap', () => {
    const me = withHint(stuck({ priority: 'help' }))
      .emit('stuck')
      .wait(5_000);
    expect(offered(me)).toEqual(['t0', 't1']);
    expect(me.helps()).toContain('t0 withdrawn');
  });
  it('keeps its place before what matters as much', () => {
    expect(
      offered(
        withHint(stuck({ priority: 'tip' }))
          .emit('stuck')
          .wait(5_000),
      ),
    ).toEqual(['t0']);
  });
  it('is kept back itself by the limits and the gap of all', () => {
    const me = shop([HINT, stuck({ priority: 'help' })], { policy: ONE })
      .view('/payment')
      .emit('stuck')
      .help('shown')
      .wait(5_000)
      .help('dismissed')
      .emit('focused')
      .wait(5_000);
    expect(offered(me)).toEqual(['t1']);
    expect(me.closed('t0')).toEqual(expect.arrayContaining(['limits', 'gap']));
  });
  it('counts toward limits of its own, also on another page of the visitor', () => {
    const me = shop([{ ...HINT, limits: [{ times: 1, per: 'forever' }] }], {
      policy: { gap: '1ms', limits: [] },
    })
      .view('/payment')
      .emit('focused')
      .help('shown')
      .wait(5_000);
    const { visitor } = me.engine.state.decide;
    expect(soundVisitor(JSON.parse(JSON.stringify(visitor)), 1e12)?.displays).toMatchObject([
      { quiet: true },
    ]);
    expect(offered(me.help('dismissed').view('/cart').emit('focused').wait(5_000))).toEqual(['t0']);
  });
});
