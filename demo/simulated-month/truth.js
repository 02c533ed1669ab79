// @ts-check
/**
 * What is true in the simulated shop, and what the report has to find out from the events alone: which help helps, which
 * makes no difference, and which does harm. Ids are those of demo/antes.json.
 */

/**
 * @typedef {object} Trouble
 * @property {'cart' | 'address' | 'delivery' | 'payment'} step
 * @property {number} share Of those who come to the step.
 * @property {readonly string[]} signals
 * @property {'strained' | 'struggling' | 'stuck'} peak
 * @property {number} goesOn Share of those in this trouble who still get to the next step, without help.
 * @property {number} contacts Share who turn to a person, without help.
 * @property {Offer} [offer]
 */

/**
 * @typedef {object} Offer
 * @property {string} trigger
 * @property {string} reason
 * @property {string} owner
 * @property {'inline' | 'notice'} as
 * @property {number} effect Added to `goesOn` where the help is shown.
 * @property {number} contacts Share who turn to a person where it is shown.
 * @property {boolean} judged The trigger says how to tell that the problem is solved.
 * @property {Readonly<Record<'acted' | 'dismissed' | 'ignored' | 'withdrawn', number>>} ends
 */

export const STEPS = /** @type {const} */ (['cart', 'address', 'delivery', 'payment']);
/** Seconds of an ordinary customer, in the middle. */
export const PACE = { cart: 25, address: 48, delivery: 14, payment: 40 };
/** Share that goes to the next step where nothing is wrong. */
export const FLOW = { cart: 0.86, address: 0.96, delivery: 0.98, payment: 0.95 };
export const CHANNELS = { chat: 0.55, phone: 0.3, callback: 0.1, form: 0.05 };

/** @type {readonly Trouble[]} */
export const TROUBLES = [
  {
    step: 'payment',
    share: 0.13,
    signals: ['payment-failure', 'payment-failure', 'error-message'],
    peak: 'stuck',
    goesOn: 0.45,
    contacts: 0.2,
    // Helps.
    offer: {
      trigger: 'card-declined-twice',
      reason: 'card-declined',
      owner: 'payments',
      as: 'inline',
      effect: 0.27,
      contacts: 0.09,
      judged: true,
      ends: { acted: 0.66, dismissed: 0.1, ignored: 0.14, withdrawn: 0.1 },
    },
  },
  {
    step: 'address',
    share: 0.2,
    signals: ['field-stall', 'hesitation'],
    peak: 'struggling',
    goesOn: 0.86,
    contacts: 0.03,
    // Harms: it interrupts people who are only thinking, and sends them to a longer form.
    offer: {
      trigger: 'address-stall',
      reason: 'address-unclear',
      owner: 'checkout-web',
      as: 'inline',
      effect: -0.26,
      contacts: 0.05,
      judged: true,
      ends: { acted: 0.22, dismissed: 0.5, ignored: 0.2, withdrawn: 0.08 },
    },
  },
  {
    step: 'address',
    share: 0.08,
    signals: ['field-error-loop', 'error-message', 'submit-loop'],
    peak: 'stuck',
    goesOn: 0.62,
    contacts: 0.1,
    offer: {
      trigger: 'postcode-refused',
      reason: 'address-unclear',
      owner: 'checkout-web',
      as: 'inline',
      effect: 0.2,
      contacts: 0.06,
      judged: true,
      ends: { acted: 0.58, dismissed: 0.12, ignored: 0.18, withdrawn: 0.12 },
    },
  },
  {
    step: 'delivery',
    share: 0.07,
    signals: ['dead-click', 'rage-click'],
    peak: 'struggling',
    goesOn: 0.74,
    contacts: 0.06,
    // Makes no difference.
    offer: {
      trigger: 'button-dead',
      reason: 'page-broken',
      owner: 'checkout-web',
      as: 'inline',
      effect: 0,
      contacts: 0.06,
      judged: true,
      ends: { acted: 0.3, dismissed: 0.25, ignored: 0.35, withdrawn: 0.1 },
    },
  },
  {
    step: 'cart',
    share: 0.09,
    signals: ['error-message'],
    peak: 'strained',
    goesOn: 0.84,
    contacts: 0.02,
    // Makes no difference, and most people close it.
    offer: {
      trigger: 'coupon-refused',
      reason: 'coupon',
      owner: 'marketing',
      as: 'inline',
      effect: 0,
      contacts: 0.02,
      judged: false,
      ends: { acted: 0.08, dismissed: 0.72, ignored: 0.15, withdrawn: 0.05 },
    },
  },
  {
    step: 'payment',
    share: 0.03,
    signals: ['blocked-click', 'blocked-click'],
    peak: 'struggling',
    goesOn: 0.6,
    contacts: 0.08,
    offer: {
      trigger: 'order-blocked',
      reason: 'page-broken',
      owner: 'checkout-web',
      as: 'notice',
      effect: 0.08,
      contacts: 0.08,
      judged: true,
      ends: { acted: 0.4, dismissed: 0.25, ignored: 0.25, withdrawn: 0.1 },
    },
  },
  // Nothing is offered here yet: they struggle in silence.
  {
    step: 'payment',
    share: 0.05,
    signals: ['slow-click', 'impatient-click'],
    peak: 'struggling',
    goesOn: 0.66,
    contacts: 0.04,
  },
];

/** Who looks for a parcel: the status card answers most of them. */
export const ORDER_SEEKERS = {
  share: 0.11,
  signals: ['status-anxiety', 'contact-seeking'],
  contacts: 0.42,
  /** @type {Offer} */
  offer: {
    trigger: 'where-is-my-order',
    reason: 'where-is-my-order',
    owner: 'logistics',
    as: 'notice',
    effect: 0,
    contacts: 0.16,
    judged: true,
    ends: { acted: 0.6, dismissed: 0.1, ignored: 0.25, withdrawn: 0.05 },
  },
};

/** Days of the month on which card payments are slow, and everybody in the checkout is told. */
export const INCIDENT_DAYS = [11, 12];
export const INCIDENT = { trigger: 'card-incident', reason: 'incident', owner: 'operations' };
