import type { Context } from './context.js';
import { closest, elementAt, elementsOf } from './dom.js';
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
  /** Under the fingers: what they make larger, wherever it ends up on the screen. */
  let held: Element | undefined;

  const look = () => {
    const turned = angle !== angleNow() || undefined;
    if (!turned && scale === scaleNow()) return;
    scale = scaleNow();
    angle = angleNow();
    const middle = elementAt(document, view.offsetLeft + view.width / 2, view.offsetTop + view.height / 2);
    const looked = turned ? [middle] : [middle, held];
    const picture = looked.some((el) => el && closest(el, PICTURE)) || undefined;
    held = undefined;
    tell({ type: 'zoom', scale, turned, picture });
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
  const hold = (event: Event) => {
    [held] = elementsOf(event);
    listen();
  };
  on<PointerEvent>('pointerdown', (event) => event.pointerType === 'touch' && hold(event));
  on<WheelEvent>('wheel', (event) => event.ctrlKey && hold(event));
}
