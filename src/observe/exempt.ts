import { ELSEWHERE, SATISFIED, UNOBSERVABLE } from '../core/markup.js';
import type { Exempt } from '../core/records.js';
import { closest, matches, shadowOf, tag, viewOf } from './dom.js';
import { kind } from './names.js';
import { place } from './route.js';
import { isTextSurface, type Target } from './target.js';

/** What copies without an event to tell of it: the marks of clipboard.js and of GitHub's element. */
const COPIES = '[data-clipboard-text],[data-clipboard-target],clipboard-copy';

/**
 * A custom element that was hit itself, not something in it, and shows no shadow root: what it draws is in a closed one. In
 * an open one the innermost element would be inside.
 */
const isSealed = (inner: Element): boolean =>
  tag(inner).includes('-') && matches(inner, ':defined') && !shadowOf(inner);

const hasSelection = (window: Window): boolean => window.getSelection()?.isCollapsed === false;

/** What only the moment of the pointer going down can tell: selected text that the press clears, a radio that is set. */
export function exemptBefore({ el, interactive }: Target, event: Event): Exempt | undefined {
  const view = viewOf(el);
  if (!interactive) return hasSelection(view) ? 'selection' : undefined;
  // At its click a radio is set already; assistive technology gives no earlier moment.
  if (event.type === 'click' && matches(el, 'input')) return undefined;
  // A bare `#` is a button in disguise and must answer like one.
  const here =
    matches(el, 'a[href]:not([href="#"])') &&
    place((el as HTMLAnchorElement).href) === place(view.location.href);
  return here || matches(el, SATISFIED) ? 'satisfied' : undefined;
}

/** Why this press says nothing about the page, once it is complete. */
export function exemptAfter(
  { el, inner, interactive, under }: Target,
  event: MouseEvent | KeyboardEvent,
  before: Exempt | undefined,
): Exempt | undefined {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return 'modified';
  if (before === 'wake-up') return before;
  if (isTextSurface(el)) return 'text';
  if (before === 'selection' || (!interactive && hasSelection(viewOf(el)))) return 'selection';
  const unseen =
    closest(inner, `${UNOBSERVABLE},${COPIES}`) ||
    /file|color|date|combobox/.test(kind(el)) ||
    matches(el, ELSEWHERE) ||
    isSealed(inner) ||
    under.some((one) => matches(one, UNOBSERVABLE));
  return unseen ? 'unobservable' : before;
}
