import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { buttonPlaces, choose, tipPlaces, type Box } from '../../../src/ui/hint/beside.js';

const window: Box = { left: 0, top: 0, width: 1000, height: 600 };
const anchor: Box = { left: 100, top: 200, width: 200, height: 40 };
const button = { width: 28, height: 28 };
const tip = { width: 300, height: 120 };
const overlaps = (a: Box, b: Box) =>
  a.left < b.left + b.width &&
  b.left < a.left + a.width &&
  a.top < b.top + b.height &&
  b.top < a.top + a.height;
const inside = (box: Box) =>
  box.left >= 0 && box.top >= 0 && box.left + box.width <= 1000 && box.top + box.height <= 600;

describe('a place for the button', () => {
  it('is behind its anchor, in its middle', () => {
    const { box } = choose(buttonPlaces(anchor, button, false), window, [anchor]);
    expect(box).toEqual({ left: 306, top: 206, ...button });
  });

  it('is before it where the page runs from right to left', () => {
    expect(choose(buttonPlaces(anchor, button, true), window, [anchor]).box.left).toBe(66);
  });

  it('is above the end of a field that is as wide as the window', () => {
    const wide = { ...anchor, left: 0, width: 1000 };
    expect(choose(buttonPlaces(wide, button, false), window, [wide]).box).toEqual({
      left: 972,
      top: 171,
      ...button,
    });
  });

  it('is below, where the focus is above', () => {
    const wide = { ...anchor, left: 0, width: 1000 };
    const above = { left: 0, top: 150, width: 1000, height: 45 };
    expect(choose(buttonPlaces(wide, button, false), window, [wide, above]).box.top).toBe(241);
  });

  it.each([
    ['top', { left: 272, top: 171 }],
    ['bottom', { left: 272, top: 241 }],
    ['start', { left: 66, top: 206 }],
    ['end', { left: 306, top: 206 }],
    ['auto', { left: 306, top: 206 }],
  ])('is on the side that is wanted: %s', (side, spot) => {
    const { box } = choose(buttonPlaces(anchor, button, false, side), window, [anchor]);
    expect(box).toEqual({ ...spot, ...button });
  });

  it('is on another side where the one that is wanted has no room', () => {
    const high = { ...anchor, top: 10 };
    expect(choose(buttonPlaces(high, button, false, 'top'), window, [high]).box.left).toBe(306);
  });

  it('start and end follow the line, from right to left too', () => {
    expect(buttonPlaces(anchor, button, true, 'start')[0]?.left).toBe(306);
  });

  it('is not on another control', () => {
    const { index } = choose(buttonPlaces(anchor, button, false), window, [anchor], {
      blocks: ({ left }) => left > 300,
    });
    expect(index).toBe(1);
  });
});

describe('a place for what it opens', () => {
  const beside = choose(buttonPlaces(anchor, button, false), window, [anchor]).box;
  const place = (of: Box, keep: readonly Box[] = [of, beside], at?: number) =>
    choose(tipPlaces(of, beside, tip, window, false), window, keep, { at });

  it('is below its anchor', () => {
    expect(place(anchor)).toMatchObject({ index: 0, box: { left: 100, top: 246 } });
  });

  it.each([
    ['top', { left: 100, top: 74 }],
    ['bottom', { left: 100, top: 246 }],
    ['end', { left: 340, top: 206 }],
  ])('is on the side that is wanted: %s', (side, spot) => {
    const places = tipPlaces(anchor, beside, tip, window, false, side);
    expect(choose(places, window, [anchor, beside]).box).toMatchObject(spot);
  });

  it('is elsewhere where the side that is wanted has no room', () => {
    const places = tipPlaces(anchor, beside, tip, window, false, 'start');
    expect(choose(places, window, [anchor, beside]).box).toMatchObject({ left: 100, top: 246 });
  });

  it('is above where there is no room below', () => {
    const low = { ...anchor, top: 540 };
    expect(place(low).index).toBe(1);
  });

  it('stays where it is for as long as that is right', () => {
    expect(place(anchor, [anchor], 1).index).toBe(1);
    expect(place({ ...anchor, top: 50 }, [anchor], 1).index).toBe(0);
  });

  it('says when it is in the way wherever it goes', () => {
    expect(place(anchor, [window]).covers).toBe(true);
  });

  it('covers neither its anchor nor the button, and is in the window where that can be', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 700 }),
        fc.integer({ min: 0, max: 560 }),
        fc.integer({ min: 10, max: 300 }),
        fc.boolean(),
        (left, top, width, rtl) => {
          const of = { left, top, width, height: 40 };
          const at = choose(buttonPlaces(of, button, rtl), window, [of]);
          expect(overlaps(at.box, of)).toBe(false);
          const opened = choose(tipPlaces(of, at.box, tip, window, rtl), window, [of, at.box]);
          expect(opened.covers).toBe(false);
          expect(inside(opened.box)).toBe(true);
        },
      ),
    );
  });
});
