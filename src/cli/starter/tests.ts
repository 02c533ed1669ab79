const declined = { emit: 'payment-failure', data: { code: 'card_declined' } };

/** Tests of the starter's triggers, each with a near miss. */
export const starterTests = (schema: string, config: string): object => ({
  $schema: schema,
  config,
  tests: [
    {
      name: 'a card declined twice brings help beside the card',
      records: [
        { view: '/checkout/payment' },
        { wait: '10s' },
        { press: 'place-order' },
        declined,
        { wait: '8s' },
        { press: 'place-order' },
        declined,
        { wait: '3s' },
      ],
      expect: [{ trigger: 'card-declined-twice', shown: true, as: 'inline' }],
    },
    {
      name: 'once is bad luck',
      records: [
        { view: '/checkout/payment' },
        { wait: '10s' },
        { press: 'place-order' },
        declined,
        { wait: '30s' },
      ],
      expect: [{ trigger: 'card-declined-twice', notShown: true }],
    },
    {
      name: 'another way of paying is chosen already',
      facts: { 'payment.method': 'paypal' },
      records: [
        { view: '/checkout/payment' },
        { wait: '10s' },
        declined,
        { wait: '8s' },
        declined,
        { wait: '3s' },
      ],
      expect: [{ trigger: 'card-declined-twice', withheldBy: 'unless' }],
    },
    {
      name: '45 seconds on the address, and nothing entered',
      records: [{ view: '/checkout/address' }, { wait: '40s' }, { scroll: 200 }, { wait: '20s' }],
      expect: [
        { trigger: 'address-stall', notShown: true, within: '44s' },
        { trigger: 'address-stall', shown: true, within: '50s' },
      ],
    },
    {
      name: 'somebody who fills in the address is left alone',
      records: [
        { view: '/checkout/address' },
        { wait: '5s' },
        { fill: 'street', for: '4s' },
        { fill: 'postcode', for: '2s' },
        { wait: '50s' },
      ],
      expect: [{ trigger: 'address-stall', notShown: true }],
    },
    {
      name: 'an incident is told where it matters, and only there',
      facts: { 'incidents.payments.impact': 'major' },
      records: [{ view: '/products' }, { wait: '20s' }, { view: '/cart' }, { wait: '5s' }],
      expect: [
        { trigger: 'payments-incident', withheldBy: 'where', at: '15s' },
        { trigger: 'payments-incident', shown: true },
      ],
    },
    {
      name: 'an order on its way is told on the help pages',
      facts: { 'order.id': 'A1', 'order.state': 'shipped', 'order.eta': '2026-11-25' },
      records: [{ view: '/help/delivery' }, { wait: '10s' }],
      expect: [{ trigger: 'where-is-my-order', shown: true, within: '5s' }],
    },
    {
      name: 'nothing is known of an order, so nothing is told',
      records: [{ view: '/help/delivery' }, { wait: '10s' }],
      expect: [{ trigger: 'where-is-my-order', withheldBy: 'when' }],
    },
  ],
});
