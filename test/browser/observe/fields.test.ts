import { expect } from '@open-wc/testing';
import { closePages, key, openPage, type Page, press, type, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

const fields = (page: Page) =>
  page.of('field').map(({ what, field, via }) => (via ? `${what} ${field} ${via}` : `${what} ${field}`));

describe('fields', () => {
  it('tells focus, kinds of edits, change and leaving, thinned out', async () => {
    const page = openPage(
      '<form name="f"><input name="city" required placeholder="City"><input name="next"></form>',
    );
    page.find('input').focus();
    await type('abc');
    await wait(120);
    for (let i = 0; i < 3; i++) await key('Backspace');
    await type('d');
    await key('Tab');
    const told = fields(page);
    expect(told[0]).to.equal('focus city');
    expect(told).to.include.members([
      'input city type',
      'input city clear',
      'change city',
      'leave city',
      'focus next',
    ]);
    const leave = page.of('field').find(({ what }) => what === 'leave')!;
    expect(leave).to.deep.include({ form: 'f', kind: 'text', empty: false, valid: true });
  });

  it('thins out typing', async () => {
    const page = openPage('<textarea name="note"></textarea>');
    page.find('textarea').focus();
    await type('a long sentence typed by a machine');
    const { length } = page.of('field').filter(({ what }) => what === 'input');
    expect(length).to.be.within(1, 20);
    expect(page.of('key').length).to.be.within(1, 20);
  });

  it('knows what kind of field it is', async () => {
    const page = openPage(
      '<input name="a" autocomplete="cc-number"><input name="b" autocomplete="one-time-code"><input name="c" type="date"><textarea name="d"></textarea><select name="e"></select><input name="f">',
    );
    for (const el of page.host.querySelectorAll<HTMLElement>('input,textarea,select')) el.focus();
    const kinds = page
      .of('field')
      .filter(({ what }) => what === 'focus')
      .map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['lookup', 'lookup', 'lookup', 'long-text', 'choice', 'text']);
  });

  it('a step of a number is no filling in by the browser', async () => {
    const page = openPage('<input type="number" name="n" value="1"><input type="time" name="t">');
    page.find('input').focus();
    await key('ArrowUp');
    await until(() => page.of('field').some(({ what }) => what === 'input'));
    page.find('[name=t]').focus();
    await type('1234');
    const vias = page.of('field').flatMap(({ field, via }) => (via ? `${field} ${via}` : []));
    expect(vias[0]).to.equal('n type');
    expect(vias.filter((one) => /autofill/.test(one))).to.deep.equal([]);
  });

  it('tells no more of a password than focus and leaving', async () => {
    const page = openPage(
      '<input type="password" name="secret" required placeholder="x"><button>next</button>',
    );
    page.find('input').focus();
    await type('hunter2');
    await key('Tab');
    expect(fields(page)).to.deep.equal(['focus secret', 'leave secret']);
    expect(page.of('field')[1]).not.to.have.any.keys('empty', 'valid');
  });

  it('tells choices when they change', async () => {
    const page = openPage('<input type="checkbox" name="terms">');
    await press(page.find('input'));
    await until(() => page.of('field').some(({ what }) => what === 'change'));
    expect(fields(page)).to.include('change terms');
    expect(fields(page)).not.to.include('input terms type');
  });
});

describe('field errors', () => {
  const errors = (page: Page) =>
    page
      .of('field-error')
      .map(({ field, source, atLoad, same }) =>
        [field, source, atLoad ? 'load' : '', same ? 'same' : ''].filter(Boolean).join(' '),
      );
  // The page is looked at after 100 ms, and later on a machine that is busy.
  const settled = () => wait(500);

  it('native: again on every send, and right when it is right', async () => {
    const page = openPage(
      '<form name="f"><input name="mail" type="email" required><button>Send</button></form>',
    );
    page.find('form').addEventListener('submit', (event) => event.preventDefault());
    await press(page.find('button'));
    await press(page.find('button'));
    expect(errors(page)).to.deep.equal(['mail invalid', 'mail invalid same']);
    page.find('input').focus();
    await type('a@b.es');
    await until(() => page.of('field-ok').length);
    expect(page.of('field-ok').map(({ field }) => field)).to.deep.equal(['mail']);
  });

  it('aria-invalid, said once more of what was corrected', async () => {
    const page = openPage('<input name="a"><input name="b">');
    const input = page.find('input');
    input.addEventListener('blur', () => input.setAttribute('aria-invalid', 'true'));
    for (let i = 1; i <= 2; i++) {
      input.focus();
      await type('1');
      page.find('input + input').focus();
      await until(() => errors(page).length === i);
    }
    // Nothing was changed this time.
    input.focus();
    page.find('input + input').focus();
    await settled();
    expect(errors(page)).to.deep.equal(['a aria', 'a aria']);
  });

  it('nothing for a page that asks checkValidity() as it loads', async () => {
    const page = openPage('<form><input name="mail" required></form>');
    page.find<HTMLFormElement>('form').checkValidity();
    await settled();
    expect(errors(page)).to.deep.equal([]);
  });

  it('aria-invalid, once for each turn', async () => {
    const page = openPage('<input name="a"><p id="e" class="field-error"></p>');
    const input = page.find('input');
    input.setAttribute('aria-invalid', 'true');
    page.find('#e').textContent = 'Not a number';
    input.setAttribute('aria-describedby', 'e');
    await settled();
    input.setAttribute('aria-invalid', 'true');
    await settled();
    expect(errors(page)).to.deep.equal(['a aria']);
    input.removeAttribute('aria-invalid');
    page.find('#e').textContent = '';
    await settled();
    expect(page.of('field-ok')).to.have.length(1);
    page.find('#e').textContent = 'Not a number';
    input.setAttribute('aria-invalid', 'true');
    await settled();
    expect(errors(page)[1]).to.contain('same');
  });

  it('looks at a page that sets aria-invalid all the time no more often than at others', async () => {
    const page = openPage('<input name="a">');
    const input = page.find('input');
    const { querySelector } = Document.prototype;
    let looks = 0;
    Object.assign(Document.prototype, {
      querySelector(this: Document, selector: string) {
        if (selector.startsWith('[aria-invalid]:not')) looks++;
        return querySelector.call(this, selector);
      },
    });
    try {
      for (let i = 0; i < 50; i++) {
        input.setAttribute('aria-invalid', String(i % 2 === 0));
        await wait(4);
      }
    } finally {
      Document.prototype.querySelector = querySelector;
    }
    expect(looks).to.be.within(1, 10);
  });

  it('lets go of fields that have left the page, and knows their errors when they come back', async () => {
    const page = openPage('<div id="app"></div>');
    const html =
      '<form name="f"><input name="a" aria-invalid="true" aria-errormessage="e"><p id="e" class="error">Enter a number</p></form>';
    page.find('#app').innerHTML = html;
    await until(() => errors(page).length === 1);
    page.find('#app').innerHTML = '<p data-antes-step="wait">One moment</p>';
    // The page has been looked at.
    await until(() => page.of('view').some(({ steps }) => steps.includes('wait')));
    page.find('#app').innerHTML = html;
    await until(() => errors(page).length === 2);
    expect(errors(page)).to.deep.equal(['a aria', 'a aria same']);
    expect(page.of('field-ok')).to.deep.equal([]);
  });

  it('a linked text that gets its words', async () => {
    const page = openPage(
      '<input name="a" aria-describedby="hint e"><span id="hint">Hint</span><span id="e" class="error-text"></span>',
    );
    page.find('#e').textContent = 'Enter a number';
    await settled();
    expect(errors(page)).to.deep.equal(['a linked']);
    page.find('#e').textContent = '';
    await settled();
    expect(page.of('field-ok')).to.have.length(1);
  });

  it('a marked text put beside the field', async () => {
    const page = openPage(
      '<form><div class="row"><label for="a">A</label><input id="a" name="a"></div><div class="row"><input name="b"></div></form>',
    );
    page.find('.row').insertAdjacentHTML('beforeend', '<p class="form-error">Enter a number</p>');
    await settled();
    expect(errors(page)).to.deep.equal(['a text']);
    page.find('.form-error').remove();
    await settled();
    expect(page.of('field-ok').map(({ field }) => field)).to.deep.equal(['a']);
  });

  it('Bootstrap: .is-invalid and its feedback', async () => {
    const page = openPage(
      '<style>.invalid-feedback{display:none}.is-invalid~.invalid-feedback{display:block}</style><div><input name="a" class="form-control"><div class="valid-feedback">Looks good</div><div class="invalid-feedback">Enter a number</div></div>',
    );
    await settled();
    expect(errors(page)).to.deep.equal([]);
    page.find('input').classList.add('is-invalid');
    await settled();
    expect(errors(page)).to.deep.equal(['a class']);
    page.find('input').classList.remove('is-invalid');
    await settled();
    expect(page.of('field-ok')).to.have.length(1);
  });

  const GOV = `<div class="govuk-error-summary" data-module="govuk-error-summary"><div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2>
    <div class="govuk-error-summary__body"><ul class="govuk-list govuk-error-summary__list"><li><a href="#full-name">Enter your full name</a></li><li><a href="#dob-day">Date of birth must be real</a></li></ul></div></div></div>
    <form name="gov"><div class="govuk-form-group govuk-form-group--error"><label class="govuk-label" for="full-name">Full name</label>
    <p id="full-name-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> Enter your full name</p>
    <input class="govuk-input govuk-input--error" id="full-name" name="fullName" aria-describedby="full-name-error"></div>
    <div class="govuk-form-group"><input class="govuk-input" id="dob-day" name="dobDay"><input class="govuk-input" name="dobMonth"></div></form>`;

  it('GOV.UK, in the page as it loads: one each', async () => {
    const page = openPage(GOV);
    await settled();
    expect(errors(page)).to.deep.equal(['fullName linked load', 'dobDay summary load']);
  });

  it('GOV.UK, put into the page by script', async () => {
    const page = openPage('<div id="app"></div>');
    page.find('#app').innerHTML = GOV;
    await settled();
    expect(errors(page)).to.deep.equal(['fullName linked', 'dobDay summary']);
  });

  it('a form that comes back from the server with the same errors counts again', async () => {
    const page = openPage('<div id="app"></div><button type="button">Send</button>');
    const html =
      '<form name="f"><input name="a" aria-invalid="true" aria-errormessage="e"><p id="e" class="error">Enter a number</p></form>';
    page.find('#app').innerHTML = html;
    await settled();
    await press(page.find('button'));
    page.find('#app').innerHTML = html;
    await settled();
    expect(errors(page)).to.deep.equal(['a aria', 'a aria same']);
  });

  it('no errors: asterisks of required fields, success messages, alerts without a field', async () => {
    const page = openPage(
      '<form><div><label>Name <span class="error">*</span></label><input name="a"></div></form><div id="live"></div>',
    );
    page.find('#live').innerHTML =
      '<div role="status" class="success">Saved</div><div role="alert">Your basket was saved</div>';
    await settled();
    expect(errors(page)).to.deep.equal([]);
  });
});
