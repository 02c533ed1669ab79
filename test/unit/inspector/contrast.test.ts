import { describe, expect, it } from 'vitest';
import { contrast, readColour } from '../../../src/inspector/model/contrast.js';
import { colourOf, contrast as ofCheck } from '../../../src/check/theme/colours.js';

describe('contrast, as the page has it', () => {
  it.each([
    ['#000', '#fff'],
    ['#777777', '#ffffff'],
    ['#1d51b5', '#20252e'],
    ['#ab302680', '#ffffff'],
    ['#ffffff', '#1a212d80'],
  ])('is what antes check says: %s on %s', (colour, on) => {
    const asComputed = (hex: string) => {
      const full = hex.length === 4 ? hex.replace(/[\da-f]/g, '$&$&') : hex;
      const [r, g, b, a = 255] = full.match(/[\da-f]{2}/g)!.map((part) => Number.parseInt(part, 16));
      return `color(srgb ${r! / 255} ${g! / 255} ${b! / 255} / ${a / 255})`;
    };
    for (const scheme of ['light', 'dark'] as const)
      expect(contrast(readColour(asComputed(colour))!, readColour(asComputed(on))!, scheme)).toBeCloseTo(
        ofCheck(colourOf(colour)!, colourOf(on)!, scheme),
        3,
      );
  });
  it('reads both ways in which browsers say a colour, and no other', () => {
    expect(readColour('rgb(255, 0, 51)')).toEqual([1, 0, 0.2, 1]);
    expect(readColour('rgba(255, 0, 51, 0.5)')).toEqual([1, 0, 0.2, 0.5]);
    expect(readColour('color(srgb 1 0 2e-1 / 0.5)')).toEqual([1, 0, 0.2, 0.5]);
    expect(readColour('oklch(0.5 0.1 20)')).toBe(undefined);
  });
});
