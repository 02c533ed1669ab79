import { describe, expect, it } from 'vitest';
import { shopper } from '../../support/shopper.js';
import { notePace, noteStep, paceOf, startPace, type PaceState } from '../../../src/journey/pace.js';

type What = 'focus' | 'input' | 'change' | 'refuse' | 'leave';
const field = (pace: PaceState, what: What, active: number, name = 'zip') =>
  notePace(pace, { type: 'field', what, field: name, form: 'f', kind: 'text', at: 0 }, active);
const view = (pace: PaceState, how: 'load' | 'route' | 'dom' | 'restore') =>
  notePace(pace, { type: 'view', how, path: '/', steps: [], at: 0 }, 0);
/** Fills a field in, in that many milliseconds. */
const fill = (pace: PaceState, ms: number, from = 1_000) => {
  field(pace, 'focus', from);
  field(pace, 'input', from);
  field(pace, 'leave', from + ms);
};
const known = (...times: number[]) => {
  const pace = startPace();
  for (const ms of times) fill(pace, ms);
  return paceOf(pace);
};

describe('time in fields', () => {
  it('is known from three fields on', () => {
    expect(known(2_000, 2_000)).toEqual({});
    expect(known(2_000, 2_000, 2_000)).toEqual({ fieldMs: 2_000 });
  });
  it('is the median by size, in whatever order they came', () => {
    expect(known(9_000, 10_000, 1_000)).toEqual({ fieldMs: 9_000 });
    expect(known(200, 3_000, 1_000, 90_000, 2_000)).toEqual({ fieldMs: 2_000 });
  });
  it('goes with the customer: the last 20 fields say it', () => {
    const early = Array.from({ length: 20 }, () => 1_000);
    expect(known(...early, ...Array.from({ length: 10 }, () => 5_000))).toEqual({ fieldMs: 5_000 });
    expect(known(...early, ...Array.from({ length: 9 }, () => 5_000))).toEqual({ fieldMs: 1_000 });
  });
  it('takes all of these 20', () => {
    const early = Array.from({ length: 20 }, () => 5_000);
    expect(known(...early, ...Array.from({ length: 10 }, () => 1_000))).toEqual({ fieldMs: 5_000 });
    expect(known(...early, ...Array.from({ length: 11 }, () => 1_000))).toEqual({ fieldMs: 1_000 });
  });
  it('says nothing of fields that were only passed through', () => {
    const pace = startPace();
    fill(pace, 1_000);
    fill(pace, 1_000);
    field(pace, 'focus', 0);
    field(pace, 'leave', 500);
    expect(paceOf(pace)).toEqual({});
    // What was entered in the one before does not count for the next.
    expect(pace.fields).toEqual([1_000, 1_000]);
  });
  it('ends when the field is left: what comes later is not of it', () => {
    const pace = startPace();
    fill(pace, 1_000);
    field(pace, 'input', 9_000);
    field(pace, 'leave', 20_000);
    expect(pace.fields).toEqual([1_000]);
  });
  it('is not mixed up with what happens in another field', () => {
    const pace = startPace();
    field(pace, 'focus', 0);
    field(pace, 'input', 100, 'name');
    field(pace, 'leave', 1_000);
    expect(pace.fields).toEqual([]);
    field(pace, 'focus', 0);
    field(pace, 'input', 100);
    field(pace, 'leave', 500, 'name');
    field(pace, 'leave', 1_000);
    expect(pace.fields).toEqual([1_000]);
  });
  it.each(['load', 'route', 'restore'] as const)('is broken off by another page: %s', (how) => {
    const pace = startPace();
    field(pace, 'focus', 0);
    field(pace, 'input', 100);
    view(pace, how);
    field(pace, 'leave', 1_000);
    expect(pace.fields).toEqual([]);
  });
  it('is not broken off by what the page changes in itself, nor by anything else', () => {
    const pace = startPace();
    field(pace, 'focus', 0);
    field(pace, 'input', 100);
    view(pace, 'dom');
    notePace(pace, { type: 'key', at: 0 }, 200);
    field(pace, 'leave', 1_000);
    expect(pace.fields).toEqual([1_000]);
  });
});

describe('time on steps', () => {
  it('is known from the first, as a multiple of the usual one', () => {
    const pace = startPace();
    noteStep(pace, undefined, 10_000);
    expect(paceOf(pace)).toStrictEqual({});
    noteStep(pace, 20_000, 50_000);
    expect(paceOf(pace)).toEqual({ steps: 2 });
  });
  it('is not known from a step that led on by itself', () => {
    const pace = startPace();
    noteStep(pace, undefined, 10_000);
    noteStep(pace, 20_000, 10_000);
    expect(paceOf(pace)).toStrictEqual({});
    noteStep(pace, 20_000, 10_001);
    expect(paceOf(pace)).toEqual({ steps: 1 / 20_000 });
  });
  it('counts from where the step was entered, also after one that has no usual time', () => {
    const pace = startPace();
    noteStep(pace, 20_000, 20_000);
    noteStep(pace, undefined, 100_000);
    noteStep(pace, 20_000, 110_000);
    expect(pace.steps).toEqual([1, 0.5]);
  });
});

describe('a step that was left', () => {
  const journeys = {
    checkout: {
      steps: [
        { id: 'cart', url: '/cart', expected: '20s' },
        { id: 'address', url: '/address', expected: '20s' },
        { id: 'payment', url: '/payment' },
      ],
    },
    returns: { steps: [{ id: 'reason' }, { id: 'parcel' }, { id: 'label', url: '/label' }] },
  };
  const steps = (from: string, to: string) =>
    shopper({ journeys }).view(from).wait(40_000).view(to).engine.state.pace.steps;
  it('onward in its journey, says how long this customer takes', () => {
    expect(steps('/cart', '/address')).toEqual([2]);
    expect(steps('/address', '/payment')).toEqual([2]);
  });
  it('back, out of it or into another journey, was not completed and says nothing', () => {
    for (const to of ['/cart', '/about', '/label']) expect([to, steps('/address', to)]).toEqual([to, []]);
  });
});
