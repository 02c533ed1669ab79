import { HOVER_MIN_MS, type HoverRecord } from '../core/records.js';
import type { Context } from './context.js';
import {
  attr,
  closest,
  contains,
  elementsOf,
  find,
  hasFocus,
  isElement,
  isShown,
  matches,
  rootOf,
} from './dom.js';
import { key } from './names.js';
import { OFF } from '../core/markup.js';

/** Whoever stays longer has parked the mouse there, or is away. */
const PARKED_MS = 30_000;
const GRAIN_MS = 100;

interface Rest {
  readonly el: Element;
  /** The same after its node has been replaced. */
  readonly name: string;
  readonly at: number;
  /** It was pressed, or something about it was being read. */
  excused: boolean;
}

/** Pointer or focus rest on a control that completes a step, and leave it unpressed. */
export function startHesitating({ commits, hear, ignored, later, now, on, tell, window }: Context): void {
  const rests: Partial<Record<HoverRecord['by'], Rest>> = {};
  let under: EventTarget | null = null;

  const isReading = ({ el }: Rest) => {
    const { isCollapsed = true, anchorNode = null } = window.getSelection() ?? {};
    return hasTooltip(el) || (!isCollapsed && contains(el, anchorNode as Node));
  };
  const arrive = (by: HoverRecord['by'], inner: EventTarget | null) => {
    const el = isElement(inner) ? closest(inner, commits) : null;
    const before = rests[by];
    if (el && before && (before.el === el || before.name === key(el))) return;
    if (before) leave(by, before);
    if (!el || ignored(el) || matches(el, OFF)) return;
    const rest: Rest = { el, name: key(el), at: now(), excused: false };
    rests[by] = rest;
    // While it is left, what it showed may have gone already.
    later(HOVER_MIN_MS, () => {
      rest.excused ||= rests[by] === rest && isReading(rest);
    });
  };
  const leave = (by: HoverRecord['by'], rest: Rest) => {
    delete rests[by];
    const ms = now() - rest.at;
    if (rest.excused || ms < HOVER_MIN_MS || ms > PARKED_MS || isReading(rest)) return;
    tell({ type: 'hover', target: rest.name, by, ms: Math.round(ms / GRAIN_MS) * GRAIN_MS });
  };

  on<PointerEvent>('pointermove', (event) => {
    const { target } = event;
    if (target === under) return;
    under = target;
    if (event.pointerType === 'mouse') arrive('pointer', elementsOf(event)[0] ?? null);
  });
  on('focus', (event) => arrive('focus', elementsOf(event)[0] ?? null));
  // When the window loses it, the control keeps the focus.
  on('blur', ({ target }) => {
    if (rests.focus?.el !== target) return;
    if (hasFocus(window.document)) leave('focus', rests.focus);
    else delete rests.focus;
  });
  hear('record', (record) => {
    const gone = record.type === 'view' || (record.type === 'page' && !record.focused);
    for (const rest of Object.values(rests))
      if (gone || (record.type === 'press' && record.target === rest.name)) rest.excused = true;
  });
}

/** The browser shows a `title` by itself; what describes the control may be shown beside it. */
function hasTooltip(el: Element): boolean {
  if (closest(el, '[title]')) return true;
  const ids = (attr(el, 'aria-describedby') ?? '').split(/\s+/).filter(Boolean);
  return ids.some((id) => {
    const tip = find(rootOf(el), `#${CSS.escape(id)}`);
    // Other descriptions are there all the time.
    return tip && matches(tip, '[role=tooltip],[popover]') && isShown(tip, HOW);
  });
}
const HOW = { opacityProperty: true, visibilityProperty: true };
