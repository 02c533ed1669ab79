import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { asksFor, CLOSED, open, OPEN, server } from './contact-shop.js';
import * as ui from './support.js';

const heading = () => ui.text(ui.contact(), 'contact-title');
const labels = (name: string) =>
  ui.parts(ui.contact(), name).map((one) => one.textContent.replace(/\s+/g, ' ').trim());
const boxes = () =>
  [...(ui.contact().shadowRoot?.querySelectorAll('input[type=checkbox]') ?? [])] as HTMLInputElement[];
const tel = () => ui.contact().shadowRoot?.querySelector('input[type=tel]') as HTMLInputElement;
const go = () => ui.part(ui.contact(), 'go');
/** Presses what has the focus already, or is given it, with a real key. */
async function enter(element: HTMLElement): Promise<void> {
  element.focus();
  await sendKeys({ press: 'Enter' });
  await ui.settled();
}

describe('antes-contact', () => {
  let stop = () => {};
  beforeEach(() => {
    ui.page('<label for="f">Card</label><input id="f">');
    (document.getElementById('f') as HTMLElement).focus();
  });
  afterEach(() => {
    stop();
    stop = () => {};
    sessionStorage.removeItem('antes.handoff');
    ui.stopAll();
    ui.clearPage();
  });

  it('lists all ways in one order, with hours and waits, and hides none that is closed', async () => {
    const { run } = open({
      facts: { 'queues.chat': 12 },
      contact: {
        order: ['chat', 'phone'],
        channels: {
          phone: { number: '+34 900 123 456', hours: CLOSED },
          chat: { call: 'chat.open', hours: OPEN, wait: 'queues.chat' },
          callback: { url: '/api/callback' },
        },
      },
    });
    await run.show(asksFor(''));
    const [chat, phone, callback] = labels('channel');
    expect(chat).to.match(/^Chat Open until .*, wait about 12 minutes Have us call you back$/);
    expect(phone).to.match(
      /^Call us \+34 900 123 456 Closed now\. Opens .*10:0[0-9].*Have us call you back$/,
    );
    expect(callback).to.equal('We call you back');
    expect(ui.parts(ui.contact(), 'channel').map((one) => one.className)).to.deep.equal([
      'busy',
      'closed',
      'open',
    ]);
  });

  it('says that somebody has gone home in the moment in which that happens, by one timer', async () => {
    const { now } = Date;
    const { setTimeout: later } = window;
    const closes = Date.UTC(2026, 10, 26, 18);
    const began = performance.now();
    const long: number[] = [];
    Date.now = () => closes - 400 + performance.now() - began;
    window.setTimeout = ((fn: () => void, ms: number) => {
      if (ms > 100 && ms <= 400) long.push(ms);
      return later(fn, ms);
    }) as typeof window.setTimeout;
    stop = () => {
      Date.now = now;
      window.setTimeout = later;
    };
    const hours = { hours: '09:00-18:00', zone: 'UTC' };
    const { run } = open({ contact: { channels: { phone: { number: '+34 900 123 456', hours } } } });
    await run.show(asksFor(''));
    const said = () => labels('hours')[0] ?? '';
    expect(said()).to.match(/^Open until/);
    await ui.until(() => said().startsWith('Closed now'));
    expect(Date.now()).to.be.at.least(closes);
    const before = long.length;
    await run.show();
    expect(before).to.be.at.least(1);
  });

  it('says it in the language of the customer when its words come after it is looked at', async () => {
    let steps: string | null = 'payment';
    const { run, contacts } = open({
      port: {
        situation: () => ({ step: steps, journey: null, signals: [], failed: [], help: [] }),
      },
    });
    await run.show(asksFor('chat', { reason: 'declined' }));
    const said = () => ui.part(ui.contact(), 'lines').textContent.replace(/\s+/g, ' ');
    expect(said()).to.contain('Where you are Paying');
    // What happens meanwhile has not been looked at, and stays out of it.
    steps = null;
    const { messages } = await import('../../../src/messages/es.js');
    const contact = ui.contact() as unknown as { words: typeof messages; updateComplete: Promise<unknown> };
    contact.words = messages;
    await contact.updateComplete;
    expect(said()).to.contain(messages.contact.lines.where);
    expect(said()).to.not.contain('Where you are');
    await enter(go());
    expect(contacts[0]?.handoff?.step).to.equal('payment');
  });

  it('shows what is passed on first, and passes on exactly what is ticked', async () => {
    const { run, contacts } = open();
    await run.show(asksFor('chat', { reason: 'declined', trigger: 'twice' }));
    expect(heading()).to.equal('Chat');
    expect(ui.focused()).to.equal(ui.part(ui.contact(), 'contact-title'));
    const said = ui.part(ui.contact(), 'lines').textContent.replace(/\s+/g, ' ');
    for (const line of [
      'What it is about Card declined',
      'Where you are Paying',
      'What went wrong A payment did not work.',
      'What you tried Pay with PayPal',
      'Help you have seen Your bank said no',
      'What the bank said card_declined',
    ])
      expect(said).to.contain(line);
    expect(contacts).to.deep.equal([]);
    // Where you are, and what the bank said: rather not.
    for (const i of [1, 5]) {
      boxes()[i]!.focus();
      await sendKeys({ press: ' ' });
    }
    await enter(go());
    expect(contacts).to.have.length(1);
    const [{ channel, reason, handoff }] = contacts as [(typeof contacts)[number]];
    expect([channel, reason]).to.deep.equal(['chat', 'declined']);
    expect(handoff).to.deep.include({
      reason: 'declined',
      queue: 'l2',
      step: null,
      journey: null,
      facts: {},
    });
    expect(handoff?.lines?.map(({ text }) => text)).to.deep.equal([
      'Card declined',
      'A payment did not work.',
      'Pay with PayPal',
      'Your bank said no',
    ]);
    expect(ui.panel()).to.equal(null);
  });

  it('passes nothing on where every line was taken out', async () => {
    const { run, contacts } = open();
    await run.show(asksFor('chat'));
    for (const box of boxes()) box.click();
    await enter(go());
    expect(contacts).to.deep.equal([{ channel: 'chat', reason: '', handoff: undefined }]);
  });

  it('goes there at once where there is nothing to pass on', async () => {
    const { run, contacts } = open({ nothing: true });
    await run.show(asksFor('chat'));
    await ui.until(() => contacts.length);
    expect(contacts).to.deep.equal([{ channel: 'chat', reason: '', handoff: undefined }]);
    expect(ui.panel()).to.equal(null);
  });

  it('says that it did not work, and tries again', async () => {
    let works = false;
    const { run } = open({ port: { contact: () => Promise.resolve(works) } });
    await run.show(asksFor('chat'));
    await enter(go());
    expect(ui.contact().shadowRoot?.querySelector('[role=alert]')?.textContent).to.contain(
      'Nothing you entered is lost',
    );
    works = true;
    await enter(go());
    expect(ui.panel()).to.equal(null);
  });

  it('leaves it under a code for the phone, and the number is there all the while', async () => {
    const { sent, stop: end } = server([409, {}], [201, {}]);
    stop = end;
    const { run, contacts } = open();
    await run.show(asksFor('phone', { reason: 'declined' }));
    expect(labels('go')).to.deep.equal(['Get a code', 'Call us: +34 900 123 456']);
    expect((ui.parts(ui.contact(), 'go')[1] as HTMLAnchorElement).href).to.equal('tel:+34900123456');
    boxes()[0]!.click();
    await enter(go());
    await ui.until(() => ui.hasPart(ui.contact(), 'code'));
    const code = ui.text(ui.contact(), 'code');
    expect(code).to.match(/^[0-9A-HJKMNP-TV-Z]{3} [0-9A-HJKMNP-TV-Z]{3}$/);
    expect(sent.map(({ path }) => path)).to.deep.equal(['/api/handoff', '/api/handoff']);
    expect(sent[1]?.body.code).to.equal(code.replace(' ', ''));
    expect(sent[1]?.body.handoff).to.deep.include({ reason: '', step: 'payment' });
    expect(contacts.map(({ channel }) => channel)).to.deep.equal(['phone']);
    expect(heading()).to.equal('Your code');
    expect(ui.focused()).to.equal(ui.part(ui.contact(), 'contact-title'));
  });

  it('without a code the number is still there', async () => {
    const { stop: end } = server([500, {}]);
    stop = end;
    const { run, contacts } = open();
    await run.show(asksFor('phone'));
    await enter(go());
    await ui.until(() => ui.contact().shadowRoot?.querySelector('[role=alert]'));
    expect(labels('go').at(-1)).to.equal('Call us: +34 900 123 456');
    expect(contacts).to.deep.equal([{ channel: 'phone', reason: '', handoff: undefined }]);
  });

  it('keeps what is passed on for the form, in this tab and not in the address', async () => {
    const { run, contacts } = open();
    await run.show(asksFor('form', { reason: 'declined' }));
    const link = go() as HTMLAnchorElement;
    expect(link.href).to.equal(new URL('/contact-form', location.href).href);
    link.addEventListener('click', (event) => event.preventDefault());
    boxes()[1]!.click();
    await enter(link);
    const kept = JSON.parse(sessionStorage.getItem('antes.handoff') ?? 'null');
    expect(kept).to.deep.include({ reason: 'declined', step: null });
    expect(contacts[0]?.handoff).to.deep.equal(kept);
  });

  it('an e-mail is a plain link: nothing goes along', async () => {
    const { run } = open();
    await run.show(asksFor(''));
    const email = ui
      .parts<HTMLAnchorElement>(ui.contact(), 'go')
      .find(({ textContent }) => textContent.includes('E-mail'));
    expect(email?.href).to.equal('mailto:help@example.com');
  });

  describe('the form for a call', () => {
    it('says in text what is wrong, where it is, and keeps what was entered', async () => {
      const { sent, stop: end } = server([500, {}], [422, { errors: { phone: 'phone_invalid' } }], [201, {}]);
      stop = end;
      const { run, contacts } = open();
      await run.show(asksFor('callback', { reason: 'declined' }));
      expect(tel().autocomplete).to.equal('tel');
      await enter(tel());
      expect(ui.text(ui.contact(), 'field-error')).to.contain('enter the number');
      expect(tel().getAttribute('aria-describedby')).to.equal('phone-error');
      expect(ui.focused()).to.equal(tel());
      await sendKeys({ type: '12' });
      await sendKeys({ press: 'Enter' });
      await ui.settled();
      expect(ui.text(ui.contact(), 'field-error')).to.contain('does not look like');
      expect(sent).to.deep.equal([]);
      await sendKeys({ type: '3 456 789' });
      await sendKeys({ press: 'Enter' });
      await ui.until(() => ui.contact().shadowRoot?.querySelector('[role=alert]'));
      expect(tel().value).to.equal('123 456 789');
      await enter(tel());
      expect(ui.hasPart(ui.contact(), 'field-error')).to.equal(true);
      expect(tel().value).to.equal('123 456 789');
      await enter(tel());
      await ui.until(() => heading() === 'We will call you');
      expect(ui.contact().shadowRoot?.textContent).to.contain(
        'At \u2066123 456 789\u2069, as soon as somebody is free.',
      );
      expect(sent.at(-1)).to.deep.include({ path: '/api/callback' });
      expect(sent.at(-1)?.body).to.deep.include({ phone: '123 456 789', moment: 'soon', locale: 'en' });
      expect(sent.at(-1)?.body.handoff.reason).to.equal('declined');
      expect(contacts.map(({ channel }) => channel)).to.deep.equal(['callback']);
    });

    it('does not ask again what is known, and says when the call comes', async () => {
      const opensAt = new Date(Date.now() + 3 * 86_400_000).toISOString();
      const { sent, stop: end } = server([201, { openNow: false, opensAt }]);
      stop = end;
      const { run } = open({
        facts: { 'customer.phone': '+34 612 345 678' },
        contact: { channels: { callback: { url: '/c' } }, phone: 'customer.phone' },
      });
      await run.show(asksFor('callback'));
      expect(tel().value).to.equal('+34 612 345 678');
      await enter(tel());
      await ui.until(() => heading() === 'We will call you');
      expect(sent[0]?.body.phone).to.equal('+34 612 345 678');
      expect(ui.contact().shadowRoot?.textContent).to.match(/At \u2066\+34 612 345 678\u2069, from \w+day/);
    });

    it('no key that is typed in it reaches the page as if it were none of its fields', async () => {
      const keys: string[] = [];
      const hear = ({ key }: KeyboardEvent) => void keys.push(key);
      document.addEventListener('keydown', hear);
      const { run } = open();
      await run.show(asksFor('callback'));
      tel().focus();
      await sendKeys({ type: '6' });
      document.removeEventListener('keydown', hear);
      expect(keys).to.deep.equal([]);
    });
  });

  describe('back while something is on its way', () => {
    /** Answers when it is told to. */
    function held<T>(): { promise: Promise<T>; answer(value: T): void } {
      let answer: (value: T) => void = () => {};
      const promise = new Promise<T>((resolve) => (answer = resolve));
      return { promise, answer };
    }
    const ownFetch = window.fetch;
    afterEach(() => void (window.fetch = ownFetch));

    for (const [channel, what] of [
      ['phone', 'a code'],
      ['callback', 'a promise to call'],
    ] as const)
      it(`${what} that comes late is told about and does not take the screen`, async () => {
        const { promise, answer } = held<Response>();
        let sent = 0;
        window.fetch = () => (sent++, promise);
        const { run, contacts } = open();
        await run.show(asksFor(channel));
        if (channel === 'callback') {
          tel().focus();
          await sendKeys({ type: '123 456 789' });
          await enter(tel());
        } else await enter(go());
        await ui.until(() => sent);
        await enter(ui.part(ui.contact(), 'back'));
        answer(Response.json({}, { status: 201 }));
        await ui.until(() => contacts.length);
        await ui.settled();
        expect(contacts.map((one) => one.channel)).to.deep.equal([channel]);
        expect(heading()).to.equal('Talk to a person');
        ui.contact().shadowRoot?.querySelector<HTMLElement>('[part~=go]')?.click();
        await ui.settled();
        expect(heading()).to.equal('Chat');
        expect(boxes()).to.have.length(5);
        expect(sent).to.equal(1);
      });

    it('a chat that fails late says nothing about another way', async () => {
      const { promise, answer } = held<boolean>();
      const { run } = open({ port: { contact: () => promise } });
      await run.show(asksFor('chat'));
      await enter(go());
      await enter(ui.part(ui.contact(), 'back'));
      await ui.contact().choose('phone');
      answer(false);
      await ui.settled();
      expect(heading()).to.equal('Call us');
      expect(ui.contact().shadowRoot?.querySelector('[role=alert]')).to.equal(null);
    });
  });

  it('the form gets nothing that was agreed to only earlier', async () => {
    const { run } = open();
    const kept = () => sessionStorage.getItem('antes.handoff');
    await run.show(asksFor('form'));
    go().addEventListener('click', (event) => event.preventDefault());
    await enter(go());
    expect(kept()).to.contain('card_declined');
    for (const box of boxes()) box.click();
    await enter(go());
    expect(kept()).to.equal(null);
    boxes()[0]!.click();
    await enter(go());
    expect(kept()).to.not.equal(null);
    await ui.contact().choose('chat');
    expect(kept()).to.equal(null);
  });

  it('tells about each way that is followed in the list, however often it is pressed', async () => {
    const { run, contacts } = open({ nothing: true });
    await run.show(asksFor(''));
    const links = ui.parts(ui.contact(), 'go').filter((one) => one.matches('a'));
    for (const link of links) {
      link.addEventListener('click', (event) => event.preventDefault());
      link.click();
      link.click();
    }
    expect(contacts.map(({ channel }) => channel)).to.deep.equal(['phone', 'form', 'email']);
  });

  it('numbers and the code read from left to right in every language', async () => {
    const { stop: end } = server();
    stop = end;
    const { run } = open();
    await run.show(asksFor('phone'));
    document.documentElement.dir = 'rtl';
    try {
      const number = () => ui.contact().shadowRoot?.querySelector('a bdi') as HTMLElement;
      expect(number().textContent).to.equal('+34 900 123 456');
      expect(getComputedStyle(number()).direction).to.equal('ltr');
      await enter(go());
      await ui.until(() => ui.hasPart(ui.contact(), 'code'));
      expect(getComputedStyle(ui.part(ui.contact(), 'code')).direction).to.equal('ltr');
    } finally {
      document.documentElement.removeAttribute('dir');
    }
  });

  it('closed: no start, but the call from us', async () => {
    const { run } = open({
      contact: { channels: { chat: { call: 'c', hours: CLOSED }, callback: { url: '/c' } } },
    });
    await run.show(asksFor('chat'));
    expect(ui.hasPart(ui.contact(), 'go')).to.equal(false);
    await enter(ui.part(ui.contact(), 'instead'));
    expect(heading()).to.equal('We call you back');
    await enter(ui.part(ui.contact(), 'back'));
    expect(heading()).to.equal('Talk to a person');
    expect(ui.focused()).to.equal(ui.part(ui.contact(), 'contact-title'));
  });

  it('speaks the language of the page', async () => {
    const { run } = open({ locale: 'es' });
    await run.show(asksFor('chat'));
    await ui.until(() => ui.text(ui.contact(), 'go') === 'Empezar el chat');
    expect(ui.part(ui.contact(), 'lines').textContent).to.contain('Esto es lo que transmitiremos');
  });

  for (const [name, channel] of [
    ['the list', ''],
    ['what is passed on', 'chat'],
    ['the code', 'phone'],
    ['the form', 'callback'],
  ] as const)
    it(`nothing to object to: ${name}`, async () => {
      const { stop: end } = server();
      stop = end;
      const { run } = open({ facts: { 'queues.chat': 7 } });
      await run.show(asksFor(channel));
      if (channel === 'phone') await enter(go());
      if (channel === 'callback') await enter(tel());
      for (const animation of ui.panel().shadowRoot?.getAnimations() ?? []) animation.finish();
      await ui.settled();
      await expect(ui.layer()).to.be.accessible();
    });
});
