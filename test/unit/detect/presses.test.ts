import { describe, expect, it } from 'vitest';
import type { Place } from '../../../src/core/happenings.js';
import { ANSWER_MAX_MS, type PressRecord } from '../../../src/core/records.js';
import {
  addPress,
  applyEffect,
  applyRequest,
  applyView,
  isBusy,
  isOpen,
  isSilent,
  startedBy,
  voidOpen,
  waitingFor,
  type Presses,
} from '../../../src/detect/presses.js';

const place: Place = { step: null, journey: null, path: '/', visit: 1, stay: 1 };
/** A ledger with presses at these times, by target. */
function ledger(...presses: [at: number, target: string, more?: Partial<PressRecord>][]): Presses {
  const list: Presses = [];
  presses.forEach(([at, target, more = {}], i) => {
    addPress(
      list,
      {
        type: 'press',
        id: i + 1,
        at,
        target,
        role: 'button',
        region: 'main',
        by: 'mouse',
        x: 0,
        y: 0,
        interactive: true,
        ...more,
      },
      place,
    );
  });
  return list;
}
const answer = (list: Presses, at: number, more: { press?: number; busy?: true } = {}) =>
  applyEffect(list, { type: 'effect', at, channel: 'mutation', ...more }).map(({ id }) => id);

describe('an effect', () => {
  it('soon after a press answers that one, and earlier ones of the same control', () => {
    expect(answer(ledger([0, 'a'], [500, 'b'], [800, 'b']), 900)).toEqual([2, 3]);
  });
  it('later answers everything that still waits', () =>
    expect(answer(ledger([0, 'a'], [500, 'b']), 1_500)).toEqual([1, 2]));
  it('with a name answers just that press', () =>
    expect(answer(ledger([0, 'a'], [500, 'b']), 600, { press: 1 })).toEqual([1]));
  it('with a name answers earlier presses of that control, not later ones', () => {
    const list = ledger([0, 'a'], [500, 'a'], [600, 'a']);
    expect(answer(list, 700, { press: 2 })).toEqual([1, 2]);
    expect(list[2]!.answeredAt).toBeUndefined();
  });
  it('answers nothing twice', () => {
    const list = ledger([0, 'a']);
    expect(answer(list, 100)).toEqual([1]);
    expect(answer(list, 200)).toEqual([]);
  });
  it('answers nothing that has given up', () => {
    expect(answer(ledger([0, 'a']), ANSWER_MAX_MS)).toEqual([1]);
    expect(answer(ledger([0, 'a']), ANSWER_MAX_MS + 1)).toEqual([]);
  });
  it('answers nothing that came after it', () => expect(answer(ledger([500, 'a']), 400)).toEqual([]));
  it('that is mere progress keeps the press waiting, up to a minute', () => {
    const list = ledger([0, 'a']);
    expect(answer(list, 100, { busy: true })).toEqual([]);
    expect(isBusy(list[0]!)).toBe(true);
    expect(isOpen(list[0]!, 60_000)).toBe(true);
    expect(isOpen(list[0]!, 60_001)).toBe(false);
    expect(answer(list, 30_000)).toEqual([1]);
    expect(isBusy(list[0]!)).toBe(false);
  });
});

describe('another page', () => {
  const view = (list: Presses, at: number, how: 'load' | 'route' | 'dom' | 'restore') => {
    const answered = applyView(list, { type: 'view', at, how, path: '/next', steps: [] });
    return [answered.map(({ id }) => id), list.flatMap(({ id, void: gone }) => (gone ? [id] : []))];
  };
  it('answers the newest press, however long it took; of the others nothing can be said', () => {
    expect(view(ledger([0, 'a'], [500, 'b'], [1_000, 'a']), 5_000, 'load')).toEqual([[1, 3], [2]]);
    expect(view(ledger([0, 'a']), 400, 'restore')).toEqual([[1], []]);
  });
  it('answers the one that still waits, although another was answered since', () => {
    const list = ledger([0, 'a'], [600, 'zip', { answer: 'focus' }]);
    expect(view(list, 900, 'load')).toEqual([[1], []]);
    expect(view(ledger([0, 'a'], [600, 'zip', { answer: 'focus' }]), 900, 'route')).toEqual([[1], []]);
  });
  it('is no answer where the same page shows another step', () =>
    expect(view(ledger([0, 'a']), 400, 'dom')).toEqual([[], []]));
  it('at another address of the same page the others wait on', () =>
    expect(view(ledger([0, 'a'], [500, 'b']), 900, 'route')).toEqual([[2], []]));
});

describe('a request', () => {
  const request = (start: number, at: number) =>
    ({ type: 'request', start, at, status: 200, own: true }) as const;
  it('belongs to the press it began with: from 100 ms before to 500 ms after it', () => {
    const list = ledger([1_000, 'a']);
    expect([899, 900, 1_500, 1_501].map((start) => startedBy(list, request(start, 2_000))?.id)).toEqual([
      undefined,
      1,
      1,
      undefined,
    ]);
  });
  it('belongs to the later of two', () =>
    expect(startedBy(ledger([0, 'a'], [300, 'b']), request(310, 900))?.id).toBe(2));
  it('answers it when it ends', () =>
    expect(applyRequest(ledger([0, 'a'], [2_000, 'b']), request(50, 3_000)).map(({ id }) => id)).toEqual([
      1,
    ]));
});

it('waits for an earlier press of the same control or region', () => {
  const wait = (...presses: Parameters<typeof ledger>) => waitingFor(ledger(...presses), 3_000, 2_000)?.id;
  expect(wait([0, 'a'], [3_000, 'a', { region: 'nav' }])).toBe(1);
  expect(wait([0, 'a'], [3_000, 'b'])).toBe(1);
  expect(wait([0, 'a'], [3_000, 'b', { region: 'nav' }])).toBeUndefined();
  expect(wait([1_000, 'a'], [3_000, 'a'])).toBeUndefined();
  expect(wait([0, 'a', { exempt: 'text' }], [3_000, 'a'])).toBeUndefined();
  expect(wait([3_000, 'a'])).toBeUndefined();
});

it('what is no press is no second try', () => {
  for (const more of [{ exempt: 'text' }, { gesture: 'swipe' }] as const)
    expect(waitingFor(ledger([0, 'a'], [3_000, 'a', more]), 3_000, 2_000)).toBeUndefined();
});

it('keeps what is told of a press, and judges no gesture', () => {
  const more = { gesture: 'tap', near: 'a', affords: true, state: 2 } as const;
  expect(ledger([0, 'a', more])[0]).toMatchObject({ ...more, interactive: true, judged: false });
  expect(ledger([0, 'a', { exempt: 'modified' }])[0]).toMatchObject({ exempt: 'modified', judged: false });
});

it('is silent until there is a sign of life', () => {
  const silent = (more: { press?: number; busy?: true }) => {
    const list = ledger([0, 'a'], [100, 'b']);
    answer(list, 200, more);
    return list.map((press) => isSilent(press));
  };
  expect(silent({ press: 2 })).toEqual([true, false]);
  expect(silent({ press: 1, busy: true })).toEqual([false, true]);
});

it('out of sight nothing waits', () => {
  const list = ledger([0, 'a'], [100, 'b', { answer: 'focus' }]);
  voidOpen(list, 500);
  expect(list.map((press) => press.void)).toEqual([true, undefined]);
  expect(isSilent(list[0]!)).toBe(false);
  expect(answer(list, 600)).toEqual([]);
});

it('keeps a bounded number', () => {
  const list: Presses = [];
  for (let i = 0; i < 100; i++)
    addPress(
      list,
      {
        type: 'press',
        id: i,
        at: i,
        target: 'a',
        role: 'button',
        region: 'main',
        by: 'mouse',
        x: 0,
        y: 0,
        interactive: true,
      },
      place,
    );
  expect(list.length).toBeLessThanOrEqual(30);
  expect(list.at(-1)!.id).toBe(99);
});

describe('a request to somebody else', () => {
  const foreign = { type: 'request', start: 50, at: 300, status: 200, own: false } as const;
  it('was started by no press, and answers none', () => {
    const list = ledger([0, 'a']);
    expect(startedBy(list, foreign)).toBeUndefined();
    expect(applyRequest(list, foreign)).toEqual([]);
    expect(isSilent(list[0]!)).toBe(true);
  });
});

describe('how long presses are kept', () => {
  const kept = (...presses: Parameters<typeof ledger>) => ledger(...presses).map(({ id }) => id);
  it('answered ones for 20 s', () => {
    expect(kept([0, 'a', { answer: 'focus' }], [20_000, 'b'])).toEqual([1, 2]);
    expect(kept([0, 'a', { answer: 'focus' }], [20_001, 'b'])).toEqual([2]);
  });
  it('others for as long as a request may hang', () => {
    expect(kept([0, 'a'], [1, 'b', { answer: 'focus' }], [90_000, 'c'])).toEqual([1, 3]);
    expect(kept([0, 'a'], [90_001, 'c'])).toEqual([2]);
  });
});
