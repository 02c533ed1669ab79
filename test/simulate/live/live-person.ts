import { setTimeout as sleep } from 'node:timers/promises';
import type { Page } from '../../support/engines/index.js';
import { createHuman, type Human } from '../human.js';
import { createRandom, type Random } from '../random.js';
import { createHands, type Hands } from './hands.js';
import { autofill, keysOf } from './look.js';

/** What somebody always does; the counterpart of `Habits` for pages that are real. */
export interface LiveHabits {
  readonly by: 'mouse' | 'key' | 'touch';
  readonly doubleClicks?: true;
  /** All of their times, as a multiple of the usual. */
  readonly slower?: number;
  /** Typists take keys back now and then; not where what is typed is to be wrong. */
  readonly typos?: 'none';
}

/** Somebody at a real page: turns intentions into trusted input, at a human pace. */
export interface LivePerson {
  readonly page: Page;
  readonly human: Human;
  readonly random: Random;
  readonly hands: Hands;
  readonly habits: LiveHabits;
  /** Looks at the page; reads in it for so long, scrolling now and then. Nothing measures these: they are shortened. */
  glance(): Promise<void>;
  read(ms: number): Promise<void>;
  /** Once, or as often as habit has it. */
  press(selector: string): Promise<void>;
  /** Exactly once, without moving where the mouse is on it already. */
  pressOnce(selector: string): Promise<void>;
  /** The same control again and again, as fast as a hand can. */
  burst(selector: string, times: number): Promise<void>;
  /** Puts the focus into a field. */
  goTo(field: string): Promise<void>;
  type(text: string): Promise<void>;
  erase(keys: number): Promise<void>;
  /** Goes there and types; replaces what is there. */
  fill(field: string, text: string): Promise<void>;
  paste(field: string): Promise<void>;
  /** Lets the browser's memory, or a password manager, fill in. */
  autofill(values: Readonly<Record<string, string>>): Promise<void>;
}

/**
 * Pauses to look and to read are played this much faster, and so are the gaps between the keys of a text. Nothing below
 * a stall measures either, and stalls are played out on virtual time. Presses, holds and movements take their time.
 */
const PAUSE_SPEED = 10;
const TYPING_SPEED = 3;
/** Between two stops of the Tab key: where one is has to be seen. */
const TAB_EXTRA_MS = 100;
const MAX_STOPS = 60;
/** Who presses a button with Space and not with Enter. */
const SPACE_SHARE = 0.3;

export function createLivePerson(page: Page, seed: number, habits: LiveHabits): LivePerson {
  const random = createRandom(seed);
  const human = createHuman(random, habits.slower);
  const { by } = habits;
  const hands = createHands(page, human, random, by === 'touch');

  const look = (selector: string) => page.waitFor(keysOf, { args: [selector], message: selector });
  async function tabTo(selector: string): Promise<void> {
    for (let stops = 0; stops < MAX_STOPS; stops++) {
      if ((await look(selector)).focused) return;
      await sleep(human.key() + TAB_EXTRA_MS);
      await page.press('Tab');
    }
    throw new Error(`${selector} was not reached with Tab`);
  }
  async function act(selector: string): Promise<void> {
    if (by === 'touch') return hands.tap(selector);
    if (by === 'mouse') return hands.click();
    const { choice, field } = await look(selector);
    const key = choice || (!field && random.chance(SPACE_SHARE)) ? 'Space' : 'Enter';
    // A link knows only Enter.
    const isLink = await page.evaluate((one) => document.querySelector(one)?.localName === 'a', selector);
    return page.press(isLink ? 'Enter' : key, { holdMs: human.hold() });
  }

  const person: LivePerson = {
    page,
    human,
    random,
    hands,
    habits,
    glance: () => sleep(human.glance() / PAUSE_SPEED),
    async read(ms) {
      for (let left = ms; left > 0;) {
        const gap = Math.min(left, human.reading() / 3);
        await sleep(gap / PAUSE_SPEED);
        left -= gap;
        if (by !== 'key') await hands.scroll(random.pick([240, 360, -120]));
      }
    },
    async pressOnce(selector) {
      if (by === 'key') await tabTo(selector);
      else if (by === 'mouse') await hands.reach(selector);
      await act(selector);
    },
    async press(selector) {
      await person.pressOnce(selector);
      if (!habits.doubleClicks || by !== 'mouse') return;
      await sleep(human.doubleClick());
      // Wherever that is now: the page may have changed under the first click.
      await hands.click();
    },
    async burst(selector, times) {
      await person.pressOnce(selector);
      for (let i = 1; i < times; i++) {
        await sleep(human.burst());
        await act(selector);
      }
    },
    async goTo(field) {
      if (by === 'key') return tabTo(field);
      return person.press(field);
    },
    async type(text) {
      const keys = text.split('');
      for (let i = 0; i < keys.length; i++) {
        await sleep((human.key() + human.pause(1)) / TYPING_SPEED);
        await page.type(null, keys[i]!);
        const wrong = habits.typos === 'none' ? 0 : Math.min(human.mistakes(), i + 1);
        if (wrong === 0) continue;
        await person.erase(wrong);
        i -= wrong;
      }
    },
    async erase(keys) {
      for (let i = 0; i < keys; i++) {
        await sleep(human.burst());
        await page.press('Backspace');
      }
    },
    async fill(field, text) {
      await person.goTo(field);
      await sleep(human.glance() / 3 / PAUSE_SPEED);
      const { length } = await look(field);
      if (length > 0) {
        await page.press('End');
        await person.erase(length);
      }
      await person.type(text);
    },
    async paste(field) {
      await person.goTo(field);
      await sleep(human.key() + 200);
      await page.press('Control+v');
    },
    autofill: (values) => page.evaluate(autofill, values),
  };
  return person;
}
