import type { Context } from './context.js';
import { MAX_DEPTH } from './dom.js';

/** What a press is meant for. */
export interface Target {
  readonly el: Element;
  /** The innermost element under the press. */
  readonly inner: Element;
  /** It promises to react: by tag, role or handler, or by a hand cursor (then `weak`). */
  readonly interactive: boolean;
  readonly weak: boolean;
  /** The control that is switched off, if that is what was pressed. */
  readonly disabled: Element | null;
  readonly text: boolean;
}

const ROLES =
  'button,link,checkbox,radio,switch,tab,option,menuitem,menuitemcheckbox,menuitemradio,slider,spinbutton,combobox,' +
  'textbox,searchbox,treeitem,gridcell';
const INTERACTIVE =
  'button,a[href],area[href],summary,input,select,textarea,label,[contenteditable=""],[contenteditable=true],[onclick],' +
  ROLES.split(',')
    .map((role) => `[role=${role}]`)
    .join(',');
const TEXT_INPUTS = /^(?:text|search|email|url|tel|password|number|)$/;
const EDITABLE = '[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only]';
const DISABLED = ':disabled,[aria-disabled=true]';
/** How far a hand cursor is followed outwards; it is inherited, and whole pages may have it. */
const MAX_CURSOR_DEPTH = 5;
/** Switched-off controls below a wrapper that are compared with the point. */
const MAX_DISABLED = 60;

export interface Targets {
  /** `null` for what gives no records. */
  of(event: Event): Target | null;
  isDisabled(el: Element): boolean;
  isText(el: Element): boolean;
}

/** The path of an event, innermost first, through open shadow roots. */
export const pathOf = (event: Event): EventTarget[] => event.composedPath().slice(0, MAX_DEPTH);

export function createTargets({
  window,
  dom,
  ignored,
}: Pick<Context, 'window' | 'dom' | 'ignored'>): Targets {
  const isText = (el: Element): boolean => {
    const tag = dom.tag(el);
    if (tag === 'input') return TEXT_INPUTS.test((dom.attr(el, 'type') ?? '').toLowerCase());
    if (tag === 'textarea' || /^(?:textbox|searchbox)$/.test(dom.attr(el, 'role') ?? '')) return true;
    return dom.closest(el, EDITABLE) !== null;
  };
  const isDisabled = (el: Element): boolean => dom.matches(el, DISABLED);
  const isPage = (el: Element): boolean => el === dom.body || el === dom.html;
  /** The control that a label stands for. */
  const labelled = (el: Element): Element =>
    dom.tag(el) === 'label' ? ((el as HTMLLabelElement).control ?? el) : el;

  const byCursor = (inner: Element): Element | null => {
    let found: Element | null = null;
    let node: Node | null = inner;
    for (let i = 0; i < MAX_CURSOR_DEPTH && dom.isElement(node) && !isPage(node); i++, node = dom.up(node)) {
      if (window.getComputedStyle(node).cursor !== 'pointer') break;
      found = node;
    }
    return found;
  };
  /** With `pointer-events: none` a switched-off control lets the event fall on what is behind it. */
  const disabledBelow = (inner: Element, x: number, y: number): Element | null => {
    if (isPage(inner)) return null;
    for (const tag of ['button', 'input', 'a']) {
      for (const el of dom.byTag(inner, tag, MAX_DISABLED)) {
        if (!isDisabled(el)) continue;
        const { left, right, top, bottom } = dom.rect(el);
        if (x >= left && x <= right && y >= top && y <= bottom) return el;
      }
    }
    return null;
  };
  const disabledUnder = (inner: Element, event: Event, at: Element | null): Element | null => {
    const { clientX: x, clientY: y, pointerType } = event as PointerEvent;
    if (x === undefined || (!pointerType && x === 0 && y === 0)) return null;
    const stack = dom.document.elementsFromPoint?.call(dom.document, x, y) ?? [];
    for (const el of stack.slice(0, 4)) {
      const off = dom.closest(el, DISABLED);
      if (off && dom.tag(off) !== 'fieldset') return off;
      if (el === at || el === inner) break;
    }
    return disabledBelow(inner, x, y);
  };

  return {
    isDisabled,
    isText,
    of(event) {
      const path = pathOf(event);
      const inner = path.find((node): node is Element => dom.isElement(node));
      if (!inner || ignored(inner)) return null;
      let el: Element | null = null;
      for (const node of path) {
        if (!dom.isElement(node) || isPage(node)) continue;
        if (!dom.matches(node, INTERACTIVE)) continue;
        const control = labelled(node);
        // A label of nothing is text.
        if (dom.tag(control) === 'label') continue;
        el = control;
        break;
      }
      const weak = !el;
      el ??= byCursor(inner);
      const disabled = el && isDisabled(el) ? el : !el || weak ? disabledUnder(inner, event, el) : null;
      const target = disabled ?? el ?? inner;
      return {
        el: target,
        inner,
        interactive: !!(disabled ?? el),
        weak: weak && !disabled,
        disabled,
        text: isText(target),
      };
    },
  };
}
