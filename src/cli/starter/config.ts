/** What `antes init` writes: small enough to be read, whole enough to be used. */
export const starterConfig = (schema: string): object => ({
  $schema: schema,
  $comment:
    'Start here: change paths, events and texts to yours. "npx antes check antes.json" says what is wrong; "npx antes replay --expect antes.antes-test.json" says whether the triggers do what they should. Comments like this one never reach the browser.',
  version: 1,
  locale: 'en',
  facts: {
    $comment: 'What your page tells with antes.facts(…). Texts may use those with "show".',
    'order.id': { type: 'string', show: true, handoff: true },
    'order.state': {
      type: 'string',
      values: ['placed', 'packed', 'shipped', 'out-for-delivery', 'delivered', 'exception'],
    },
    'order.eta': { type: 'date', show: true },
    'payment.method': { type: 'string', values: ['card', 'paypal', 'invoice'] },
    'payment.lastCode': { type: 'string', handoff: true },
    'incidents.payments.impact': { type: 'string', values: ['none', 'minor', 'major', 'critical'] },
  },
  journeys: {
    $comment: 'What customers come to do, as steps. "expected" is the usual time of a step.',
    checkout: {
      title: 'Buying',
      owner: 'checkout',
      steps: [
        { id: 'cart', url: '/cart' },
        { id: 'address', url: '/checkout/address', expected: '45s', reason: 'address-unclear' },
        { id: 'payment', url: '/checkout/payment', expected: '40s', reason: 'card-declined' },
      ],
      done: { event: 'order-placed' },
    },
  },
  reasons: {
    $comment: 'Why people need help, and who owns it.',
    'card-declined': {
      title: 'Card declined',
      owner: 'payments',
      quadrant: 'simplify',
      handoff: ['payment.lastCode'],
    },
    'address-unclear': { title: 'Address not accepted', owner: 'checkout', quadrant: 'eliminate' },
    incident: { title: 'Known incident', owner: 'operations', quadrant: 'eliminate' },
    'where-is-my-order': {
      title: 'Where is my order',
      owner: 'logistics',
      quadrant: 'automate',
      handoff: ['order.id'],
    },
  },
  contact: {
    $comment: 'The ways to reach a person, in the order in which they are offered. Put in your own number.',
    order: ['chat', 'phone'],
    channels: {
      chat: { label: 'Chat with us', call: 'chat.open' },
      phone: { label: 'Call us', number: '+34 900 123 456' },
    },
  },
  content: {
    $comment: 'What is said: what happened first, then one next step, and a way to a person.',
    declined: {
      title: 'Your bank said no, nothing was charged',
      tone: 'problem',
      body: 'Your basket is safe. Most people get through with another card.',
      actions: [
        { label: 'Use another card', focus: 'card-number', style: 'primary' },
        { label: 'Pay with PayPal', call: 'pay.paypal' },
        { label: 'Ask us', contact: 'chat', style: 'link' },
      ],
    },
    address: {
      title: 'Can’t find your address?',
      body: 'Type the postcode first, or enter it by hand.',
      actions: [{ label: 'Enter by hand', call: 'address.manual', style: 'primary' }],
    },
    'payments-slow': {
      title: 'Card payments are slow right now',
      tone: 'warning',
      body: 'We are on it. PayPal works as usual, and your basket is kept.',
      actions: [{ label: 'Ask us', contact: 'chat', style: 'link' }],
    },
    order: {
      title: 'Your order {order.id} is on its way',
      body: 'We expect it on {order.eta, date, long}.',
      actions: [{ label: 'See where it is', link: '/orders/current', style: 'primary' }],
    },
  },
  triggers: [
    {
      $comment: 'The bank has said no twice. Your page tells it: antes.emit("payment-failure", { code: … }).',
      id: 'card-declined-twice',
      reason: 'card-declined',
      priority: 'blocker',
      where: { journey: 'checkout', step: 'payment' },
      when: {
        event: 'payment-failure',
        where: { code: ['card_declined', 'do_not_honor', 'insufficient_funds'] },
        min: 2,
        within: '10m',
      },
      unless: {
        any: [{ event: 'payment-accepted' }, { facts: { 'payment.method': ['paypal', 'invoice'] } }],
      },
      show: { content: 'declined', as: 'inline', anchor: 'card-form', orElse: 'notice' },
      limits: [{ times: 1, per: 'journey' }],
      solved: { by: { event: 'order-placed' }, within: '30m' },
    },
    {
      $comment:
        '45 seconds on the address and nothing entered, or a field refused again after a correction. Nothing to program: Antes sees it by itself.',
      id: 'address-stall',
      reason: 'address-unclear',
      where: { journey: 'checkout', step: 'address' },
      when: {
        any: [
          { event: 'field-error-loop' },
          {
            after: { event: 'step-entered' },
            without: [{ event: 'step-completed' }, { event: 'field-changed' }],
            for: '45s',
          },
        ],
      },
      show: { content: 'address', as: 'inline', anchor: 'postcode', orElse: 'notice' },
      solved: { by: { event: 'step-completed' }, within: '5m' },
    },
    {
      $comment: 'A known incident, told before anybody runs into it.',
      id: 'payments-incident',
      reason: 'incident',
      priority: 'incident',
      where: { journey: 'checkout' },
      when: { facts: { 'incidents.payments.impact': ['minor', 'major', 'critical'] } },
      timing: { at: 'boundary' },
      show: { content: 'payments-slow', as: 'notice' },
      limits: [{ times: 1, per: 'session' }],
    },
    {
      $comment: 'Somebody looks for help while an order is on its way.',
      id: 'where-is-my-order',
      reason: 'where-is-my-order',
      where: { url: '/help/*' },
      when: {
        all: [
          { facts: { 'order.state': { not: ['delivered', 'exception'] } } },
          { event: 'page-viewed', where: { path: { startsWith: '/help' } } },
        ],
      },
      timing: { at: 'pause', delay: '3s' },
      show: { content: 'order', as: 'inline', anchor: 'help-top', orElse: 'notice' },
      solved: { by: { event: 'help-solved' }, within: '2m' },
    },
  ],
});
