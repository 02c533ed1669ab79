import type { Context } from './context.js';
import { hasFocus, isHidden } from './dom.js';

/** Whether the customer can see the page, and whether it has the focus. */
export function startPage({ later, on, tell, window }: Context): void {
  const { document } = window;
  /** Since the window lost the focus; `hasFocus` is true in it as well while a frame of the page has the focus. */
  let away = false;
  let told = '';
  const look = () => {
    const visible = !isHidden(document);
    const focused = !away && hasFocus(document);
    const state = `${visible} ${focused}`;
    if (state !== told) tell({ type: 'page', visible, focused });
    told = state;
  };
  const gone = () => {
    away = !hasFocus(document);
    look();
  };
  look();
  on('focus blur', ({ target, type }) => {
    if (target !== window) return;
    // Into a frame of this page the focus moves without leaving it; Firefox knows a moment later.
    if (type === 'blur') {
      later(0, gone);
      return;
    }
    away = false;
    look();
  });
  on('visibilitychange', look);
}
