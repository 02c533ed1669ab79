import type { By } from '../../src/core/records.js';
import { isField, type Browser, type Control, type Field } from './browser.js';
import { createHuman, type Human } from './human.js';
import type { Random } from './random.js';

/** What somebody always does. */
export interface Habits {
  readonly by: By;
  /** Double-clicks everything, as on a desktop. */
  readonly doubleClicks?: true;
  /** How forms are filled in. */
  readonly fills?: 'type' | 'paste' | 'autofill';
  /** Hands that tremble: touches beside the mark, and second ones. */
  readonly tremor?: true;
  /** All of their times, as a multiple of the usual. */
  readonly slower?: number;
  /** Looks for the card only when it is asked for. */
  readonly fetchesCard?: true;
}

/** Somebody at the page: turns intentions into what the browser sees, at a human pace. */
export interface Person {
  readonly habits: Habits;
  readonly human: Human;
  readonly random: Random;
  readonly browser: Browser;
  readonly now: number;
  wait(ms: number): void;
  glance(): void;
  /** Reads for so long, scrolling now and then. */
  read(ms: number): void;
  scroll(px: number): void;
  /** Once, or as often as habit has it. */
  press(control: Control): void;
  /** Exactly once, without moving away from it in between if it was pressed last. */
  pressOnce(control: Control): void;
  /** Puts the focus into a field. */
  goTo(field: Field): void;
  type(keys: number): void;
  fill(field: Field, keys: number): void;
  /** Takes so much back. */
  erase(keys: number): void;
  /** Leaves the field that has the focus for nothing in particular. */
  blur(): void;
  /** Keys, fingers and assistive technology are given more time, and one press more. */
  readonly isCoarse: boolean;
  /** To another window, and back. */
  away(ms: number): void;
}

const SCREEN_PX = 800;
const STOPS_BETWEEN = 3;
/** With a card to be fetched. */
const FETCH_MS = [8_000, 35_000] as const;
const MAX_PAGE_PX = 2_400;

export function createPerson(browser: Browser, random: Random, habits: Habits): Person {
  const human = createHuman(random, habits.slower);
  const { by } = habits;
  const { world } = browser;
  let pointer = { x: 640, y: 400 };
  let y = 0;
  let page = '';
  let last: Control | Field | undefined;

  const wait = (ms: number) => world.wait(ms);
  function reach(on: Control | Field): void {
    if (by === 'key') tabTo(on);
    else if (by === 'assist') wait(human.glance() / 2);
    else if (last !== on || browser.path !== page) {
      const px = Math.hypot(on.x - pointer.x, on.y - pointer.y);
      if (by === 'mouse') browser.move();
      wait(by === 'touch' ? human.touch(px) : human.move(px));
      if (habits.tremor) tremble(on);
    }
    pointer = on;
    last = on;
    page = browser.path;
  }
  function tabTo(on: Control | Field): void {
    if (last?.name === on.name && browser.path === page) return;
    last = on;
    page = browser.path;
    for (let stops = random.whole(0, STOPS_BETWEEN); stops >= 0; stops--) {
      wait(human.key() + 100);
      browser.key();
      browser.focus(stops === 0 && isField(on) ? on : null);
      browser.tell({ type: 'tab', to: stops === 0 ? on.name : `stop-${stops}` });
    }
  }
  /** Beside the mark at first, as three times as often as others; and second touches that nobody meant. */
  function tremble(on: Control | Field): void {
    if (!random.chance(0.3)) return;
    const beside = { name: 'main', region: 'main', x: on.x + 30, y: on.y - 20, role: 'main' };
    for (let touches = random.whole(1, 2); touches > 0; touches--) {
      act({ ...beside, more: { interactive: false, near: on.name } });
      wait(random.chance(0.5) ? random.between(20, 45) : random.between(300, 700));
    }
  }
  function act(on: Control | Field): void {
    const attempt = browser.down(on, by);
    if (by === 'key') browser.key();
    if (by !== 'assist' && by !== 'key') wait(human.hold());
    browser.activate(on, by, attempt);
  }
  /** Where a second click goes if the page has changed under the first. */
  const ground = (on: Control): Control => ({
    name: 'main',
    role: 'main',
    region: 'main',
    x: on.x,
    y: on.y,
    more: { interactive: false },
  });

  const person: Person = {
    habits,
    human,
    random,
    browser,
    get now() {
      return world.now;
    },
    wait,
    glance: () => wait(human.glance()),
    scroll(px) {
      const step = Math.sign(px) * 200;
      for (let left = Math.abs(px); left > 0; left -= 200) {
        if (browser.path !== page) {
          y = 0;
          page = browser.path;
          last = undefined;
        }
        y = Math.min(MAX_PAGE_PX, Math.max(0, y + step));
        if (by === 'touch') browser.tell({ type: 'hold', what: 'pointer', on: true });
        if (by === 'key' || by === 'assist') browser.key();
        const how = by === 'touch' ? 'touch' : by === 'key' || by === 'assist' ? 'key' : 'wheel';
        browser.tell({ type: 'scroll', y: Math.round(y / 50) * 50, screen: SCREEN_PX, by: how });
        if (by === 'touch') browser.tell({ type: 'hold', what: 'pointer', on: false });
        wait(random.between(260, 500));
      }
    },
    read(ms) {
      for (let left = ms; left > 0;) {
        const gap = Math.min(left, human.reading() / 3);
        wait(gap);
        left -= gap;
        if (left > 0) person.scroll(random.whole(1, 3) * 200);
      }
    },
    pressOnce(control) {
      reach(control);
      act(control);
    },
    press(control) {
      person.pressOnce(control);
      if (!habits.doubleClicks || by === 'key' || by === 'assist') return;
      const { path } = browser;
      wait(human.doubleClick());
      act(browser.path === path ? control : ground(control));
    },
    goTo(field) {
      reach(field);
      if (by === 'assist') browser.focus(field);
      else if (by !== 'key') act(field);
    },
    type(keys) {
      for (let i = 0; i < keys; i++) {
        wait(human.key() + (i === 0 ? 0 : human.pause(1)));
        browser.key();
        browser.edit('type');
        // In an empty field there is nothing left to take back.
        const wrong = Math.min(human.mistakes(), i + 1);
        if (wrong > 0) {
          person.erase(wrong);
          i -= wrong;
        }
      }
    },
    erase(keys) {
      for (let i = 0; i < keys; i++) {
        wait(human.burst());
        browser.key();
        browser.edit('delete');
      }
    },
    fill(field, keys) {
      person.goTo(field);
      if (habits.fetchesCard && field.kind === 'lookup') wait(random.between(...FETCH_MS));
      else wait(Math.min(8_000, human.glance() / 3));
      if (habits.fills === 'paste' && keys > 8) {
        wait(human.key() + 200);
        browser.key();
        browser.edit('paste');
      } else person.type(keys);
    },
    blur() {
      if (by === 'key') tabTo({ name: 'somewhere', region: 'main', x: 0, y: 0 });
      else if (by === 'assist') browser.focus(null);
      else {
        reach({ name: 'main', region: 'main', x: 900, y: 560 });
        act({ name: 'main', role: 'main', region: 'main', x: 900, y: 560, more: { interactive: false } });
      }
    },
    isCoarse: by !== 'mouse' && by !== 'pen',
    away(ms) {
      wait(300);
      browser.show(false);
      wait(ms);
      browser.show(true);
      wait(600);
    },
  };
  return person;
}
