import type { Dom } from '../dom.js';

/** Elements of a pressed control that are compared; icons and labels, not whole cards. */
const MAX_PARTS = 24;

/** Class names that stay while the focus or the pointer is on a control. */
const PASSING = /\S*(?:focus|hover|press|ripple)\S*/gi;
/** Material keeps the geometry of the last ripple in the style. */
const RIPPLE = /--[\w-]*ripple[\w-]*:[^;]*;?/g;

/** The looks of a control as structure, classes and styles: a ripple or a pressed state comes and goes, an answer stays. */
export function look(dom: Dom, el: Element): string {
  const parts = [el, ...dom.byTag(el, '*', MAX_PARTS)];
  return parts
    .map(
      (part) =>
        `${dom.tag(part)} ${(dom.attr(part, 'class') ?? '').replace(PASSING, '')} ${(dom.attr(part, 'style') ?? '').replace(RIPPLE, '')}`,
    )
    .join('\n');
}
