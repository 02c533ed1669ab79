import { createGuard } from '../../src/core/guard.js';
import type { Happening } from '../../src/core/happenings.js';
import { createStores, type Offer } from '../../src/state/stores.js';
import { startUi } from '../../src/ui/index.js';
import type { SourceState } from '../../src/state/sources.js';
import { dressPage, lang, links, lookLinks, query } from './looks.js';
import { offer } from './offers.js';
import { asked, panelStories, peoplePort, play } from './people.js';
import { STATES, incident, known } from './sources.js';

const view = query.get('view') ?? 'inline';
const root = document.documentElement;
dressPage();

/** What is pressed, by part, once the card is there. */
interface Story {
  readonly name: string;
  readonly offer?: Partial<Offer>;
  readonly press?: readonly string[];
  readonly act?: 'works' | 'fails' | 'hangs';
  readonly leaving?: Offer['leaving'];
  readonly source?: SourceState;
  /** An event that happens once it is there. */
  readonly happen?: string;
  /** What is pressed in a part of the card: its element, and a part of that. */
  readonly inPart?: readonly [element: string, part: string];
}

const steps =
  'Type the postcode first:\n- pick your street from the list\n- add the flat or floor\n\nNo list? [Enter it by hand](/by-hand).';
const guide = [
  { text: 'Type your **postcode**', anchor: 'story-0' },
  { text: 'Wait until we know it', done: { event: 'address-known' } },
  { text: 'Choose your street' },
];
const one = [{ label: 'Enter by hand', style: 'primary' }] as const;

const told = (tone: Offer['tone'], title: string, body: string, source?: SourceState): Story => ({
  name: title,
  offer: { as: 'banner', tone, title, body, actions: [], because: undefined, feedback: 'none' },
  ...(source ? { source } : {}),
});
const soon = incident({ phase: 'scheduled', until: Date.now() + 90_000_000, from: Date.now() + 86_400_000 });

const views: Readonly<Record<string, readonly Story[]>> = {
  inline: [
    { name: 'Problem, as it arrives' },
    { name: 'Why am I seeing this?', press: ['why'] },
    {
      name: 'Information with a list',
      offer: { tone: 'info', title: 'Can’t find your address?', body: steps, actions: one, feedback: 'none' },
    },
    {
      name: 'Warning, no actions',
      offer: {
        tone: 'warning',
        title: 'Card payments are slow right now',
        actions: [],
        body: 'We are on it. PayPal and invoice work as usual. Your basket is kept.',
      },
    },
    {
      name: 'Success',
      offer: {
        tone: 'success',
        title: 'Your voucher is still valid',
        body: '',
        actions: one,
        because: undefined,
        feedback: 'none',
      },
    },
    { name: 'Working', press: ['action-primary'], act: 'hangs' },
    { name: 'Done', press: ['action-primary'], act: 'works' },
    { name: 'Failed, with another try', press: ['action-primary'], act: 'fails' },
    { name: 'Thanks for the feedback', press: ['feedback'] },
    { name: 'Solved', leaving: 'solved' },
  ],
  notice: [{ name: 'Notice', offer: { as: 'notice' } }],
  hint: [
    { name: 'Offered', offer: { as: 'hint', tone: 'info' } },
    {
      name: 'Open',
      offer: { as: 'hint', tone: 'info', title: 'Can’t find your address?', body: steps, actions: one },
      press: ['hint'],
    },
    { name: 'Closed again', offer: { as: 'hint', tone: 'info' }, press: ['hint', 'hint'] },
  ],
  guide: [
    {
      name: 'Three steps, the first is next',
      offer: { guide, tone: 'info', title: 'Your address in three steps', body: '', actions: [] },
    },
    {
      name: 'One is done',
      offer: {
        guide: [{ text: 'Type your **postcode**', done: { event: 'address-found' } }, ...guide.slice(1)],
        tone: 'info',
        title: 'Your address in three steps',
        body: '',
        actions: [],
      },
      happen: 'address-found',
    },
    {
      name: 'Its place is not on the page',
      offer: {
        guide: [{ text: 'Choose a date', anchor: 'nowhere' }],
        tone: 'info',
        title: 'A day that suits you',
        body: '',
        actions: [],
      },
      inPart: ['antes-guide', 'show-me'],
    },
  ],
  feedback: [
    { name: 'How hard was it?', offer: { feedback: 'effort' } },
    { name: 'Chosen', offer: { feedback: 'effort' }, inPart: ['antes-feedback', 'choice'] },
    { name: 'Why, and what can be said about it', offer: { feedback: 'none' }, press: ['why'] },
  ],
  badge: [
    { name: 'Badge', offer: { as: 'badge' } },
    { name: 'Badge', offer: { as: 'badge' } },
  ],
  quiet: [{ name: 'Badge', offer: { as: 'badge' } }],
  status: Object.entries(STATES).map(([name, source]) => ({
    name,
    source,
    offer: {
      as: 'status',
      tone: 'info',
      title: source.kind === 'incidents' ? 'Card payments' : 'Your order TJ-104233',
      body: '',
      actions: [{ label: 'See the order', style: 'secondary' }],
      because: undefined,
      feedback: 'none',
    },
  })),
  banner: [
    told('info', 'We are closed on 6 December', 'Orders are packed again on the 7th.'),
    told(
      'warning',
      'Card payments are slow right now',
      'We are on it. PayPal and invoice work as usual. Your basket is kept.',
      known({ incidents: [incident({ from: Date.now() - 1_800_000 })], asOf: Date.now() }),
    ),
    told('problem', 'Cards cannot be used right now', 'PayPal and invoice work as usual.'),
    told(
      'info',
      'The shop is being serviced tonight',
      'You cannot order meanwhile; everything else stays as it is.',
      known({ incidents: [soon], asOf: Date.now() }),
    ),
    { ...told('warning', 'Card payments are slow', ''), leaving: 'solved' },
  ],
  floating: [],
};

document
  .querySelector('header')
  ?.append(links('view', [...Object.keys(views), ...Object.keys(panelStories)], view), ...lookLinks());

const main = document.querySelector('main') as HTMLElement;
const article = (name: string, id: string) => {
  const element = document.createElement('article');
  const heading = document.createElement('h2');
  heading.textContent = name;
  element.append(heading);
  for (const label of ['Card number', 'Name on the card'].slice(
    0,
    ['inline', 'guide', 'feedback', 'status'].includes(view) ? 1 : 2,
  )) {
    const text = document.createElement('label');
    const input = document.createElement('input');
    text.textContent = label;
    text.htmlFor = input.id = `${id}-${label.length}`;
    if (label === 'Card number') input.dataset['antesAnchor'] = id;
    element.append(text, input);
  }
  main.append(element);
  return element;
};

/** `&only=1`: by itself. Several banners at once come in the order in which they are ready. */
const only = query.get('only');
const stories: readonly Story[] = (
  view === 'floating' ? [{ name: 'Floating until your next key or click' }] : (views[view] ?? [])
).filter((_story, index) => only === null || index === Number(only));
const panelStory = panelStories[view];
const offers = panelStory
  ? [asked(lang, panelStory)]
  : stories.map((story: Story, index) => {
      article(story.name, `story-${index}`);
      const source = story.source && { source: `story-${index}` };
      return offer(lang, {
        anchor: view === 'banner' ? undefined : `story-${index}`,
        ...source,
        // Nobody has translated what a story says itself.
        ...(story.offer?.title === undefined ? {} : { lang: 'en', dir: 'ltr' }),
        ...story.offer,
      });
    });

const listeners = new Set<(happening: Happening) => void>();
const stores = createStores(lang);
stores.$sources.set(
  Object.fromEntries(stories.flatMap(({ source }: Story, i) => (source ? [[`story-${i}`, source]] : []))),
);
const outcome = {
  works: () => Promise.resolve(true),
  fails: () => Promise.resolve(false),
  hangs: () => new Promise<boolean>(() => {}),
};
const stop = startUi({
  stores,
  root,
  config: { version: 1, triggers: [] },
  facts: () => undefined,
  situation: () => ({ step: null, journey: null, signals: [], failed: [], help: [] }),
  contact: () => Promise.resolve(true),
  why: () => [],
  read: () => undefined,
  ticks: () => [],
  tick: () => {},
  open: () => {},
  mute: () => {},
  heard(tell) {
    listeners.add(tell);
    return () => void listeners.delete(tell);
  },
  answer(id, { phase }) {
    if (phase === 'dismissed' || phase === 'snoozed' || phase === 'gone') {
      stores.$offers.set(stores.$offers.get().filter((made) => made.id !== id));
    }
  },
  act: (id) => outcome[stories[offers.findIndex((made) => made.id === id)]?.act ?? 'works'](),
  guard: createGuard((code, path, message) => {
    console.warn(code, path, message);
    return true;
  }),
  problem: (code, path, message) => console.warn(code, path, message),
  ...(panelStory ? peoplePort(lang, panelStory) : {}),
});
Object.assign(window, { stop });

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
/** Not at the top level: parts that are fetched wait for whoever they share code with. */
async function showAll(): Promise<void> {
  // One after the other: in its own view a card floats, in the others a key without meaning lets each take its place.
  for (let made = 1; made <= offers.length; made++) {
    stores.$offers.set(offers.slice(0, made));
    for (
      let tries = 0;
      tries < 40 &&
      document.querySelectorAll(
        ':is(antes-inline, antes-hint, antes-notice, antes-badge, antes-banner, antes-panel)',
      ).length === 0;
      tries++
    )
      await wait(25);
    await wait(60);
    if (view !== 'floating')
      document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
  }
  if (panelStory) {
    article('A page', 'story');
    await play(panelStory, wait);
  }
  scrollTo(0, 0);
  await wait(200);
  document.querySelectorAll('antes-inline, antes-hint').forEach((card, index) => {
    const { happen, inPart } = stories[index] ?? {};
    const place = { step: null, journey: null, path: '/', visit: 1, stay: 1 };
    if (happen) for (const tell of listeners) tell({ name: happen, at: 0, place, data: {} });
    if (inPart)
      card.shadowRoot
        ?.querySelector(inPart[0])
        ?.shadowRoot?.querySelector<HTMLElement>(`[part~="${inPart[1]}"]`)
        ?.click();
    for (const part of stories[index]?.press ?? [])
      card.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`)?.click();
  });
  await wait(50);
  stores.$offers.set(offers.map((made, index) => ({ ...made, leaving: stories[index]?.leaving ?? false })));
  root.dataset['ready'] = '';
}
void showAll();
