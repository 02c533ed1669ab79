import { INTERACTIVE, OFF, TEXT_SURFACE } from '../core/markup.js';
import type { Context } from './context.js';
import { boxOf, closest, elementsAt, elementsOf, findAll, matches, outwards, tag, viewOf } from './dom.js';
import { kind } from './names.js';

/** What a press is meant for. */
export interface Target {
  readonly el: Element;
  /** The innermost element under the press. */
  readonly inner: Element;
  /** It promises to react: by tag, role, handler or a hand cursor. */
  readonly interactive: boolean;
  /** Only a hand cursor says so, or nothing does: what it looks like is another question. */
  readonly plain: boolean;
  /** It is switched off. */
  readonly off: boolean;
  /** Where nothing at the point promises to react: what lies there, from the top. */
  readonly under: readonly Element[];
}

/** How far a hand cursor is followed outwards; it is inherited, and whole pages may have it. */
const MAX_CURSOR_DEPTH = 5;
const MAX_UNDER = 4;
/** Switched-off controls below a wrapper that are compared with the point. */
const MAX_OFF = 60;

/** A text surface: pressing it places a caret. */
export const isTextSurface = (el: Element): boolean =>
  /textbox|searchbox|spinbutton/.test(kind(el)) || !!closest(el, TEXT_SURFACE);

/** The control that a label stands for. */
const labelled = (el: Element): Element =>
  tag(el) === 'label' ? ((el as HTMLLabelElement).control ?? el) : el;

/** `undefined` for what gives no records. */
export function targetOf(event: Event, { ignored }: Context): Target | undefined {
  const path = elementsOf(event);
  const [inner] = path;
  if (!inner || ignored(inner)) return undefined;
  // A label of nothing is text.
  const control = path
    .filter((el) => matches(el, INTERACTIVE))
    .map(labelled)
    .find((el) => tag(el) !== 'label');
  if (control)
    return { el: control, inner, interactive: true, plain: false, off: matches(control, OFF), under: [] };

  // Only now are styles and layout asked for.
  const { clientX: x, clientY: y } = event as MouseEvent;
  const view = viewOf(inner);
  const under = x || y ? elementsAt(view.document, x, y).slice(0, MAX_UNDER) : [];
  const off = offUnder(inner, under, x, y);
  const hand = byCursor(inner, view);
  const el = off ?? hand ?? inner;
  return { el, inner, interactive: !!(off ?? hand), plain: !off, off: !!off, under };
}

function byCursor(inner: Element, window: Window): Element | undefined {
  let found: Element | undefined;
  for (const el of outwards(inner).slice(0, MAX_CURSOR_DEPTH)) {
    if (matches(el, 'body,html') || window.getComputedStyle(el).cursor !== 'pointer') break;
    found = el;
  }
  return found;
}

/** A control that is switched off may let the event fall on what is behind it, or (`pointer-events: none`) not be hit. */
function offUnder(inner: Element, [top]: readonly Element[], x: number, y: number): Element | undefined {
  const hit = top && closest(top, OFF);
  if (hit && tag(hit) !== 'fieldset') return hit;
  if (!top || matches(inner, 'body,html')) return undefined;
  return findAll(inner, `:is(button,input,a):is(${OFF})`, MAX_OFF).find((el) => {
    const { left, right, top: upper, bottom } = boxOf(el);
    return x >= left && x <= right && y >= upper && y <= bottom;
  });
}
