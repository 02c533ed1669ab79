import type { Offer } from '../../src/state/stores.js';

type Texts = Pick<Offer, 'title' | 'body' | 'actions' | 'because' | 'lang' | 'dir'>;

const texts = {
  en: {
    title: 'Your bank said no, nothing was charged',
    body: 'Your basket is safe. Most people get through with **another card** or by approving the payment in their [bank’s app](https://example.com/approve).',
    actions: [
      { label: 'Use another card', style: 'primary' },
      { label: 'Pay with PayPal', style: 'secondary' },
      { label: 'Ask us', style: 'link', href: 'tel:+34900123456' },
    ],
    because: 'payment',
    lang: 'en',
    dir: 'ltr',
  },
  es: {
    title: 'Tu banco lo ha rechazado; no se ha cobrado nada',
    body: 'Tu cesta está a salvo. Casi siempre funciona con **otra tarjeta** o aprobando el pago en la [app de tu banco](https://example.com/approve).',
    actions: [
      { label: 'Usar otra tarjeta', style: 'primary' },
      { label: 'Pagar con PayPal', style: 'secondary' },
      { label: 'Preguntar', style: 'link', href: 'tel:+34900123456' },
    ],
    because: 'payment',
    lang: 'es',
    dir: 'ltr',
  },
  ar: {
    title: 'رفض مصرفك العملية ولم يُخصم أي مبلغ',
    body: 'سلتك محفوظة. ينجح معظم الناس باستخدام **بطاقة أخرى** أو بالموافقة على الدفع في [تطبيق المصرف](https://example.com/approve).',
    actions: [
      { label: 'استخدام بطاقة أخرى', style: 'primary' },
      { label: 'الدفع عبر PayPal', style: 'secondary' },
      { label: 'اسألنا', style: 'link', href: 'tel:+34900123456' },
    ],
    because: 'payment',
    lang: 'ar',
    dir: 'rtl',
  },
} as const satisfies Record<string, Texts>;

let count = 0;

/** An offer as the engine would make it. */
export const offer = (language: string, rest: Partial<Offer> = {}): Offer => ({
  id: ++count,
  trigger: 'story',
  reason: 'pay.declined',
  as: 'inline',
  anchor: undefined,
  orElse: 'nothing',
  tone: 'problem',
  feedback: 'helpful',
  leaving: false,
  ...texts[language in texts ? (language as keyof typeof texts) : 'en'],
  ...rest,
});
