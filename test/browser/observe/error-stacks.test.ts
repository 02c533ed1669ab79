import { expect } from '@open-wc/testing';
import { closePages, key, openPage, type Page, press, type, until, wait, holdTime } from './page.js';

/** Styles of a stack, as a link, so that the real files of the packages are used. */
const styles = async (href: string): Promise<void> => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href });
  const loaded = new Promise((done) => link.addEventListener('load', done));
  document.head.append(link);
  await loaded;
};
afterEach(async () => {
  await closePages();
  for (const link of document.head.querySelectorAll('link[rel=stylesheet],style.stack')) link.remove();
  document.title = 'Test';
});

const told = (page: Page) =>
  page.records.flatMap((record) => {
    if (record.type === 'field-error')
      return `${record.field} ${record.source}${record.atLoad ? ' load' : ''}${record.same ? ' same' : ''}`;
    if (record.type === 'message')
      return `(${record.source}${record.atLoad ? ' load' : ''}${record.same ? ' same' : ''})`;
    return record.type === 'field-ok' ? `${record.field} ok` : [];
  });
const settled = () => wait(450);

const BOOTSTRAP = '/node_modules/bootstrap/dist/css/bootstrap.min.css';
const GOVUK = '/node_modules/govuk-frontend/dist/govuk/govuk-frontend.min.css';

interface Stack {
  readonly css?: string;
  readonly style?: string;
  readonly html: string;
  /** What the page's script does when `#go` is pressed. */
  act?(page: Page): void;
  /** The server is asked, whose time cannot be held. */
  readonly asks?: true;
  /** What is told: as the page is, then after the press. */
  readonly before?: readonly string[];
  readonly after: readonly string[];
}

const form = (inner: string, more = '') =>
  `<form name="f" ${more} onsubmit="event.preventDefault()">${inner}<button id="go">Send</button></form>`;

const STACKS: Record<string, Stack> = {
  'constraint validation of the browser': {
    html: form('<label>Mail <input name="mail" type="email" required></label>'),
    after: ['mail invalid'],
  },
  'Bootstrap, .was-validated': {
    css: BOOTSTRAP,
    html: form(
      `<div class="mb-3"><label for="zip">Zip</label><input id="zip" name="zip" class="form-control" required>
       <div class="valid-feedback">Looks good!</div><div class="invalid-feedback">Enter a zip code.</div></div>`,
      'novalidate',
    ),
    act: (page) => page.find('form').classList.add('was-validated'),
    after: ['zip text'],
  },
  'Bootstrap, all is well': {
    css: BOOTSTRAP,
    html: form(
      `<div class="mb-3"><label for="zip">Zip</label><input id="zip" name="zip" class="form-control" value="1">
       <div class="valid-feedback">Looks good!</div><div class="invalid-feedback">Enter a zip code.</div></div>`,
      'novalidate',
    ),
    act: (page) => page.find('form').classList.add('was-validated'),
    after: [],
  },
  'Bootstrap, .is-invalid from the server and an alert': {
    css: BOOTSTRAP,
    html: `<div class="alert alert-danger" role="alert">Your card was declined.</div>${form(
      '<div><input name="zip" class="form-control is-invalid"><div class="invalid-feedback">Enter a zip code.</div></div>',
    )}`,
    before: ['zip class load', '(alert load)'],
    after: [],
  },
  'Bootstrap, an alert of success': {
    css: BOOTSTRAP,
    html: `<div id="live"></div>${form('')}`,
    act: (page) =>
      (page.find('#live').innerHTML = '<div class="alert alert-success" role="alert">Address saved.</div>'),
    after: [],
  },
  'GOV.UK, summary with the focus put on it': {
    css: GOVUK,
    html: `<div id="top"></div>${form('<div class="govuk-form-group"><label class="govuk-label" for="full-name">Full name</label><input class="govuk-input" id="full-name" name="fullName"></div>')}`,
    act(page) {
      page.find('#top').innerHTML =
        '<div class="govuk-error-summary" tabindex="-1"><div role="alert"><h2 class="govuk-error-summary__title">There is a problem</h2><ul class="govuk-list govuk-error-summary__list"><li><a href="#full-name">Enter your full name</a></li></ul></div></div>';
      page.find('.govuk-form-group').classList.add('govuk-form-group--error');
      page
        .find('input')
        .insertAdjacentHTML(
          'beforebegin',
          '<p id="full-name-error" class="govuk-error-message"><span class="govuk-visually-hidden">Error:</span> Enter your full name</p>',
        );
      page.find('input').setAttribute('aria-describedby', 'full-name-error');
      page.find('.govuk-error-summary').focus();
      document.title = 'Error: Your details';
    },
    after: ['fullName linked', '(summary)', '(title)'],
  },
  'React Hook Form: a role=alert behind the field, nothing else': {
    html: form(
      '<label for="a">Name</label><input id="a" name="a"><label for="b">City</label><input id="b" name="b">',
    ),
    act: (page) =>
      page.find('#a').insertAdjacentHTML('afterend', '<p role="alert">This field is required</p>'),
    after: ['a text'],
  },
  'React Hook Form with aria-invalid': {
    html: form('<label>Name <input name="a" aria-invalid="false"></label>'),
    act(page) {
      page.find('input').setAttribute('aria-invalid', 'true');
      page.find('label').insertAdjacentHTML('afterend', '<span role="alert">First name is required</span>');
    },
    after: ['a aria'],
  },
  'WooCommerce: errors as a list with role=alert': {
    style:
      '.woocommerce-error{border-top:3px solid #b81c23}.woocommerce-message{border-top:3px solid #8fae1b}',
    html: `<div class="woocommerce-NoticeGroup"></div>${form('<p class="form-row"><label>Phone <abbr class="required error" title="required">*</abbr></label><input name="phone"></p>')}`,
    act: (page) =>
      (page.find('.woocommerce-NoticeGroup').innerHTML =
        '<ul class="woocommerce-error" role="alert"><li>Billing phone is a required field.</li></ul>'),
    after: ['(alert)'],
  },
  'WooCommerce: success with role=alert': {
    style:
      '.woocommerce-error{border-top:3px solid #b81c23}.woocommerce-message{border-top:3px solid #8fae1b}',
    html: `<div class="woocommerce-notices-wrapper"></div>${form('')}`,
    act: (page) =>
      (page.find('.woocommerce-notices-wrapper').innerHTML =
        '<div class="woocommerce-message" role="alert">Coupon code applied successfully.</div>'),
    after: [],
  },
  'Angular Material': {
    style: '.mat-error{color:#f44336}',
    html: form(
      '<mat-form-field class="mat-form-field ng-untouched ng-pristine ng-invalid"><input name="mail" class="mat-input-element ng-untouched ng-pristine ng-invalid" aria-invalid="false"><div class="sub"></div></mat-form-field>',
    ),
    before: [],
    act(page) {
      const [field, input] = [page.find('mat-form-field'), page.find('input')];
      for (const el of [field, input]) el.className = el.className.replace('ng-untouched', 'ng-touched');
      input.setAttribute('aria-invalid', 'true');
      input.setAttribute('aria-describedby', 'mat-error-0');
      page.find('.sub').innerHTML =
        '<mat-error id="mat-error-0" class="mat-error" aria-atomic="true">Not a valid email</mat-error>';
    },
    after: ['mail aria'],
  },
  'a text in red beside the field, without any name': {
    html: form(
      '<div><label>Zip <input name="zip"></label><div id="say"></div></div><div><input name="b"></div>',
    ),
    act: (page) => {
      page.find('#say').style.color = 'rgb(200, 30, 30)';
      page.find('#say').textContent = 'Five digits, please';
    },
    after: ['zip text'],
  },
  'a text in red beside the button, without any name': {
    html: form(
      '<p><input name="zip"></p><p id="say" hidden style="color:#b00020">We could not take your order</p>',
    ),
    act: (page) => void (page.find('#say').hidden = false),
    after: ['(near)'],
  },
  'a text in green beside the button': {
    html: form('<p><input name="zip"></p><p id="say" hidden style="color:#0a7d33">We have your order</p>'),
    act: (page) => void (page.find('#say').hidden = false),
    after: [],
  },
  'a grey text beside the button': {
    html: form('<p><input name="zip"></p><p id="say" hidden style="color:#666">We are looking into it</p>'),
    act: (page) => void (page.find('#say').hidden = false),
    after: [],
  },
  'a red toast, put at the end of the body': {
    html: form(''),
    act(page) {
      page.host.insertAdjacentHTML(
        'beforeend',
        '<div style="position:fixed;bottom:0;background:#c62828;color:#fff">Payment failed, try again</div>',
      );
    },
    after: ['(toast)'],
  },
  'a toast of success with role=alert': {
    html: form(''),
    act(page) {
      page.host.insertAdjacentHTML(
        'beforeend',
        '<div class="toast toast-success" role="alert" style="position:fixed;bottom:0">Saved for later</div>',
      );
    },
    after: [],
  },
  'role=status': {
    html: `<div role="status" id="s"></div>${form('')}`,
    act: (page) => void (page.find('#s').textContent = 'Saved for later'),
    after: [],
  },
  'a plain role=alert': {
    html: `<div role="alert" id="s"></div>${form('')}`,
    act: (page) => void (page.find('#s').textContent = 'Your card was declined'),
    after: ['(alert)'],
  },
  'an assertive live region': {
    html: `<div aria-live="assertive" id="s"></div>${form('')}`,
    act: (page) => void (page.find('#s').textContent = 'Your card was declined'),
    after: ['(alert)'],
  },
  'required asterisks with the class of errors': {
    style: '.error{color:red}',
    html: form(
      '<div><label>Name <span class="error">*</span></label><input name="a"></div><div><label>City <span class="error">* <span class="required">required</span></span></label><input name="b"></div>',
    ),
    before: [],
    after: [],
  },
  'a title that begins with the word, in Spanish': {
    html: form(''),
    act: () => void (document.title = 'Error: sus datos – Tienda'),
    after: ['(title)'],
  },
  'a title that only contains it': {
    html: form(''),
    act: () => void (document.title = 'How to fix an error – Shop'),
    after: [],
  },
  'a text without colour after a request that failed': {
    html: form('<p><input name="zip"></p><p id="say"></p>'),
    asks: true,
    act: (page) =>
      void fetch('/missing-order').then(() =>
        setTimeout(() => (page.find('#say').textContent = 'That did not work'), 250),
      ),
    // Where the browser does not tell the status, nobody can know.
    after: 'responseStatus' in PerformanceResourceTiming.prototype ? ['(near)'] : [],
  },
};

describe('errors, as different stacks show them', () => {
  for (const [name, { css, style, html, act, asks, before = [], after }] of Object.entries(STACKS)) {
    it(name, async () => {
      if (css) await styles(css);
      if (!asks) holdTime();
      if (style)
        document.head.append(
          Object.assign(document.createElement('style'), { className: 'stack', textContent: style }),
        );
      const page = openPage(html);
      await settled();
      expect(told(page), 'before').to.deep.equal([...before]);
      const button = page.find('#go');
      button.addEventListener('click', () => act?.(page));
      button.scrollIntoView({ block: 'center', behavior: 'instant' });
      await press(button);
      await until(() => told(page).length >= before.length + after.length, 1_500);
      await settled();
      expect(told(page).slice(before.length), 'after').to.deep.equal([...after]);
    });
  }
});

describe('errors and what the customer does', () => {
  beforeEach(holdTime);

  it('a hint that is shown in red with the focus is none, after an edit and leaving it is', async () => {
    const page = openPage(
      form(
        '<div id="row"><input name="zip"><p id="say" style="color:#c00" hidden>Five digits</p></div><div><input name="b"></div>',
      ),
    );
    const [zip, say] = [page.find('input'), page.find('#say')];
    zip.addEventListener('focus', () => (say.hidden = false));
    zip.addEventListener('blur', () => (say.hidden = true));
    await press(zip);
    await settled();
    expect(told(page)).to.deep.equal([]);
    zip.addEventListener('blur', () => (say.hidden = false));
    await type('1');
    await key('Tab');
    await until(() => told(page).length);
    expect(told(page)).to.deep.equal(['zip text']);
  });

  it('the same message after the next press is the same, another one is not', async () => {
    const page = openPage(`<div role="alert" id="s"></div>${form('')}`);
    const texts = ['Card declined', 'Card declined', 'Card expired'];
    page.find('#go').addEventListener('click', () => (page.find('#s').textContent = texts.shift()!));
    for (let i = 1; i <= 3; i++) {
      await press(page.find('#go'));
      await until(() => told(page).length >= i);
      await settled();
    }
    expect(told(page)).to.deep.equal(['(alert)', '(alert same)', '(alert)']);
  });

  it('told once, however often the page draws it', async () => {
    const page = openPage(`<div role="alert" id="s"></div>${form('')}`);
    page.find('#go').addEventListener('click', () => (page.find('#s').textContent = 'Card declined'));
    await press(page.find('#go'));
    await settled();
    page.host.append(document.createElement('i'));
    await settled();
    expect(told(page)).to.deep.equal(['(alert)']);
  });

  it('an error that was in the page when it came is told with that, and again after it comes back', async () => {
    const page = openPage(form('<div><input name="a"><p class="field-error">Enter a number</p></div>'));
    expect(told(page)).to.deep.equal(['a text load']);
    page.find('.field-error').remove();
    await until(() => told(page).length > 1);
    page.find('input').insertAdjacentHTML('afterend', '<p class="field-error">Enter a number</p>');
    await until(() => told(page).length > 2);
    expect(told(page)).to.deep.equal(['a text load', 'a ok', 'a text same']);
  });
});
