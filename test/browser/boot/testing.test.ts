import { expect } from '@open-wc/testing';
import type { Config } from '../../../src/config/types.js';
import { start, type Antes } from '../../../src/index.js';
import { createClock, watch } from '../../../src/testing.js';

const config: Config = {
  version: 1,
  content: { declined: { title: 'Your bank said no' } },
  triggers: [
    {
      id: 'declined-twice',
      when: { event: 'payment-failure', min: 2, within: '10m' },
      show: { content: 'declined', as: 'notice' },
    },
  ],
};

describe('antes/testing, on a page', () => {
  let antes: Antes;
  afterEach(() => antes.stop());

  it('help comes when the clock has passed, and not before', async () => {
    const clock = createClock();
    antes = start(config, { clock, storage: null });
    const seen = watch(antes);
    await clock.pass(10_000);
    antes.emit('payment-failure', { code: 'card_declined' });
    await clock.pass(60_000);
    antes.emit('payment-failure', { code: 'card_declined' });
    expect(seen.shown()).to.deep.equal([]);
    await clock.pass(5_000);
    expect(await seen.untilShown('declined-twice')).to.include({ as: 'notice', phase: 'shown' });
    expect(document.querySelector('antes-notice')!.shadowRoot!.textContent).to.contain('Your bank said no');
    expect(seen.signals.map(({ name }) => name)).to.contain('payment-failure');
    expect(seen.problems).to.deep.equal([]);
    seen.stop();
  });
});
