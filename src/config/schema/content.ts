import { basics, days } from './basics.js';
import { closed, exactlyOne, flag, listOf, named, prop, ref, text, words, type Defs } from './build.js';

const body = prop(
  'Text',
  'Plain text with `**bold**`, `[links](https://…)`, lines that begin with `- `, empty lines between paragraphs, and `{facts}` that may be shown.',
  { type: 'string', maxLength: 600 },
  { examples: ['Your basket is safe. Most people get through with another card.'] },
);
const steps = named(
  'Steps',
  'Names of the steps of its source, by their value: `packed`, `shipped` …',
  { type: 'string', maxLength: 60 },
  undefined,
  [{ packed: 'Wrapped and ready' }],
);
const ACTION = { label: 'Use another card', focus: 'card-number', style: 'primary' };

const channel = (title: string, example: object) =>
  prop(title, 'How this way is opened: exactly one of `number`, `url` and `call`.', ref('ContactChannel'), {
    examples: [example],
  });
const CHANNELS: Readonly<Record<string, [title: string, example: object]>> = {
  chat: ['Chat', { call: 'chat.open' }],
  callback: ['Call back', { url: '/api/callback' }],
  phone: ['Phone', { number: '+34 900 123 456' }],
  email: ['E-mail', { url: 'mailto:help@example.com' }],
  form: ['Form', { url: '/contact' }],
};

/** What is said, and who can be reached. */
export const content: Defs = {
  Tone: { title: 'A tone', ...words('info', 'success', 'warning', 'problem'), examples: ['problem'] },
  Action: closed(
    'An action',
    'Something to press: a label, and exactly one of `link`, `call`, `focus`, `open`, `contact` and `resolve`.',
    {
      label: prop(
        'Label',
        'What stands on it.',
        { type: 'string', maxLength: 60 },
        { examples: ['Use another card'] },
      ),
      link: prop(
        'Link',
        'Goes there: https, tel, mailto, sms, or your own site. A button that leads elsewhere is left out.',
        text,
        {
          examples: ['/help/payment'],
        },
      ),
      call: prop('Call', 'Calls a function that the page registered with `antes.register()`.', text, {
        examples: ['pay.paypal'],
      }),
      focus: prop('Focus', 'Brings the customer to this place.', ref('Anchor'), {
        examples: ['card-number'],
      }),
      open: prop('Open', 'Shows another content: a name in `content`.', text, {
        examples: ['how-codes-work'],
      }),
      contact: prop('Contact', 'Reaches a person: a channel of `contact`.', ref('ChannelName')),
      resolve: prop('Resolve', 'Says that it is solved.', flag, { examples: [true] }),
      style: prop(
        'Style',
        'How much it stands out. One primary action at most.',
        words('primary', 'secondary', 'link'),
        {
          default: 'secondary',
        },
      ),
    },
    ['label'],
    { ...exactlyOne('link', 'call', 'focus', 'open', 'contact', 'resolve'), examples: [ACTION] },
  ),
  GuideStep: closed(
    'A step of a guide',
    'One thing to do, in one sentence.',
    {
      text: prop(
        'Text',
        'What is to be done. The same light mark-up as a body.',
        { type: 'string', maxLength: 160 },
        {
          examples: ['Type your postcode'],
        },
      ),
      anchor: prop('Anchor', 'The place it is about: “Show me” brings the customer there.', ref('Anchor'), {
        examples: ['postcode'],
      }),
      done: prop(
        'Done',
        'It is done when this happens. Without it, as soon as the field at the anchor is filled in and valid; that shows of fields that are required or have a placeholder.',
        ref('EventPattern'),
        { examples: [{ event: 'address-found' }] },
      ),
    },
    ['text'],
    { examples: [{ text: 'Type your postcode', anchor: 'postcode' }] },
  ),
  Content: closed(
    'A content',
    'What is said. First what happened to the money, then one obvious next step, and a way to a person.',
    {
      title: prop(
        'Title',
        'The first thing that is read. Facts in braces.',
        { type: 'string', maxLength: 80 },
        {
          examples: ['Your bank said no, nothing was charged'],
        },
      ),
      body,
      actions: prop('Actions', 'At most three.', listOf(ref('Action'), 0, 3), { examples: [[ACTION]] }),
      guide: prop(
        'Guide',
        'Steps to take, in their order. Each is ticked off by itself once it is done.',
        listOf(ref('GuideStep'), 1, 7),
        { examples: [[{ text: 'Type your postcode', anchor: 'postcode' }, { text: 'Choose your street' }]] },
      ),
      source: prop('Source', 'Live status that is shown in it: a name in `sources`.', text, {
        examples: ['my-order'],
      }),
      steps,
      feedback: prop(
        'Feedback',
        '`helpful` asks whether it helped, `effort` how hard it was.',
        words('none', 'helpful', 'effort'),
        {
          default: 'helpful',
        },
      ),
      tone: prop('Tone', 'Its colour and symbol.', ref('Tone'), { default: 'info' }),
      search: prop(
        'Searchable',
        'Customers find it in the panel. `false` for what is true only at its moment.',
        flag,
        { default: true },
      ),
    },
    ['title'],
    { examples: [{ title: 'Your bank said no, nothing was charged', tone: 'problem', actions: [ACTION] }] },
  ),
  Texts: closed(
    'Texts in another language',
    'What is missing stays in the language of the file.',
    {
      title: prop(
        'Title',
        'The title in this language.',
        { type: 'string', maxLength: 80 },
        { examples: ['Su banco ha dicho que no'] },
      ),
      body,
      actions: prop(
        'Actions',
        'The labels, in the order of the actions of the content.',
        listOf({ type: 'string', maxLength: 60 }),
        {
          examples: [['Usar otra tarjeta']],
        },
      ),
      steps,
      guide: prop(
        'Guide',
        'The texts of the steps, in their order.',
        listOf({ type: 'string', maxLength: 160 }),
        { examples: [['Escriba su código postal']] },
      ),
    },
    [],
    { examples: [{ title: 'Su banco ha dicho que no', actions: ['Usar otra tarjeta'] }] },
  ),
  Hours: closed(
    'Opening hours',
    'When somebody is there.',
    {
      days: prop('Days', 'Every day, if it says nothing.', days),
      hours: prop('Hours', 'All day, if it says nothing.', ref('Clock')),
      zone: prop('Time zone', 'By whose clock.', ref('Zone')),
    },
    ['zone'],
    {
      examples: [{ days: ['mon', 'tue', 'wed', 'thu', 'fri'], hours: '09:00-18:00', zone: 'Europe/Madrid' }],
    },
  ),
  ContactChannel: closed(
    'A way to reach a person',
    'A number to call, an address to go to, or a function of the page.',
    {
      label: prop(
        'Label',
        'Its name for customers.',
        { type: 'string', maxLength: 60 },
        { examples: ['Chat with us'] },
      ),
      number: prop('Number', 'A telephone number.', text, { examples: ['+34 900 123 456'] }),
      url: prop(
        'Address',
        'A page, or `mailto:`. Of `callback`: where the request is sent to, as JSON.',
        text,
        { examples: ['/contact'] },
      ),
      call: prop('Call', 'A function that the page registered.', text, { examples: ['chat.open'] }),
      hours: prop('Hours', 'When somebody is there; always, if it says nothing.', ref('Hours')),
      wait: prop('Waiting time', 'A fact that holds the minutes people wait.', ref('FactName'), {
        examples: ['queues.chat'],
      }),
    },
    [],
    { ...exactlyOne('number', 'url', 'call'), examples: [{ number: '+34 900 123 456' }] },
  ),
  Contact: closed(
    'Contact',
    'The ways to reach a person.',
    {
      order: prop(
        'Order',
        'Which is offered first.',
        listOf(ref('ChannelName'), 0, basics['ChannelName']!.enum!.length),
        {
          examples: [['chat', 'phone']],
        },
      ),
      channels: closed(
        'Channels',
        'What there is.',
        Object.fromEntries(
          Object.entries(CHANNELS).map(([name, [title, example]]) => [name, channel(title, example)]),
        ),
        [],
        { examples: [{ phone: { number: '+34 900 123 456' } }] },
      ),
      handoff: closed(
        'Hand-off',
        'What a customer agrees to pass on to the person who takes over.',
        {
          url: prop(
            'Address',
            'Where it is sent with the code that the customer says on the phone, as JSON. Without it there is no code.',
            text,
            { examples: ['/api/handoff'] },
          ),
          words: named(
            'Words',
            'For each language, plain words for the names of reasons, steps and facts, and for values of facts.',
            named('Words of a language', 'By name or value.', text, undefined, [
              { 'payment.lastCode': 'What the bank said', card_declined: 'Card declined' },
            ]),
            ref('Locale'),
            [{ en: { 'payment.lastCode': 'What the bank said' } }],
          ),
        },
        [],
        { examples: [{ url: '/api/handoff' }] },
      ),
      phone: prop(
        'Known number',
        'A fact that holds the customer’s own number, so that nobody has to type it again. It must be one that may be shown.',
        ref('FactName'),
        { examples: ['customer.phone'] },
      ),
    },
    [],
    { examples: [{ order: ['phone'], channels: { phone: { number: '+34 900 123 456' } } }] },
  ),
  Translations: named(
    'Translations',
    'For each language, the texts of each content.',
    named('Texts', 'By the names of the contents.', ref('Texts'), undefined, [
      { declined: { title: 'Su banco ha dicho que no' } },
    ]),
    ref('Locale'),
    [{ es: { declined: { title: 'Su banco ha dicho que no' } } }],
  ),
};
