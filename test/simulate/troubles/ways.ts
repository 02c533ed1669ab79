import { arrive, pathOf, type Place, type Visit } from '../journey.js';
import { again, ALL, broken, hammer, lastOf, type Trouble } from './trouble.js';

/** Back in the browser's history, or with a link of the page. */
function go(visit: Visit, to: Place, history = false): void {
  const { person, shop } = visit;
  if (!history) {
    person.press(shop.button(`to-${to}`, 'route', { role: 'link', to: pathOf(to) }));
    arrive(visit, to);
    return;
  }
  person.wait(person.random.between(400, 1_200));
  person.browser.route(pathOf(to), { history: true });
  person.glance();
}

/** Somebody is looking for a person, a number, a way out. */
export const WAY_TROUBLES: readonly Trouble[] = [
  {
    signal: 'u-turn',
    variant: 'back to an earlier step, twice',
    on: 'payment',
    by: ALL,
    play(visit) {
      let at = 0;
      const history = visit.person.random.chance(0.5);
      for (let turns = 0; turns < 2; turns++) {
        go(visit, 'address', history);
        at = lastOf(visit.person, 'view');
        visit.person.wait(visit.person.random.between(6_000, 15_000));
        go(visit, 'payment');
        visit.person.wait(4_000);
      }
      return at;
    },
  },
  {
    signal: 'u-turn',
    variant: 'a short look, twice',
    on: 'delivery',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      let at = 0;
      for (let looks = 0; looks < 2; looks++) {
        person.press(shop.button('terms', 'route', { role: 'link', to: '/terms' }));
        person.wait(3_500);
        person.wait(person.random.between(500, 4_000));
        person.browser.route(pathOf('delivery'), { history: true });
        at = person.now;
        person.wait(person.random.between(2_000, 6_000));
      }
      return at;
    },
  },
  {
    signal: 'phone-seeking',
    on: 'payment',
    by: ALL,
    play(visit) {
      const { person } = visit;
      if (person.habits.by === 'mouse' && person.random.chance(0.5)) {
        person.glance();
        person.browser.tell({ type: 'copy', what: 'phone', how: 'copy' });
        return person.now;
      }
      const more = { leads: 'phone' as const, exempt: 'unobservable' as const };
      person.pressOnce({ ...broken(visit, 'phone-link'), role: 'link', more });
      const at = person.now;
      person.glance();
      return at;
    },
  },
  {
    signal: 'contact-seeking',
    on: 'address',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const path = person.random.pick(['/contact', '/help', '/faq']);
      person.press(shop.button('contact-link', 'load', { role: 'link', to: path }));
      person.wait(1_000);
      const at = lastOf(person, 'view');
      person.read(15_000);
      again(visit, 'address');
      return at;
    },
  },
  {
    signal: 'search-struggle',
    on: 'listing',
    by: ALL,
    play(visit) {
      const { person, shop } = visit;
      const { search } = shop.fields;
      let at = 0;
      for (let searches = 0; searches < 2; searches++) {
        person.goTo(search);
        person.type(7);
        person.browser.submit('search', { search: true });
        const ms = person.random.between(200, 900);
        person.wait(ms);
        person.browser.request(ms);
        person.browser.tell({ type: 'host', event: 'searched', data: { results: 0 } });
        at = person.now;
        person.wait(4_000);
      }
      return at;
    },
  },
  {
    signal: 'focus-trap',
    variant: 'round and round',
    on: 'product',
    by: ['key'],
    play(visit) {
      const { person } = visit;
      const STOPS = 4;
      let at = 0;
      for (let tabs = 0; tabs < STOPS * 4 + 1; tabs++) {
        person.wait(person.random.between(250, 450));
        person.browser.key();
        person.browser.tell({ type: 'tab', to: `round-${tabs % STOPS}` });
        if (tabs === STOPS * 3 - 1) at = person.now;
      }
      return at;
    },
  },
  {
    signal: 'focus-trap',
    variant: 'the focus is lost',
    on: 'product',
    by: ['key'],
    play(visit) {
      const { person } = visit;
      person.pressOnce(visit.shop.button('close-banner', 'at-once'));
      for (let tabs = 0; tabs < 8; tabs++) {
        person.wait(person.random.between(250, 450));
        person.browser.key();
        person.browser.tell({ type: 'tab', to: `link-${tabs}`, ...(tabs === 0 && { lost: true as const }) });
      }
      const at = person.now;
      person.wait(1_000);
      return at;
    },
  },
  {
    signal: 'page-search',
    on: 'delivery',
    by: ['mouse', 'key'],
    play(visit) {
      const { person } = visit;
      person.glance();
      person.browser.key();
      person.browser.tell({ type: 'shortcut', what: 'find' });
      const at = person.now;
      person.wait(4_000);
      return at;
    },
  },
  {
    signal: 'scroll-hunt',
    on: 'product',
    by: ['mouse', 'touch'],
    play(visit) {
      const { person } = visit;
      let at = 0;
      for (let legs = 0; legs < 9; legs++) {
        const way = legs % 2 === 0 ? 1 : -1;
        person.scroll(400 * way);
        // The sixth turn is one as soon as there is a leg behind it as well.
        if (legs === 6) at = lastOf(person, 'scroll');
        person.scroll(200 * way);
      }
      return at;
    },
  },
  {
    signal: 'thrashed-cursor',
    on: 'delivery',
    by: ['mouse'],
    play({ person }) {
      let at = 0;
      for (let turns = 4; turns <= 9; turns++) {
        person.wait(person.random.between(90, 200));
        person.browser.tell({ type: 'turns', turns });
        if (turns === 8) at = person.now;
      }
      return at;
    },
  },
  {
    signal: 'hesitation',
    on: 'delivery',
    by: ['mouse', 'key'],
    play({ person }) {
      let at = 0;
      for (let times = 0; times < 3; times++) {
        const ms = Math.round(person.random.between(22, 60)) * 100;
        person.wait(ms + 500);
        const by = person.habits.by === 'key' ? 'focus' : 'pointer';
        person.browser.tell({ type: 'hover', target: 'continue', by, ms });
        at = person.now;
        person.wait(1_500);
      }
      return at;
    },
  },
  {
    signal: 'zoom',
    on: 'payment',
    by: ['touch'],
    play({ person }) {
      person.wait(3_000);
      person.browser.tell({ type: 'zoom', scale: 1.6 });
      const at = person.now;
      person.glance();
      return at;
    },
  },
  {
    signal: 'evidence-copy',
    on: 'thanks',
    by: ['mouse', 'touch', 'key'],
    play({ person }) {
      person.glance();
      person.browser.tell({ type: 'copy', what: 'reference', how: 'copy' });
      return person.now;
    },
  },
  {
    signal: 'status-anxiety',
    also: ['page-search', 'u-turn'],
    on: 'thanks',
    by: ALL,
    play(visit) {
      const { person } = visit;
      person.press(visit.shop.button('my-order', 'load', { role: 'link', to: pathOf('orders') }));
      arrive(visit, 'orders');
      let at = 0;
      for (let times = 0; times < 2; times++) {
        person.wait(person.random.between(6_000, 25_000));
        person.browser.key();
        person.browser.load(pathOf('orders'), { reload: true });
        at = person.now;
      }
      person.wait(2_000);
      return at;
    },
  },
  {
    signal: 'away-and-back',
    on: 'payment',
    by: ALL,
    play({ person }) {
      for (let times = 0; times < 3; times++) {
        person.wait(2_000);
        person.away(person.random.between(4_000, 30_000));
      }
      return person.now - 600;
    },
  },
  {
    signal: 'exit-intent',
    also: ['dead-click'],
    on: 'address',
    by: ['mouse'],
    play(visit) {
      const { person } = visit;
      person.fill(visit.shop.fields.name, 6);
      hammer(visit, broken(visit, 'find-address'), 1, () => 0);
      person.wait(5_000);
      person.browser.tell({ type: 'exit', how: 'top' });
      return person.now;
    },
  },
];
