/**
 * What names and paths say, in the languages that shops are made in. They are only ever compared with names that
 * developers gave (fields, forms, controls) and with paths, never with anything a customer reads or types. Escaped
 * letters of paths are not spelled out; the words below do without them.
 */

/** A field, form or button for a promotion code. `bon` and the like are also parts of other words. */
export const PROMO: RegExp =
  /coupon|promo(?!te)|voucher|discount|gutschein|rabatt|cup[oó][nm]|descuento|desconto|remise|korting|sconto|(?:^|[-_./[])(?:vale|bons?|buono)(?![a-z])/i;

/** A page that leads to people or to answers. */
export const CONTACT: RegExp =
  /\/(?:(?:get-|help-|support-)?(?:contact|kontakt)(?:s|o|os|i|er|eren)?(?:[-_]?us|[-_]?form(?:ular|ulario)?)?|contat(?:o|os|ti)|contactez(?:[-_]nous)?|(?:nous|fale)[-_](?:contacter|conosco)|(?:(?:customer[-_]?)?(?:help|support)|customer[-_]?(?:care|services?))(?:[-_]?(?:cent(?:er|re)|desk))?|faqs?|frequently-asked-questions|h[aä]ufige[-_]fragen|preguntas[-_]frecuentes|perguntas[-_]frequentes|(?:questions|domande)[-_]fre(?:quentes|quenti)|veelgestelde[-_]vragen|hilfe(?:[-_]?center)?|(?:kunden|klanten)(?:service|dienst)|(?:centro[-_]de[-_])?(?:ayuda|ajuda)|soporte|suporte|servicio[-_]al[-_]cliente|atencion[-_]al[-_]cliente|atendimento|aide|assistance|service[-_]client|aiuto|assistenza|servizio[-_]clienti|hulp|pomoc|hjelp|hj(?:a|ae)lp)(?:\.[a-z]+)?(?:\/|$)/i;

const ORDER =
  'orders?|pedidos?|bestellung(?:en)?|commandes?|ordin[ei]|bestelling(?:en)?|encomendas?|cases?|tickets?|shipments?|envios?|sendung(?:en)?|livraisons?|spedizion[ei]|zending(?:en)?|returns?|devoluciones|retouren?';
const TRACK =
  'track(?:ing)?|(?:order|track|case|ticket)[-_](?:order|status|tracking|parcel)|seguimiento|rastreio|rastreamento|rastreo|sendungsverfolgung|suivi|tracciamento';
/**
 * A page that says how an order, a delivery or a case stands: of one (`/orders/:id`), the list of them at the end of a
 * path, or one for tracking. `/order` alone is as often the way to buy.
 */
export const STATUS: RegExp = new RegExp(
  `/(?:(?:${ORDER})/(?:[^/]+/)?:id|(?:my|mis|meus|meine|mes)[-_]?(?:${ORDER})|(?:orders|pedidos|bestellungen|commandes|ordini|bestellingen|encomendas)/?$|(?:${TRACK})(?:/|$))`,
  'i',
);
