/** Moves help that stands in a corner of the window out of the way of the inspector; back, where there is none. */
export function makeRoom(inspector: HTMLElement | undefined): void {
  const layer = document.querySelector<HTMLElement>('antes-layer');
  if (!layer) return;
  const { bottom, left, right, top, height, width } = inspector?.getBoundingClientRect() ?? new DOMRect();
  const atBottom = bottom >= innerHeight && top > 0;
  const atRight = right >= innerWidth && left > 0;
  const [x, y] = atBottom && left <= 0 ? [0, -height] : atRight ? [-width, 0] : [0, 0];
  if (x || y) layer.style.translate = `${x}px ${y}px`;
  else layer.style.removeProperty('translate');
}
