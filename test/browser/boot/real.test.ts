import { expect } from '@open-wc/testing';
import { real } from '../../../src/core/real.js';

describe('what the browser has given', () => {
  it('is read where the page has names of its own for it', () => {
    const form = document.createElement('form');
    form.innerHTML = '<input name="matches"><input name="localName">';
    expect(form.localName).not.to.equal('form');
    expect(real(form).localName).to.equal('form');
    expect(real(form).matches('form')).to.equal(true);
  });

  it('also of what was asked for that already', () => {
    expect(real(real(document)).querySelector('html')).to.equal(document.documentElement);
    const event = new MouseEvent('click', { bubbles: true });
    Object.defineProperty(event, 'composedPath', { value: () => [] });
    document.body.addEventListener('click', () => {
      const seen = real(real(event));
      expect(seen.composedPath()[0]).to.equal(document.body);
      expect(seen.type).to.equal('click');
    });
    document.body.dispatchEvent(event);
  });
});
