import { createStores, type Offer } from '../../src/state/stores.js';
import { startUi } from '../../src/ui/index.js';
import { offer } from './offers.js';
import { asked, panelStories, peoplePort, play } from './people.js';

/** `?view=inline&lang=ar&scheme=dark&brand=1`: one view, in one language and scheme. */
const query = new URLSearchParams(location.search);
const view = query.get('view') ?? 'inline';
const lang = query.get('lang') ?? 'en';

const root = document.documentElement;
root.lang = lang;
root.dir = lang === 'ar' ? 'rtl' : 'ltr';
if (query.has('scheme')) root.dataset['scheme'] = query.get('scheme') ?? '';
if (query.has('brand')) root.dataset['brand'] = '';

/** What is pressed, by part, once the card is there. */
interface Story {
  readonly name: string;
  readonly offer?: Partial<Offer>;
  readonly press?: readonly string[];
  readonly act?: 'works' | 'fails' | 'hangs';
  readonly leaving?: Offer['leaving'];
}

const steps =
  'Type the postcode first:\n- pick your street from the list\n- add the flat or floor\n\nNo list? [Enter it by hand](/by-hand).';
const one = [{ label: 'Enter by hand', style: 'primary' }] as const;

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
  badge: [
    { name: 'Badge', offer: { as: 'badge' } },
    { name: 'Badge', offer: { as: 'badge' } },
  ],
  quiet: [{ name: 'Badge', offer: { as: 'badge' } }],
  floating: [],
};

const nav = document.querySelector('nav') as HTMLElement;
for (const name of [...Object.keys(views), ...Object.keys(panelStories)]) {
  const link = document.createElement('a');
  const to = new URLSearchParams(query);
  to.set('view', name);
  link.href = `?${to.toString()}`;
  link.textContent = name;
  if (name === view) link.setAttribute('aria-current', 'page');
  nav.append(link);
}

const main = document.querySelector('main') as HTMLElement;
const article = (name: string, id: string) => {
  const element = document.createElement('article');
  const heading = document.createElement('h2');
  heading.textContent = name;
  element.append(heading);
  for (const label of ['Card number', 'Name on the card'].slice(0, view === 'inline' ? 1 : 2)) {
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

const stories =
  view === 'floating' ? [{ name: 'Floating until your next key or click' }] : (views[view] ?? []);
const panelStory = panelStories[view];
const offers = panelStory
  ? [asked(lang, panelStory)]
  : stories.map((story: Story, index) => {
      article(story.name, `story-${index}`);
      return offer(lang, { anchor: `story-${index}`, ...story.offer });
    });

const stores = createStores(lang);
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
  open: () => {},
  answer(id, { phase }) {
    if (phase === 'dismissed' || phase === 'snoozed' || phase === 'gone') {
      stores.$offers.set(stores.$offers.get().filter((made) => made.id !== id));
    }
  },
  act: (id) => outcome[stories[offers.findIndex((made) => made.id === id)]?.act ?? 'works'](),
  problem: (code, path, message) => console.warn(code, path, message),
  ...(panelStory ? peoplePort(lang, panelStory) : {}),
});
Object.assign(window, { stop });

const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));
// One after the other: in its own view a card floats, in the others a key without meaning lets each take its place.
for (let made = 1; made <= offers.length; made++) {
  stores.$offers.set(offers.slice(0, made));
  for (
    let tries = 0;
    tries < 40 &&
    document.querySelectorAll(':is(antes-inline, antes-notice, antes-badge, antes-panel)').length === 0;
    tries++
  )
    await wait(25);
  await wait(60);
  if (view === 'inline')
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift', bubbles: true }));
}
if (panelStory) {
  article('A page', 'story');
  await play(panelStory, wait);
}
scrollTo(0, 0);
document.querySelectorAll('antes-inline').forEach((card, index) => {
  for (const part of stories[index]?.press ?? [])
    card.shadowRoot?.querySelector<HTMLElement>(`[part~="${part}"]`)?.click();
});
await wait(50);
stores.$offers.set(offers.map((made, index) => ({ ...made, leaving: stories[index]?.leaving ?? false })));
