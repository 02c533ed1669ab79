// @ts-check

/** Word stems in the shop's three languages → which answer. The first match counts. @type {[topic: string, stems: RegExp][]} */
const subjects = [
  ['payment', /\b(pay|card|declin|charg|pag|tarjet|cart[ãa]o|rechaz|recus|cobr)/i],
  ['order', /\b(order|where|parcel|deliver|track|pedid|d[óo]nde|onde|paquete|entreg|env[íi]|encomend)/i],
  ['returns', /\b(return|refund|broken|crack|devol|rot[oa]|reembols|partid|quebr)/i],
  ['coupon', /\b(coupon|code|discount|cup[óo]n|cup[ãa]o|c[óo]digo|descuent|descont)/i],
];

/**
 * The simulated colleague at the other end of the chat.
 * @param {string} message
 * @param {{ i18n: import('./i18n.js').Translator, order?: import('./orders.js').Order | undefined, open: boolean }} what
 */
export function chatReply(message, { i18n: { t, day }, order, open }) {
  if (!open) return t('chat.replies.closed');
  const subject = subjects.find(([, stems]) => stems.test(message))?.[0] ?? 'other';
  if (subject === 'order' && order)
    return t('chat.replies.orderKnown', {
      id: order.id,
      state: t(`order.states.${order.state}`),
      day: day(order.eta),
    });
  return t(`chat.replies.${subject}`);
}
