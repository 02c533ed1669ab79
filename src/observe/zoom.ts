import type { Context } from './context.js';
import { closest, elementAt } from './dom.js';
import { PICTURE } from './pictures.js';

/** Fingers come to rest between two steps of a zoom. */
const SETTLED_MS = 300;
const STEPS = 10;

/** The customer makes the page larger, or turns the device: both change the size of what is seen. */
export function startZoom({ later, on, tell, window }: Context): void {
  const { document, screen, visualViewport: view } = window;
  if (!view) return;
  const angleNow = () => screen.orientation?.angle ?? (window as { orientation?: number }).orientation;
  const scaleNow = () => Math.round(view.scale * STEPS) / STEPS;
  let scale = scaleNow();
  let angle = angleNow();
  let cancel: (() => void) | undefined;

  const look = () => {
    const turned = angle !== angleNow() || undefined;
    if (!turned && scale === scaleNow()) return;
    scale = scaleNow();
    angle = angleNow();
    const middle = elementAt(document, view.offsetLeft + view.width / 2, view.offsetTop + view.height / 2);
    tell({ type: 'zoom', scale, turned, picture: (middle && !!closest(middle, PICTURE)) || undefined });
  };
  const resized = () => {
    cancel?.();
    cancel = later(SETTLED_MS, look);
  };
  let listening = false;
  const listen = () => {
    if (listening) return;
    listening = true;
    on('resize', resized, view);
  };
  // What has a touch screen may be turned before it is touched.
  if (window.navigator.maxTouchPoints > 0) listen();
  // Only fingers, and two of them on a touchpad, make it larger; only what they hold can be turned.
  on<PointerEvent>('pointerdown', ({ pointerType }) => pointerType === 'touch' && listen());
  on<WheelEvent>('wheel', ({ ctrlKey }) => ctrlKey && listen());
}
