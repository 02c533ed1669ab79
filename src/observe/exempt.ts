import type { Exempt } from '../core/records.js';
import type { Context } from './context.js';
import { place } from './route.js';
import type { Target } from './target.js';

/** What only the moment of the pointer going down can tell. */
export interface Before {
  /** The control was already in the state that pressing it asks for. */
  readonly satisfied: boolean;
  /** There was selected text, which the press may have cleared. */
  readonly selected: boolean;
  readonly x: number;
  readonly y: number;
}

/** A press that begins this soon after the window got its focus back was made to wake it up. Windows raises in ~200 ms. */
export const WAKE_UP_MS = 300;
/** Farther than this between down and up, and text was selected, not pressed. */
const DRAG_PX = 8;

const UNOBSERVABLE = 'canvas,video,audio,iframe,embed,object';
const NATIVE_PICKERS = /^(?:file|color|date|time|month|week|datetime-local)$/;
const OTHER_SCHEMES = /^(?!https?:|javascript:)[a-z][a-z\d+.-]*:/i;

export interface Exemptions {
  before(target: Target, event: Event): Before;
  of(target: Target, event: MouseEvent | KeyboardEvent, before: Before, woken: boolean): Exempt | undefined;
}

export function createExemptions({ window, dom }: Pick<Context, 'window' | 'dom'>): Exemptions {
  const hasSelection = (): boolean => {
    const selection = window.getSelection();
    return !!selection && selection.rangeCount > 0 && !selection.isCollapsed;
  };
  const unobservable = ({ el, inner }: Target, event: Event): boolean => {
    if (dom.closest(inner, UNOBSERVABLE)) return true;
    const tag = dom.tag(el);
    if (tag === 'select' || (tag === 'input' && NATIVE_PICKERS.test(dom.attr(el, 'type') ?? ''))) return true;
    if (tag === 'a' || tag === 'area') {
      const href = dom.attr(el, 'href') ?? '';
      const frame = dom.attr(el, 'target');
      return OTHER_SCHEMES.test(href) || dom.attr(el, 'download') !== null || (!!frame && frame !== '_self');
    }
    // A picture or a frame under a transparent layer.
    const { clientX, clientY } = event as MouseEvent;
    if (el !== inner || !clientX || tag === 'button') return false;
    const stack = dom.document.elementsFromPoint?.call(dom.document, clientX, clientY) ?? [];
    return stack.slice(0, 4).some((under) => dom.matches(under, UNOBSERVABLE));
  };
  const satisfied = (el: Element): boolean => {
    const tag = dom.tag(el);
    if (tag === 'input') return dom.attr(el, 'type') === 'radio' && (el as HTMLInputElement).checked;
    const current = dom.attr(el, 'aria-current');
    if (current && current !== 'false') return true;
    const role = dom.attr(el, 'role');
    if (role === 'radio' && dom.attr(el, 'aria-checked') === 'true') return true;
    if ((role === 'tab' || role === 'option') && dom.attr(el, 'aria-selected') === 'true') return true;
    // A bare `#` is a button in disguise and must answer like one.
    if (tag !== 'a' || (dom.attr(el, 'href') ?? '#') === '#') return false;
    return place((el as HTMLAnchorElement).href) === place(window.location.href);
  };

  return {
    before: (target, event) => ({
      // At its click a radio is set already; assistive technology gives no earlier moment.
      satisfied: !(event.type === 'click' && dom.tag(target.el) === 'input') && satisfied(target.el),
      selected: hasSelection(),
      x: (event as Partial<MouseEvent>).clientX ?? 0,
      y: (event as Partial<MouseEvent>).clientY ?? 0,
    }),
    of(target, event, before, woken) {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return 'modified';
      if (woken) return 'wake-up';
      if (target.text) return 'text';
      const { clientX, clientY } = event as MouseEvent;
      const moved = clientX ? Math.hypot(clientX - before.x, clientY - before.y) > DRAG_PX : false;
      if ((!target.interactive || (target.weak && moved)) && (before.selected || hasSelection()))
        return 'selection';
      if (unobservable(target, event)) return 'unobservable';
      return before.satisfied ? 'satisfied' : undefined;
    },
  };
}
