import { expect } from '@open-wc/testing';
import { AntesNotice } from '../../../src/elements.js';
import { register } from '../../../src/ui/register.js';

const fresh = () => class extends HTMLElement {};

describe('register', () => {
  it('takes another name where the tag belongs to somebody else, and does not throw twice', () => {
    const theirs = fresh();
    const ours = fresh();
    // oxlint-disable-next-line wc/guard-define-call -- taking the tag is the test
    customElements.define('antes-taken', theirs);
    register('antes-taken', ours);
    register('antes-taken', ours);
    expect(customElements.get('antes-taken')).to.equal(theirs);
    expect(customElements.get('antes-taken-2')).to.equal(ours);
    expect(customElements.get('antes-taken-3')).to.equal(undefined);
  });

  it('leaves alone what the page has registered under a name of its own', () => {
    const ours = fresh();
    // oxlint-disable-next-line wc/guard-define-call -- taking the tag is the test
    customElements.define('shop-help', ours);
    register('antes-own', ours);
    expect(customElements.get('antes-own')).to.equal(undefined);
    expect(new ours().localName).to.equal('shop-help');
  });

  it('importing the classes registers nothing', () => {
    expect(customElements.getName(AntesNotice)).to.equal(null);
  });
});
