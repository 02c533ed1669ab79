import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSplitter } from '../../../src/cli/recordings/splitter.js';

/** What is found in a text that comes in pieces of this length. */
function split(text: string, piece = 3): unknown[] {
  const found: unknown[] = [];
  const splitter = createSplitter((json) => found.push(JSON.parse(json)));
  for (let i = 0; i < text.length; i += piece) splitter.push(text.slice(i, i + piece));
  splitter.end();
  return found;
}

describe('a text of JSON', () => {
  it('of a value a line, or one after the other', () => {
    expect(split('{"a":1}\n{"b":[2,{"c":"}"}]}\n\n')).toEqual([{ a: 1 }, { b: [2, { c: '}' }] }]);
    expect(split('{"a":1}{"b":2} 3 "x" true')).toEqual([{ a: 1 }, { b: 2 }, 3, 'x', true]);
    expect(split('\uFEFF{"a":1}')).toEqual([{ a: 1 }]);
  });
  it('of a list is its entries', () => {
    expect(split('[ {"a":[1]} , 2,"x,]", [3] ]')).toEqual([{ a: [1] }, 2, 'x,]', [3]]);
    expect(split('[]')).toEqual([]);
    expect(split('[1]\n[2]')).toEqual([1, 2]);
  });
  it('of an object around events is these', () => {
    expect(
      split('{"story":"x","n":[1],"events":[{"type":0},{"type":"]"}],"more":{"a":[1]}}\n{"b":1}'),
    ).toEqual([{ type: 0 }, { type: ']' }, { b: 1 }]);
    expect(split('{"events": []}')).toEqual([]);
    expect(split('{"a":{"events":[1]}}')).toEqual([{ a: { events: [1] } }]);
  });
  it('that ends in the middle is told', () => {
    for (const text of ['{"a":1', '[{"a":1}', '"x', '[1,2'])
      expect(() => split(text)).toThrow('in the middle');
  });
  it('comes out as it went in, however it is cut', () =>
    fc.assert(
      fc.property(fc.array(fc.json()), fc.integer({ min: 1, max: 50 }), (values, piece) => {
        const texts = values.map((json) => JSON.stringify({ json: JSON.parse(json) as unknown }));
        const whole = texts.map((text) => JSON.parse(text) as unknown);
        expect(split(texts.join('\n'), piece)).toEqual(whole);
        expect(split(`[${texts.join(', ')}]`, piece)).toEqual(whole);
        expect(split(`{"events":[${texts.join(',')}]}`, piece)).toEqual(whole);
      }),
    ));
});
