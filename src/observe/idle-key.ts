import type { Context } from './context.js';
import { closest, matches } from './dom.js';
import { SCROLL_SIGN_MS } from './finger.js';
import { kind } from './names.js';
import { isTextSurface, type Target } from './target.js';

/** Keys mean something of their own there: an entry, a choice, a move in a game. */
const KEYS_OF_ITS_OWN =
  'html,body,canvas,video,audio,iframe,embed,object,[role=application],[role=slider],[role=spinbutton],[role=combobox],' +
  '[role=listbox],[role=grid],[role=tree],[role=menu],[role=menubar]';

/** Enter or Space where it may activate nothing: known once the key is up and neither a click nor scrolling came of it. */
export function followKey(
  { later, on }: Context,
  { el, inner }: Target,
  done: () => void,
): { kind(): 'key' | undefined; stop(): void } {
  const means =
    isTextSurface(el) || /slider|combobox|file|color|date/.test(kind(el)) || matchesAround(el, inner);
  let up = false;
  let scrolled = false;
  const stop = on('keyup scroll', ({ type }) => {
    if (type === 'scroll') scrolled = true;
    else if (!up) {
      up = true;
      later(SCROLL_SIGN_MS, done);
    }
  });
  return { kind: () => (means || scrolled ? undefined : 'key'), stop };
}

const matchesAround = (el: Element, inner: Element): boolean =>
  matches(el, KEYS_OF_ITS_OWN) || !!closest(inner, KEYS_OF_ITS_OWN.replace('html,body,', ''));
