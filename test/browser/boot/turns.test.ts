import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { systemClock } from '../../../src/core/clock.js';
import { start } from '../../../src/index.js';
import { memoryStorage } from '../../support/memory-storage.js';

/**
 * The system's clock, but for the tasks of a start: these wait until they are called. By this clock each part takes long
 * enough to have a task of its own.
 */
function heldClock() {
  let held: (() => void)[] = [];
  let passed = 0;
  let atWork = false;
  const clock = {
    ...systemClock,
    now: () => systemClock.now() + (atWork ? (passed += 6) : passed),
    after(ms: number, fn: () => void) {
      if (ms > 0) return systemClock.after(ms, fn);
      held.push(fn);
      return () => void (held = held.filter((one) => one !== fn));
    },
  };
  const task = () => {
    atWork = true;
    held.shift()?.();
    atWork = false;
  };
  return { clock, held: () => held.length, task };
}
/** More than there are parts. */
const PARTS = 60;

/** Listeners that are there, by what was added and removed since. */
function countListeners() {
  const { addEventListener: add, removeEventListener: remove } = EventTarget.prototype;
  const there = new Map<unknown, number>();
  const count = (by: number, native: typeof add) =>
    function (this: EventTarget, ...args: Parameters<typeof add>) {
      const key = args[1];
      there.set(key, (there.get(key) ?? 0) + by);
      native.apply(this, args);
    };
  EventTarget.prototype.addEventListener = count(1, add);
  EventTarget.prototype.removeEventListener = count(-1, remove);
  return {
    left: () => [...there.values()].filter((n) => n > 0).length,
    restore: () =>
      Object.assign(EventTarget.prototype, { addEventListener: add, removeEventListener: remove }),
  };
}

describe('a start from a configuration in the page', () => {
  let stop = () => {};
  beforeEach(() => {
    document.body.innerHTML = `<script type="application/json" id="config">
      {"version": 1, "facts": {"plan": {"type": "string"}}, "reasons": {"asked": {"title": "Asked"}}, "triggers": [{"id": "one", "reason": "asked", "when": {"event": "asked"}, "show": {"content": "help", "as": "notice"}}],
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
    for (const ask of ['config', 'why', 'journal', 'problems'] as const) {
      const antes = begin();
      if (ask === 'config') expect(antes.config.triggers).to.have.length(1);
      if (ask === 'problems') expect(antes.problems).to.have.length(0);
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

  it('comes by itself, in tasks of its own', () => {
    const { clock, task } = heldClock();
    const antes = begin({ clock });
    // Said once the facts are taken, which is when all has been started.
    const told: string[] = [];
    antes.on('problem', ({ path }) => told.push(path));
    antes.facts({ undeclared: true });
    let tasks = 0;
    for (; told.length === 0 && tasks < PARTS; tasks++) task();
    expect(told[0]).to.contain('undeclared');
    expect(tasks).to.be.greaterThan(10);
  });

  for (const [what, by, act] of [
    ['press', 'mouse', () => sendMouse({ type: 'click', position: [40, 40] })],
    [
      'key',
      'key',
      async () => {
        document.querySelector('button')!.focus();
        await sendKeys({ press: 'Enter' });
      },
    ],
    [
      'press of a control that is off',
      'mouse',
      async () => {
        document.querySelector('button')!.disabled = true;
        await sendMouse({ type: 'click', position: [40, 40] });
      },
    ],
  ] as const)
    it(`does not miss the first ${what}, in whichever part it comes`, async () => {
      for (const parts of [0, 1, 3, 4, 12]) {
        const { clock, task } = heldClock();
        const antes = begin({ clock });
        for (let n = 0; n < parts; n++) task();
        await act();
        const presses = antes.journal().records.filter((one) => one.type === 'press');
        expect(
          presses.map((one) => one.by),
          `after ${parts} parts`,
        ).to.deep.equal([by]);
        antes.stop();
        document.querySelector('button')!.disabled = false;
      }
    });

  it('leaves nothing behind, in whichever part it is stopped', () => {
    for (let parts = 0; parts < PARTS; parts++) {
      const listeners = countListeners();
      try {
        const { clock, held, task } = heldClock();
        const antes = begin({ clock });
        for (let n = 0; n < parts; n++) task();
        expect(listeners.left()).to.be.greaterThan(0);
        antes.stop();
        expect(held(), `after ${parts} parts`).to.equal(0);
        expect(listeners.left(), `after ${parts} parts`).to.equal(0);
      } finally {
        listeners.restore();
      }
    }
  });

  it('leaves nothing behind when it is stopped by somebody who hears of a problem', () => {
    document.querySelector('#config')!.textContent = '{"version": 1, "triggers": [], "polizy": {}}';
    for (const address of ['#config', '#missing']) {
      const listeners = countListeners();
      try {
        const onProblem = () => (globalThis as { antes?: { stop(): void } }).antes?.stop();
        document.addEventListener('antes:problem', onProblem, { once: true });
        const { clock, held, task } = heldClock();
        const antes = start(address, { clock });
        Object.assign(globalThis, { antes });
        for (let n = 0; n < PARTS; n++) task();
        antes.stop();
        expect(held()).to.equal(0);
        document.removeEventListener('antes:problem', onProblem);
        expect(listeners.left(), address).to.equal(0);
      } finally {
        listeners.restore();
        delete (globalThis as { antes?: unknown }).antes;
      }
    }
  });

  it('keeps what it was told, in whichever part the page is written anew', async () => {
    for (let parts = 0; parts < PARTS; parts += 3) {
      const { clock, task } = heldClock();
      const antes = begin({ clock, facts: { plan: 'vip' } });
      antes.emit('asked');
      for (let n = 0; n < parts; n++) task();
      const root = document.documentElement;
      root.replaceWith(root.cloneNode());
      // It is noticed before the page has its root back.
      await Promise.resolve();
      await Promise.resolve();
      document.documentElement.replaceWith(root);
      await Promise.resolve();
      const { records, state } = antes.journal();
      // Told anew, or kept with the visit.
      const kept = (state as { decide: { facts: object } } | undefined)?.decide.facts;
      const facts = records.filter((one) => one.type === 'facts').map((one) => one.facts);
      expect([kept, ...facts], `after ${parts} parts`).to.deep.include({ plan: 'vip' });
      antes.stop();
    }
  });

  it('hears what is stored when consent comes in between', () => {
    for (let parts = 0; parts < PARTS; parts += 2) {
      const { clock, task } = heldClock();
      const antes = begin({ clock, consent: 'pending' });
      for (let n = 0; n < parts; n++) task();
      antes.consent('granted');
      const told = antes.journal().records.map(({ type }) => type);
      // What has not begun yet begins with what is stored; all else is told of it, after the page has been seen.
      if (parts > 3)
        expect(told.indexOf('visitor'), `after ${parts} parts`).to.be.greaterThan(told.indexOf('view'));
      else if (parts === 0) expect(told).not.to.include('visitor');
      antes.stop();
    }
  });

  it('goes on with the visit when consent comes before it begins', () => {
    const storage = memoryStorage();
    const before = begin({ storage });
    const { session } = before.journal().visiting;
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    before.stop();
    const { clock } = heldClock();
    const antes = begin({ clock, storage, consent: 'pending' });
    antes.consent('granted');
    expect(antes.journal().visiting.session).to.equal(session);
  });

  it('takes back that a page is open, in whichever part it is stopped', () => {
    for (let parts = 0; parts < PARTS; parts++) {
      const storage = memoryStorage();
      const { clock, task } = heldClock();
      const antes = begin({ clock, storage });
      for (let n = 0; n < parts; n++) task();
      antes.stop();
      expect(storage.getItem('antes.open'), `after ${parts} parts`).to.equal(null);
    }
  });

  it('stores nothing for a consent that comes when all has ended', () => {
    const storage = memoryStorage();
    const antes = begin({ storage, consent: 'pending' });
    antes.why();
    antes.stop();
    antes.consent('granted');
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(
      ['antes.open', 'antes.session', 'antes.visitor'].filter((key) => storage.getItem(key)),
    ).to.deep.equal([]);
  });

  it('takes its turns also where scripts of the page click', () => {
    const { clock, held, task } = heldClock();
    begin({ clock });
    task();
    document.querySelector('button')!.click();
    expect(held()).to.equal(1);
  });

  it('is one start where the root is replaced while the document still comes', async () => {
    let isLoading = true;
    const state = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')!;
    Object.defineProperty(Document.prototype, 'readyState', {
      get(this: Document) {
        return isLoading ? 'loading' : (state.get!.call(this) as string);
      },
      configurable: true,
    });
    try {
      const antes = start({
        version: 1,
        triggers: [],
        journeys: { buy: { steps: [{ id: 'pay', url: '/none' }] } },
      });
      stop = antes.stop;
      antes.step('pay');
      const root = document.documentElement;
      root.replaceWith(root.cloneNode());
      await Promise.resolve();
      document.documentElement.replaceWith(root);
      await Promise.resolve();
      isLoading = false;
      document.dispatchEvent(new Event('DOMContentLoaded'));
      const types = antes.journal().records.map(({ type }) => type);
      expect(types.filter((type) => type === 'view').length).to.equal(1);
      expect(types.filter((type) => type === 'step').length).to.equal(1);
    } finally {
      Object.defineProperty(Document.prototype, 'readyState', state);
    }
  });

  it('is over before the page is left, so that the visit goes on with the next one', () => {
    const { clock } = heldClock();
    const storage = memoryStorage();
    begin({ clock, storage });
    expect(storage.getItem('antes.session')).to.equal(null);
    window.dispatchEvent(new PageTransitionEvent('pagehide'));
    expect(storage.getItem('antes.session')).not.to.equal(null);
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
