import type { ChannelPart, Watch } from '../attempt.js';
import type { Context } from '../context.js';
import { pathOf } from '../target.js';

/** After this time a selection by keyboard is no longer the customer's own. */
const KEY_MS = 300;

/** The focus or the selection went somewhere that the press itself does not put it. */
export function startFocusChannel({ bus, dom, ignored, now, window }: Context, watch: Watch): ChannelPart {
  let held = false;
  let keyAt = -Infinity;
  const stops = [
    bus.on('focus', 'observe/focus', (event) => {
      const el = pathOf(event).find((node): node is Element => dom.isElement(node));
      if (!el || ignored(el)) return;
      for (const attempt of watch.answerable()) {
        // The browser focuses what was pressed, or what can have the focus around it.
        if (!dom.contains(el, attempt.el) && !dom.contains(attempt.el, el)) watch.answer(attempt, 'focus');
      }
    }),
    bus.on('pointerdown', 'observe/focus', () => void (held = true)),
    ...['pointerup', 'pointercancel'].map((type) => bus.on(type, 'observe/focus', () => void (held = false))),
    bus.on('keydown', 'observe/focus', () => void (keyAt = now())),
    bus.on('select', 'observe/focus', () => {
      if (!held && now() - keyAt > KEY_MS) watch.answerAll('selection');
    }),
    bus.on('selectionchange', 'observe/focus', () => {
      if (held || now() - keyAt <= KEY_MS) return;
      const selection = window.getSelection();
      if (!selection || selection.isCollapsed) return;
      // A double click selects a word, whatever it was meant for.
      const anchor = selection.anchorNode;
      for (const attempt of watch.answerable()) {
        if (attempt.clicked && !(anchor && dom.contains(attempt.el, anchor)))
          watch.answer(attempt, 'selection');
      }
    }),
  ];
  return { stop: () => stops.forEach((stop) => stop()) };
}
