/** The page's own end can be scrolled into what the inspector leaves of the window: by a style sheet, not by a change of its nodes. */
let sheet: CSSStyleSheet | undefined;
let padded = 0;
function padPage(px: number): void {
  if (px === padded) return;
  padded = px;
  sheet ??= new CSSStyleSheet();
  const others = document.adoptedStyleSheets.filter((one) => one !== sheet);
  sheet.replaceSync(px ? `:root { padding-block-end: ${px}px !important }` : '');
  document.adoptedStyleSheets = px ? [...others, sheet] : others;
}

/** Moves help that stands in a corner of the window out of the way of the inspector; back, where there is none. */
export function makeRoom(inspector: HTMLElement | undefined): void {
  const { bottom, left, right, top, height, width } = inspector?.getBoundingClientRect() ?? new DOMRect();
  const atBottom = bottom >= innerHeight && top > 0;
  padPage(atBottom && left <= 0 ? Math.round(height) : 0);
  const layer = document.querySelector<HTMLElement>('antes-layer');
  if (!layer) return;
  const atRight = right >= innerWidth && left > 0;
  const [x, y] = atBottom && left <= 0 ? [0, -height] : atRight ? [-width, 0] : [0, 0];
  if (x || y) layer.style.translate = `${x}px ${y}px`;
  else layer.style.removeProperty('translate');
}
