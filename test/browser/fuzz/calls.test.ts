import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { start, type Antes, type Config } from '../../../src/index.js';
import { takeProblems } from '../../support/page-guard.js';
import { drawn, SEED } from './fuzz.js';
import { GARBAGE } from './garbage.js';

const SEQUENCES = 60;
const CALLS = 30;

const CONFIG: Config = {
  version: 1,
  facts: { tier: { type: 'string' }, total: { type: 'number', show: true } },
  reasons: { why: { title: 'Why', owner: 'web', quadrant: 'simplify' } },
  content: {
    text: {
      title: 'Text {total}',
      actions: [
        { label: 'Call', call: 'host.fails' },
        { label: 'Solved', resolve: true },
      ],
    },
  },
  report: { call: 'told' },
  triggers: [
    {
      id: 'go',
      when: { event: 'go' },
      timing: { at: 'now' },
      reason: 'why',
      show: { content: 'text', as: 'notice' },
    },
  ],
};

type Method = Exclude<keyof Antes, 'version' | 'config' | 'problems'>;
const SOUND: Readonly<Record<Method, readonly (readonly unknown[])[]>> = {
  emit: [['go'], ['order-placed', { id: 1 }], ['constructor', { ['__proto__']: 1 }]],
  facts: [[{ tier: 'gold' }], [{ total: 3, tier: null }]],
  step: [['payment'], [null]],
  register: [
    ['told', () => {}],
    ['host.fails', () => Promise.reject(new Error('host: refused'))],
  ],
  on: [
    ['help', () => {}],
    ['problem', () => GARBAGE.find((one) => typeof one === 'function')],
  ],
  open: [[], ['text']],
  mute: [[], ['1h'], [null]],
  consent: [['granted'], ['denied'], ['pending']],
  why: [[], ['go']],
  journal: [[]],
  inspect: [[]],
  push: [[() => {}]],
  stop: [[]],
};

/** Its number: what fails when it is looked at cannot be drawn itself. */
const garbage = fc.nat(GARBAGE.length - 1);
const call = fc.record({
  method: fc.constantFrom(
    ...(Object.keys(SOUND) as Method[]),
    'emit' as const,
    'facts' as const,
    'event' as const,
  ),
  sound: fc.nat(5),
  given: fc.array(garbage, { maxLength: 3 }),
});
const sequence = fc.record({
  config: fc.oneof({ weight: 4, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: garbage }),
  options: fc.oneof(
    { weight: 1, arbitrary: garbage },
    {
      weight: 2,
      arbitrary: fc.dictionary(
        fc.constantFrom('facts', 'locale', 'consent', 'endpoint', 'root', 'seed', 'debug', 'storage'),
        garbage,
        { maxKeys: 4 },
      ),
    },
  ),
  calls: fc.array(call, { minLength: CALLS, maxLength: CALLS, size: 'max' }),
});

/** Listeners that are there, by whoever added them. */
function countListeners(): { count(): number; end(): void } {
  const own = EventTarget.prototype;
  const { addEventListener, removeEventListener } = own;
  const there = new Map<EventTarget, Map<string, { once: boolean }>>();
  const ids = new WeakMap<object, number>();
  let next = 0;
  const keyOf = (type: string, fn: object, how: unknown) => {
    if (!ids.has(fn)) ids.set(fn, ++next);
    const capture =
      typeof how === 'object' && how !== null
        ? (how as { capture?: boolean }).capture === true
        : how === true;
    return `${type} ${ids.get(fn)} ${capture}`;
  };
  own.addEventListener = function (type, fn, how) {
    addEventListener.call(this, type, fn, how);
    if (!fn || (this !== window && this !== document)) return;
    const list = there.get(this) ?? new Map<string, { once: boolean }>();
    there.set(this, list);
    const key = keyOf(type, fn, how);
    const { once = false, signal } = typeof how === 'object' ? how : {};
    if (signal?.aborted) return;
    list.set(key, { once });
    if (signal) addEventListener.call(signal, 'abort', () => void list.delete(key), { once: true });
  };
  own.removeEventListener = function (type, fn, how) {
    removeEventListener.call(this, type, fn, how);
    if (fn) there.get(this)?.delete(keyOf(type, fn, how));
  };
  return {
    count: () => [...there.values()].reduce((sum, list) => sum + list.size, 0),
    end: () => void Object.assign(own, { addEventListener, removeEventListener }),
  };
}

const settled = () => new Promise((done) => setTimeout(done, 30));
const ofUs = () =>
  [...document.querySelectorAll('*')]
    .map(({ localName }) => localName)
    .filter((name) => name.startsWith('antes-'));

describe(`calls of a page that is out of its mind (${SEED})`, () => {
  it('never throw, turn no part off, and leave nothing behind', async function () {
    this.timeout(60_000);
    const { onerror, onunhandledrejection } = window;
    // The page's own errors are reported as its own, which is not what is tried here.
    window.onerror = window.onunhandledrejection = null;
    // Kept out of the log.
    const quiet = (event: ErrorEvent) => event.message.includes('host:') && event.preventDefault();
    addEventListener('error', quiet);
    // What every page has: tests run in one.
    const warm = start(CONFIG, { storage: null });
    await settled();
    warm.stop();
    await settled();
    const elements = ofUs();
    for (const [i, one] of drawn(sequence, SEQUENCES).entries()) {
      const listeners = countListeners();
      const names = Object.getOwnPropertyNames(window).length;
      const where = (what: string) => `${what} in sequence ${i}`;
      let antes: Antes | undefined;
      let last = 'start';
      try {
        antes = start(
          (one.config === undefined ? CONFIG : GARBAGE[one.config]) as Config,
          optionsOf(one.options),
        );
        for (const { method, sound, given } of one.calls) {
          last = method;
          const args = sound < 3 ? soundArgs(method, sound) : given.map((n) => GARBAGE[n]);
          if (method === 'event')
            document.dispatchEvent(new CustomEvent('antes:emit', { detail: GARBAGE[given[0] ?? 0] }));
          else if (method !== 'stop' || sound === 5)
            (antes[method] as (...all: unknown[]) => unknown)(...args);
          if (sound === 4) await Promise.resolve();
        }
        await settled();
        // The help that is there is used.
        for (const button of document.querySelectorAll('antes-notice'))
          button.shadowRoot?.querySelectorAll('button').forEach((each) => each.click());
        await settled();
        last = 'stop';
        antes.stop();
        antes.stop();
        antes.emit('go');
        expect(antes.why(), 'after the end').to.deep.equal([]);
      } catch (error) {
        throw new Error(where(`${last}: ${String(error)}`), { cause: error });
      } finally {
        antes?.stop();
        listeners.end();
      }
      await settled();
      const wrong = antes.problems.filter(({ code }) => code === 'PART_FAILED' || code === 'PART_OFF');
      expect(wrong, where('problems')).to.deep.equal([]);
      expect(listeners.count(), where('listeners')).to.equal(0);
      expect(ofUs(), where('elements')).to.deep.equal(elements);
      expect(Object.getOwnPropertyNames(window).length, where('globals')).to.equal(names);
      const others = takeProblems().filter((text) => !text.includes('host:'));
      expect(others, where('errors')).to.deep.equal([]);
      expect(({} as { polluted?: true }).polluted).to.equal(undefined);
    }
    removeEventListener('error', quiet);
    Object.assign(window, { onerror, onunhandledrejection });
  });
});

const optionsOf = (options: number | Record<string, number>): object =>
  typeof options === 'number'
    ? (GARBAGE[options] as object)
    : Object.fromEntries(Object.entries(options).map(([name, n]) => [name, GARBAGE[n]]));
const soundArgs = (method: Method | 'event', i: number): readonly unknown[] =>
  method === 'event' ? [] : SOUND[method][i % SOUND[method].length]!;
