import { describe, expect, it } from 'vitest';
import { asTold, real } from '../../../src/core/real.js';

/** As natives are: what they know is in them, and they work on nothing else. */
class Native {
  #kind = 'form';
  get kind() {
    return this.#kind;
  }
  tell() {
    return `a ${this.#kind}`;
  }
  same(other: unknown) {
    return other === this;
  }
}

describe('what the browser has given', () => {
  it('is read where the page has put something else over it', () => {
    const node = new Native();
    Object.defineProperties(node, { kind: { value: 'mine' }, tell: { value: () => 'mine' } });
    expect([node.kind, node.tell()]).toEqual(['mine', 'mine']);
    const seen = real(node);
    expect([seen.kind, seen.tell()]).toEqual(['form', 'a form']);
  });

  it('is called on the thing itself, also through two of these', () => {
    const node = new Native();
    expect(real(node).same(node)).toBe(true);
    expect(real(real(node)).tell()).toBe('a form');
  });

  it('is only what it has given: what the page adds is not there', () => {
    expect(real(Object.assign(new Native(), { added: 1 }))).not.toHaveProperty('added');
  });
});

describe('an event while it is told', () => {
  class Told {
    readonly #type = 'click';
    constructor(own: PropertyDescriptorMap = {}) {
      Object.defineProperties(this, own);
    }
    get type() {
      return this.#type;
    }
  }
  const told = (own?: PropertyDescriptorMap) => new Told(own) as unknown as Event;
  const trusted = { isTrusted: { value: true } };
  const written = { type: { value: 'mine' } };

  it('is itself as long as nobody has written over it', () => {
    for (const event of [told(), told(trusted)]) expect(asTold(event)).toBe(event);
  });

  it('is read behind whatever a page has written', () => {
    for (const event of [told(written), told({ ...trusted, ...written }), told({ ...written, ...trusted })]) {
      expect(event.type).toBe('mine');
      expect(asTold(event).type).toBe('click');
    }
  });
});
