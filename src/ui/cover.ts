import type { Guard } from '../core/guard.js';
import type { AntesLayer } from './layer/layer.js';
import { overlap } from './tree.js';

/** A window this much lower than the page's has an on-screen keyboard in it. */
const KEYBOARD_PX = 150;

/**
 * What comes unasked must not hide what has the focus (WCAG 2.4.11): the layer goes to the other corner, and where
 * that is taken too `makeSmall` collapses what is in it.
 */
export function startCover(layer: AntesLayer, makeSmall: () => void, guard: Guard): () => void {
  const listeners = new AbortController();
  const { signal } = listeners;
  const viewport = window.visualViewport;

  const covers = (focused: Element) => {
    const box = focused.getBoundingClientRect();
    return [...layer.children].some((child) => overlap(child.getBoundingClientRect(), box));
  };

  function onFocus(event: FocusEvent): void {
    const path = event.composedPath();
    const target = path[0];
    if (!(target instanceof Element) || path.includes(layer)) return;
    if (covers(target)) {
      layer.toggleAttribute('start');
      if (covers(target)) makeSmall();
    }
    layer.toggleAttribute('aside', covers(target));
  }

  /** The keyboard takes the lower half of a phone: what is left belongs to the page. */
  function onResize(): void {
    if (!viewport) return;
    const lost = innerHeight - viewport.height * viewport.scale;
    if (lost > KEYBOARD_PX) makeSmall();
    // Only with the keyboard; a zoomed-in window is moved about at will.
    const lift = lost > KEYBOARD_PX ? Math.max(0, innerHeight - viewport.height - viewport.offsetTop) : 0;
    layer.style.translate = lift ? `0 ${-lift}px` : '';
  }

  document.addEventListener('focusin', guard('ui/cover', onFocus), {
    capture: true,
    passive: true,
    signal,
  });
  viewport?.addEventListener('resize', guard('ui/cover', onResize), { signal });
  return () => listeners.abort();
}
