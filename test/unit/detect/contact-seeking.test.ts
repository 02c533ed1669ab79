import { describe, expect, it } from 'vitest';
import type { Config } from '../../../src/config/types.js';
import { shopper, type Shopper } from '../../support/shopper.js';

const journeys: Config['journeys'] = {
  checkout: {
    steps: [
      { id: 'cart', url: '/cart' },
      { id: 'payment', url: '/payment' },
      { id: 'support', url: '/support/plan' },
    ],
    done: { event: 'order-placed' },
  },
};
const sought = (me: Shopper) => me.signals().filter((name) => name === 'contact-seeking').length;
const paying = () => shopper({ journeys }).view('/cart').wait(4_000).view('/payment').wait(9_000);

describe('while a journey is under way', () => {
  it('a page for contact is opened', () => {
    expect(paying().view('/contact').signal('contact-seeking')).toMatchObject({
      target: '/contact',
      count: 1,
      weight: 0.6,
      because: "a page for contact or answers was opened while 'checkout' was under way",
      evidence: { how: 'page', journey: 'checkout', path: '/contact' },
    });
  });
  it.each([
    '/contact-us',
    '/en/help',
    '/help/returns/:id',
    '/help-center',
    '/helpcentre',
    '/faq',
    '/faqs/',
    '/support',
    '/support/tickets',
    '/customer-service',
    '/contacto',
    '/ayuda',
    '/es/preguntas-frecuentes',
    '/contato',
    '/ajuda',
    '/pt/fale-conosco',
    '/atendimento',
    '/nous-contacter',
    '/aide',
    '/contactez-nous',
    '/kontakt',
    '/kontaktformular',
    '/de/hilfe',
    '/kundenservice',
    '/contatti',
    '/assistenza',
    '/klantenservice',
    '/veelgestelde-vragen',
    '/contact.html',
    '/Help.aspx',
  ])('%s', (path) => expect(sought(paying().view(path, 'route'))).toBe(1));
  it.each([
    ['chat', 'a chat was asked for'],
    ['mail', 'an e-mail link was pressed'],
  ] as const)('a way to a person is pressed: %s', (leads, because) => {
    const me = paying().press('write', { leads });
    expect(me.signal('contact-seeking')).toMatchObject({
      target: 'write',
      because: `${because} while 'checkout' was under way`,
    });
  });
  it('the page tells of it', () => {
    expect(sought(paying().emit('chat-opened'))).toBe(1);
    expect(sought(paying().emit('searched', { intent: 'contact' }))).toBe(1);
  });
  it('is one search for help, from page to page', () => {
    const me = paying();
    for (const path of ['/help', '/faq', '/contact']) me.view(path).wait(19_000);
    expect(sought(me.emit('chat-opened'))).toBe(1);
    expect(sought(me.wait(60_000 - 57_001).view('/help'))).toBe(1);
    expect(sought(me.wait(1).view('/help'))).toBe(2);
  });
});

describe('near misses', () => {
  it('landing there', () =>
    expect(sought(shopper({ journeys }).view('/contact').wait(500).view('/faq'))).toBe(0));
  it('no journey is under way: none was begun, or it is done', () => {
    expect(sought(shopper({ journeys }).view('/').wait(500).view('/contact').emit('chat-opened'))).toBe(0);
    expect(
      sought(paying().emit('order-placed').wait(500).view('/contact').press('write', { leads: 'mail' })),
    ).toBe(0);
  });
  it('a step of the journey', () => expect(sought(paying().view('/support/plan'))).toBe(0));
  it.each([
    '/',
    '/mugs',
    '/phone-support-stand',
    '/helpful-things',
    '/contacts-lenses',
    '/service',
    '/care',
    '/aided',
    '/faq-style-mugs',
  ])('%s', (path) => expect(sought(paying().view(path))).toBe(0));
  it('another search, another link, a reload', () => {
    expect(sought(paying().emit('searched', { results: 0 }))).toBe(0);
    expect(sought(paying().press('call', { leads: 'phone' }))).toBe(0);
    expect(sought(paying().feed({ type: 'view', how: 'load', path: '/help', steps: [], reload: true }))).toBe(
      0,
    );
  });
});

describe('the edges of asking', () => {
  it('says how a chat or a search was asked for', () => {
    expect(paying().emit('chat-opened').signal('contact-seeking')).toMatchObject({
      target: 'chat',
      because: "a chat was opened while 'checkout' was under way",
      evidence: { how: 'chat' },
    });
    expect(paying().emit('searched', { intent: 'contact' }).signal('contact-seeking')).toMatchObject({
      target: 'search',
      because: "the customer searched for a way to get help while 'checkout' was under way",
      evidence: { how: 'search' },
    });
  });
  it('near miss: another event, and a press that only gave the window its focus back', () => {
    expect(sought(paying().emit('filtered', { intent: 'contact' }))).toBe(0);
    expect(sought(paying().press('chat', { leads: 'chat', exempt: 'wake-up' }))).toBe(0);
  });
  it('near miss: a page for contact that changes in itself', () =>
    expect(sought(paying().view('/contact').wait(60_000).view('/contact', 'dom'))).toBe(1));
});
