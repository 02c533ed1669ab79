import type { Context } from './context.js';

/** Whether the customer can see the page, and whether it has the focus. `wokenAt` is when it last got it back. */
export function startPage({ bus, dom, feed, now, window }: Context): { wokenAt(): number; stop(): void } {
  const { Document } = window;
  let wokenAt = -Infinity;
  /** Since the window lost the focus; `hasFocus` is true in it as well while a frame of the page has the focus. */
  let away = false;
  let told = '';
  const tell = () => {
    const visible = dom.document.visibilityState !== 'hidden';
    const focused = !away && Document.prototype.hasFocus.call(dom.document);
    const state = `${visible} ${focused}`;
    if (state === told) return;
    told = state;
    feed({ type: 'page', at: now(), visible, focused });
  };
  tell();
  const stops = [
    bus.on('focus', 'observe/page', ({ target }) => {
      if (target !== window) return;
      if (away) wokenAt = now();
      away = false;
      tell();
    }),
    bus.on('blur', 'observe/page', ({ target }) => {
      // Into a frame of this page the focus moves without leaving it.
      if (target !== window || Document.prototype.hasFocus.call(dom.document)) return;
      away = true;
      tell();
    }),
    bus.on('visibilitychange', 'observe/page', () => tell()),
  ];
  return { wokenAt: () => wokenAt, stop: () => stops.forEach((stop) => stop()) };
}
