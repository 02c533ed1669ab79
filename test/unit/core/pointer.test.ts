import { expect, it } from 'vitest';
import { below, namesIn } from '../../../src/core/pointer.js';

it('names of any letters are led to and read again', () => {
  expect(below('/content', 'a/b~c')).toBe('/content/a~1b~0c');
  for (const name of ['a', '', '/', '~1', '~01', 'a/b~c', '__proto__'])
    expect(namesIn(below(below('', 'content'), name))).toEqual(['content', name]);
});
