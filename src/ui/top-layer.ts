import { real } from '../core/real.js';
import type { Guard } from '../core/guard.js';
import type { AntesElement } from './base.js';
import { AntesLayer } from './layer/layer.js';
import { createLimit } from './limit.js';
import { closest, elementAt, isReachable } from './tree.js';
import { undoAll } from './undo-all.js';

/** What makes everything outside of it inert; Chromium does so with what fills the screen. In a film nothing can be shown. */
const MODAL = 'dialog:modal, :fullscreen:not(video,img,canvas,iframe,embed,object)';

export interface TopLayer {
  readonly layer: AntesLayer;
  /** Shows a widget, on top of what the page has opened meanwhile, and where presses reach it. */
  show(widget: AntesElement): void;
  stop(): void;
}

/**
 * Keeps the layer reachable. Measured in three engines: what is outside a modal dialog is inert even when painted
 * above it, so the layer moves into the topmost modal and back when that closes. A plain move closes a popover,
 * so it is shown again, which also puts it on top. `lost` is called when the page keeps taking it out.
 */
export function startTopLayer(root: Element, guard: Guard, lost: () => void = () => {}): TopLayer {
  const layer = new AntesLayer();
  const listeners = new AbortController();
  const mayReturn = createLimit();
  /** Open modals in the order in which they opened; of those in the page before us, in document order. */
  let modals: Element[] = [...real(document).querySelectorAll(MODAL)];
  let moving = false;
  let over = false;

  const isOpenModal = (element: Element) => real(element).isConnected && real(element).matches(MODAL);

  /** The page may have taken out what we were given. */
  const homeOf = (modal: Element | undefined) =>
    modal ?? (real(root).isConnected ? root : real(document).documentElement);

  function raise(): void {
    if (over) return;
    modals = modals.filter(isOpenModal);
    const home = homeOf(modals.at(-1));
    // Pages set their font on the body, which is not around us.
    const { body } = real(document);
    if (body) layer.style.fontFamily = getComputedStyle(body).fontFamily;
    try {
      moving = true;
      if (layer.parentNode === home && layer.matches(':popover-open')) layer.hidePopover();
      else real(home).append(layer);
      layer.showPopover();
    } finally {
      moving = false;
    }
  }

  function sync(): void {
    const home = homeOf(modals.findLast(isOpenModal));
    if (layer.parentNode !== home) raise();
  }

  function opened(dialog: Element): void {
    if (isOpenModal(dialog)) modals = [...modals.filter((other) => other !== dialog), dialog];
  }
  /** One in a shadow root, whose closing the document is not told either. */
  function found(dialog: Element): void {
    opened(dialog);
    dialog.addEventListener('close', guard('ui/layer', sync), { once: true, signal: listeners.signal });
  }

  function onToggle(event: Event): void {
    const { target } = real(event);
    if (target instanceof HTMLDialogElement) opened(target);
    sync();
  }

  function onFullscreen(): void {
    const { fullscreenElement } = real(document);
    if (fullscreenElement) opened(fullscreenElement);
    raise();
  }

  function onFocus(event: Event): void {
    // A modal in a shadow root tells the document nothing but that the focus has moved into it.
    const modal = real(event)
      .composedPath()
      .find((node) => node instanceof HTMLDialogElement && isOpenModal(node));
    if (modal && !modals.includes(modal as Element)) found(modal as Element);
    sync();
  }

  function stop(): void {
    over = true;
    undoAll(
      guard,
      () => listeners.abort(),
      () => layer.remove(),
    );
  }

  layer.setAttribute('popover', 'manual');
  layer.removed = async () => {
    if (moving) return;
    await Promise.resolve();
    if (over || layer.isConnected) return;
    if (mayReturn()) raise();
    else lost();
  };
  const options = { capture: true, passive: true, signal: listeners.signal };
  const listen = (type: string, fn: (event: Event) => void) =>
    real(document).addEventListener(type, guard('ui/layer', fn), options);
  try {
    listen('toggle', onToggle);
    listen('close', onToggle);
    listen('focusin', onFocus);
    listen('fullscreenchange', onFullscreen);
    // Where it cannot be drawn or shown, nothing can.
    layer.drawNow();
    raise();
  } catch (error) {
    stop();
    throw error;
  }

  return {
    layer,
    show(shown) {
      if (over) return;
      layer.prepend(shown);
      shown.drawNow();
      raise();
      if (isReachable(shown)) return;
      // Something lies over it that told nobody: a modal in a shadow root.
      const box = shown.getBoundingClientRect();
      const hit = elementAt(box.left + box.width / 2, box.top + box.height / 2);
      const modal = hit && closest(hit, 'dialog:modal');
      if (!modal) return;
      found(modal);
      raise();
    },
    stop,
  };
}
