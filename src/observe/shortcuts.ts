import type { ShortcutRecord } from '../core/records.js';
import type { Context } from './context.js';
import { connected, elementsOf, focusIn, isShown, matches, outwards, shadowOf } from './dom.js';
import { key } from './names.js';

/** WebKitGTK has no name for Tab with Shift; which key it was is looked at only where there is none. */
export const isTab = (event: KeyboardEvent): boolean =>
  event.key === 'Tab' || (event.key === 'Unidentified' && event.code === 'Tab');

/** The fixed list: a key event is compared with these and nothing else of it is looked at (docs/privacy.md). */
function shortcutOf(event: KeyboardEvent): ShortcutRecord['what'] | 'tab' | undefined {
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey || event.isComposing || event.repeat) return undefined;
  if (command) return !event.shiftKey && /^f$/i.test(event.key) ? 'find' : undefined;
  if (isTab(event)) return 'tab';
  return !event.shiftKey && event.key === 'Escape' ? 'escape' : undefined;
}

const MODAL = '[aria-modal=true],dialog:modal';

/** The browser's search, Escape, and the way of the focus with Tab. */
export function startShortcuts({ ignored, later, on, tell, window }: Context): void {
  /** What had the focus last. */
  let last: Element | undefined;

  const focused = (): Element | undefined => {
    let el: Element | null = null;
    for (let root: Document | ShadowRoot | null = window.document; root && focusIn(root); root = shadowOf(el))
      el = focusIn(root) as Element;
    return el && !matches(el, 'body,html') ? el : undefined;
  };
  const isGone = (el: Element) =>
    !connected(el) || matches(el, ':disabled') || !isShown(el, { visibilityProperty: true });
  const moved = (back: true | undefined) => {
    const lost = (!focused() && last && isGone(last)) || undefined;
    // Where it goes is known once the page has had its say.
    later(0, () => {
      const el = focused();
      if (el && ignored(el)) return;
      const modal = outwards(el).some((outer) => matches(outer, MODAL)) || undefined;
      tell({ type: 'tab', to: el ? key(el) : '', back, modal, lost });
    });
  };

  on('focus', (event) => (last = elementsOf(event)[0] ?? last));
  on<KeyboardEvent>('keydown', (event) => {
    const what = shortcutOf(event);
    if (!what || ignored(event.target)) return;
    if (what === 'tab') moved(event.shiftKey || undefined);
    else tell({ type: 'shortcut', what });
  });
}
