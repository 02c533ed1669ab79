import { describe, expect, it } from 'vitest';
import type { Config, Trigger } from '../../../src/config/types.js';
import { offered, open, shop } from '../../support/triggers.js';
import { compileTriggers } from '../../../src/decide/triggers.js';

/** As a config has it. */
const follows = (event: string, content: string): NonNullable<Trigger['solved']> =>
  // oxlint-disable-next-line unicorn/no-thenable -- nobody awaits it
  ({ by: { event }, then: content });
const solved = follows('paid', 'other');
const helped = (more: Partial<Trigger> = {}, config: Partial<Config> = {}) =>
  shop([{ solved, ...more }], config)
    .view('/payment')
    .emit('go')
    .help('shown')
    .wait(1_000);

describe('what follows a solved problem', () => {
  it('is offered later, at a boundary, once', () => {
    const me = helped().emit('paid').help('gone').wait(10_000);
    expect(offered(me)).toEqual(['t0']);
    me.view('/cart').wait(10);
    expect(offered(me)).toEqual(['t0', 't0.then']);
    expect(me.outputs.filter((o) => o.kind === 'offer').at(-1)).toMatchObject({
      content: 'other',
      as: 'notice',
    });
    me.help('shown').help('dismissed').wait(60_000);
    me.emit('go').help('shown').emit('paid').help('gone').wait(10_000).view('/address').wait(10);
    expect(offered(me)).toEqual(['t0', 't0.then', 't0']);
  });
  it('not at once, even where a boundary is', () => {
    const me = helped().emit('paid').help('gone').view('/cart').wait(1_000);
    expect(offered(me)).toEqual(['t0']);
  });
  it('comes after the journey is over, which its end may be', () => {
    const me = helped({ solved: follows('order-placed', 'other') });
    me.emit('order-placed').help('gone').view('/thanks').wait(10_000).view('/orders').wait(10);
    expect(offered(me)).toEqual(['t0', 't0.then']);
  });
  it('does not follow what was not solved, or in vain', () => {
    const me = helped().help('dismissed').wait(10_000).view('/cart').wait(10);
    expect(offered(me)).toEqual(['t0']);
  });
  it('waits its turn like any other help', () => {
    const me = helped({}, { policy: { ...open, gap: '1h' } });
    me.emit('paid').help('gone').wait(10_000).view('/cart').wait(10);
    expect(offered(me)).toEqual(['t0']);
    expect(me.closed('t0.then')).toContain('gap');
  });
  it('has the reason and the status of what it follows', () => {
    const reasons = { why: { title: 'Why', owner: 'me', quadrant: 'simplify' } } as const;
    const me = helped({ reason: 'why' }, { reasons });
    me.emit('paid').help('gone').wait(10_000).view('/cart').wait(10).help('shown');
    expect(me.outputs.filter((o) => o.kind === 'help').at(-1)).toMatchObject({
      trigger: 't0.then',
      reason: 'why',
    });
    const off = helped({ status: 'draft' });
    expect(off.closed('t0.then')).toContain('status');
  });
  it('a content that is not there, and a name that is taken, are problems', () => {
    const told: string[] = [];
    const compile = (triggers: readonly Partial<Trigger>[]) =>
      compileTriggers(
        {
          version: 1,
          content: { text: { title: 'Text' } },
          triggers: triggers.map((one) => ({
            id: 't',
            when: { event: 'go' },
            show: { content: 'text', as: 'notice' },
            ...one,
          })) as Trigger[],
        },
        (_code, path) => (told.push(path), true),
      );
    compile([{ solved: follows('paid', 'lost') }]);
    compile([{ solved: follows('paid', 'text') }, { id: 't.then' }]);
    expect(told).toEqual(['/triggers/0/solved/then', '/triggers/1/id']);
  });
});
