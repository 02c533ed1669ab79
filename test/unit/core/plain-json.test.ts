import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { plainJson } from '../../../src/core/plain-json.js';
import { utf8Length } from '../../../src/report/endpoint/utf8-length.js';

describe('plain JSON', () => {
  afterEach(() => {
    for (const { prototype } of [Array, String, Object]) Reflect.deleteProperty(prototype, 'toJSON');
  });

  it('means what the data are, whatever they are', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(plainJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const json = plainJson(text);
        expect(JSON.parse(json)).toBe(text);
        expect(json).not.toContain('\n');
        expect(utf8Length(json)).toBe(new TextEncoder().encode(json).length);
      }),
    );
  });

  it('leaves out what is undefined, and has null for what is no number', () => {
    expect(plainJson({ a: undefined, b: [undefined, NaN, Infinity, () => 1] })).toBe(
      '{"b":[null,null,null,null]}',
    );
    expect(plainJson('\ud800')).toBe('"\\ud800"');
  });

  it('asks nobody how it is to be written', () => {
    for (const { prototype } of [Array, String, Object])
      Object.defineProperty(prototype, 'toJSON', { value: () => 'wrong', configurable: true });
    expect(plainJson({ list: ['a', { b: 1 }], text: 'c' })).toBe('{"list":["a",{"b":1}],"text":"c"}');
  });
});
