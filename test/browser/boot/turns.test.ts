import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { systemClock } from '../../../src/core/clock.js';
import { start } from '../../../src/index.js';

/** The system's clock, but for the parts of a start that come in tasks of their own: these wait until they are called. */
function heldClock() {
  let held: (() => void)[] = [];
  const clock = {
    ...systemClock,
    after(ms: number, fn: () => void) {
      if (ms > 0) return systemClock.after(ms, fn);
      held.push(fn);
      return () => void (held = held.filter((one) => one !== fn));
    },
  };
  return { clock, held: () => held.length };
}

describe('a start from a configuration in the page', () => {
  let stop = () => {};
  beforeEach(() => {
    document.body.innerHTML = `<script type="application/json" id="config">
      {"version": 1, "reasons": {"asked": {"title": "Asked"}}, "triggers": [{"id": "one", "reason": "asked", "when": {"event": "asked"}, "show": {"content": "help", "as": "notice"}}],
       "content": {"help": {"title": "Help"}}}</script>
      <button data-antes-key="pay" style="position:fixed;inset:0 auto auto 0;width:80px;height:80px">Pay</button>`;
  });
  afterEach(() => {
    stop();
    document.body.replaceChildren();
  });
  const begin = (options = {}) => {
    const antes = start('#config', options);
    stop = antes.stop;
    return antes;
  };

  it('is over for everybody who asks how things are', () => {
    for (const ask of ['config', 'why', 'journal'] as const) {
      const antes = begin();
      if (ask === 'config') expect(antes.config.triggers).to.have.length(1);
      if (ask === 'why') expect(antes.why().map(({ trigger }) => trigger)).to.deep.equal(['one']);
      if (ask === 'journal') expect(antes.journal().records.map(({ type }) => type)).to.include('view');
      antes.stop();
    }
  });

  it('carries out in order what was called meanwhile', () => {
    const antes = begin();
    antes.emit('asked');
    antes.step('payment');
    const told = antes.journal().records.map(({ type }) => type);
    expect(told.indexOf('view')).to.be.within(0, told.indexOf('host') - 1);
    expect(told.indexOf('step')).to.be.greaterThan(told.indexOf('host'));
  });

  it('comes by itself, in tasks of its own', async () => {
    const asked: number[] = [];
    const after: typeof systemClock.after = (ms, fn) => {
      asked.push(ms);
      return systemClock.after(ms, fn);
    };
    const antes = begin({ clock: { ...systemClock, after } });
    // Said once the facts are taken, which is when all has been started.
    const told = new Promise<string>((done) => antes.on('problem', ({ path }) => done(path)));
    antes.facts({ undeclared: true });
    expect(await told).to.contain('undeclared');
    expect(asked).to.include(0);
  });

  for (const [what, act] of Object.entries({
    press: () => sendMouse({ type: 'click', position: [40, 40] }),
    key: async () => {
      document.querySelector('button')!.focus();
      await sendKeys({ press: 'Enter' });
    },
  }))
    it(`does not miss the first ${what}, however late its parts would come`, async () => {
      const { clock, held } = heldClock();
      const antes = begin({ clock });
      expect(held()).to.equal(1);
      await act();
      const presses = antes.journal().records.filter(({ type }) => type === 'press');
      expect(presses).to.have.length(1);
    });

  it('leaves nothing behind when it is stopped in between', () => {
    const { clock, held } = heldClock();
    const antes = begin({ clock });
    antes.stop();
    expect(held()).to.equal(0);
    expect(antes.journal().records).to.deep.equal([]);
    expect(antes.why()).to.deep.equal([]);
  });

  it('has no turns in a page that nobody sees', () => {
    const hidden = Object.getOwnPropertyDescriptor(Document.prototype, 'visibilityState')!;
    Object.defineProperty(Document.prototype, 'visibilityState', { get: () => 'hidden', configurable: true });
    try {
      const { clock, held } = heldClock();
      begin({ clock });
      expect(held()).to.equal(0);
    } finally {
      Object.defineProperty(Document.prototype, 'visibilityState', hidden);
    }
  });
});
