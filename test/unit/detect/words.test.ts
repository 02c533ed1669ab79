import { describe, expect, it } from 'vitest';
import { CONTACT, PROMO, STATUS } from '../../../src/detect/words.js';

const paths = (text: string) => text.trim().split(/\s+/);

describe('paths that lead to people or to answers', () => {
  it.each(
    paths(`
      /contact /contacts /contact-us /contactus /contact_us /contact-form /contactform /get-contact
      /support-contact /help-contact /contacto /contactos /contact-formulario
      /kontakt /kontakter /kontakti /kontakteren /kontaktformular /kontakt-formular
      /contato /contatos /contatti /contactez /contactez-nous /nous-contacter /nous_contacter /fale-conosco
      /help /help-center /helpcenter /help_centre /help-desk /support /support-desk
      /customer-help /customer_support /customersupport /customer-care /customercare /customer-service
      /customer_services /customer-care-center
      /faq /faqs /frequently-asked-questions /häufige-fragen /haufige_fragen /preguntas-frecuentes
      /perguntas_frequentes /questions-frequentes /domande-frequenti /veelgestelde-vragen
      /hilfe /hilfe-center /hilfecenter /kundenservice /kundendienst /klantenservice
      /ayuda /ajuda /centro-de-ayuda /centro_de_ajuda /soporte /suporte /servicio-al-cliente
      /servicio_al_cliente /atencion-al-cliente /atencion_al_cliente /atendimento
      /aide /assistance /service-client /service_client /aiuto /assistenza /servizio-clienti /servizio_clienti
      /hulp /pomoc /hjelp /hjalp /hjaelp
    `),
  )('%s', (path) => {
    for (const one of [path, `/shop/en${path}`, `${path}/`, `${path}/returns`, `${path}.html`])
      expect([one, CONTACT.test(one)]).toEqual([one, true]);
  });
  it('in any case', () => expect(CONTACT.test('/Contact-Us')).toBe(true));
  it.each(
    paths(`
      /contact-lenses /contactless /kontaktlinsen /mycontact /help-wanted /helpful /support-bras /faq-of-mugs
      /hilfestellung /aide-memoire /assistance-dog /hulpmiddelen /customer /customers /questions /center
      /contact.2 /help.html5
    `),
  )('near miss: %s', (path) => expect(CONTACT.test(path)).toBe(false));
});

describe('paths that say how an order stands', () => {
  it.each(paths('/orders/:id /Orders /orders/details/:id /my-orders /meine_bestellungen /tracking /suivi'))(
    '%s',
    (path) => expect(STATUS.test(path)).toBe(true),
  );
  it.each(paths('/order /orders/new /border/:id /soundtrack /tracks'))('near miss: %s', (path) =>
    expect(STATUS.test(path)).toBe(false),
  );
});

it('names of promotion codes are known in any case', () => expect(PROMO.test('CouponCode')).toBe(true));
