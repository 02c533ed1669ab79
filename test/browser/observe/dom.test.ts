import { expect } from '@open-wc/testing';
import { closePages, key, openPage, press, type, until } from './page.js';

afterEach(closePages);

/** Members of elements that a control of the same name replaces in its form, and of documents that a picture replaces. */
const OF_FORM =
  'childNodes firstChild nextElementSibling parentNode textContent isConnected nodeType getAnimations getBoundingClientRect checkVisibility shadowRoot ownerDocument localName closest matches contains querySelector querySelectorAll getAttribute getRootNode id form type name elements validity compareDocumentPosition isEqualNode'.split(
    ' ',
  );
const OF_DOCUMENT =
  'body title activeElement elementFromPoint elementsFromPoint visibilityState readyState hasFocus defaultView querySelectorAll createRange createTreeWalker'.split(
    ' ',
  );

describe('a page whose own names stand in the way', () => {
  it('is observed like any other', async () => {
    const page = openPage(
      `<style>@keyframes turn{to{rotate:1turn}}.turn{animation:turn 50ms}</style>
       <form id="f" data-antes-key="f" onsubmit="event.preventDefault()" style="cursor:pointer;padding:20px">Words of its own<div class="edge" style="height:20px"></div>
       ${OF_FORM.map((name) => `<input name="${name}" type="hidden">`).join('')}<label>City <input class="city"></label>
       <button>Send</button></form><div id="out"></div>${OF_DOCUMENT.map((name) => `<img name="${name}" alt="">`).join('')}`,
    );
    try {
      const form = page.find('form');
      const told = () => page.of('field-error').length + page.of('message').length;
      for (let i = 0; i < 4; i++) {
        await press(page.find('button'));
        form.setAttribute('class', `turn tried-${i}`);
        page
          .find('#out')
          .insertAdjacentHTML(
            'beforeend',
            `<p class="error" role="alert">The card was declined ${'!'.repeat(i)}</p>`,
          );
        await until(() => told() > i, 1_500);
        form.removeAttribute('class');
        page.find('.error').remove();
        // The form itself, by its hand cursor.
        await press(page.find('.edge'));
        page.find('.city').focus();
        await type('a');
        await key('Tab');
      }
      await until(() => page.presses().length === 8);
      expect(page.problems).to.deep.equal([]);
      expect(page.presses().filter(({ target }) => target === 'f')).to.have.length(4);
      expect(told()).to.be.at.least(4);
    } finally {
      page.stop();
    }
    expect(page.problems).to.deep.equal([]);
  });
});
