import { real } from '../../core/real.js';
import { closest, parentOf } from '../tree.js';

/** Larger pages are not searched for shadow roots; a page that needs it can name the anchor in the document. */
const MAX_ELEMENTS = 20_000;
/** How far out of the anchor's surroundings the widget may be put. */
const MAX_CLIMB = 5;

const isVisible = (element: Element): boolean =>
  (real(element) as Partial<Element>).checkVisibility?.({ visibilityProperty: true }) ?? true;

function queryAll(root: Document | ShadowRoot, selector: string): Element[] {
  try {
    return [...real(root).querySelectorAll(selector)];
  } catch {
    return [];
  }
}

export function openShadowRoots(root: Document | ShadowRoot): ShadowRoot[] {
  const elements = real(root).querySelectorAll('*');
  if (elements.length > MAX_ELEMENTS) return [];
  return [...elements].flatMap((element) => {
    const { shadowRoot } = real(element);
    return shadowRoot ? [shadowRoot, ...openShadowRoots(shadowRoot)] : [];
  });
}

/**
 * The element called `name` (`data-antes-anchor`), else the one that the selector `name` finds; a visible one where
 * there are several, as pages keep one per layout. The document first, then open shadow roots.
 */
export function findAnchor(name: string): Element | undefined {
  const selectors = [`[data-antes-anchor="${CSS.escape(name)}"]`, name];
  let hidden: Element | undefined;
  const among = (roots: readonly (Document | ShadowRoot)[]) => {
    for (const selector of selectors) {
      for (const root of roots) {
        const found = queryAll(root, selector);
        const visible = found.find(isVisible);
        if (visible) return visible;
        hidden ??= found[0];
      }
    }
    return undefined;
  };
  return among([document]) ?? among(openShadowRoots(document)) ?? hidden;
}

/** Why nobody could make use of help at this element now: not drawn, or inert. */
export const isUsable = (anchor: Element): boolean =>
  real(anchor).isConnected && isVisible(anchor) && !closest(anchor, '[inert]') && !isBehindModal(anchor);

/** A modal dialog is open and the anchor is outside it. */
function isBehindModal(anchor: Element): boolean {
  const modal = [...real(document).querySelectorAll('dialog:modal')].at(-1);
  return modal !== undefined && !closest(anchor, 'dialog:modal');
}

/** Nothing but their own kind may stand in these, or a press in our card would be a press on them. */
const CLOSED =
  'label, button, a, summary, legend, select, datalist, p, h1, h2, h3, h4, h5, h6, span, b, i, em, strong, small, ' +
  'ul, ol, dl, menu, table, thead, tbody, tfoot, tr, colgroup, svg, picture, video';

/** Of these, what stands beside the flow only stays out of those that take presses, or hold nothing but their own kind. */
const CLOSED_TO_ALL =
  'label, button, a, summary, select, datalist, ul, ol, dl, menu, table, thead, tbody, tfoot, tr, colgroup, svg, ' +
  'picture, video';

/** A block in it would break what it is. */
export function isUnfit(parent: Element, inFlow: boolean): boolean {
  if (real(parent).matches(inFlow ? CLOSED : CLOSED_TO_ALL)) return true;
  if (!inFlow) return false;
  const { display, flexDirection, gridTemplateColumns } = getComputedStyle(parent);
  if (display.endsWith('flex')) return flexDirection.startsWith('row');
  if (display.endsWith('grid')) return gridTemplateColumns.split(' ').length > 1;
  return display.startsWith('inline') || display.startsWith('table-row');
}

/** What stands in a text that the customer edits would be saved with it. */
function outOfEdited(from: Element): Element {
  const { body } = real(document);
  let place = from;
  for (let at: HTMLElement | null = real(from).parentElement; at && at !== body; at = real(at).parentElement)
    // Parts of such a text may be for reading only.
    if (at.isContentEditable) place = at;
  return place;
}

/** Out of what a block inside would break: a row, a table, a label. What is not in the flow (`inFlow`) breaks no row. */
export function outOfUnfit(from: Element, inFlow: boolean): Element {
  let place = outOfEdited(from);
  for (let climbed = 0; climbed < MAX_CLIMB; climbed++) {
    const parent = real(place).parentElement;
    if (!parent || real(parent).matches('body, main, form, dialog') || !isUnfit(parent, inFlow)) break;
    place = parent;
  }
  return place;
}

/** Further out, where the first place turned out to be one in which nothing is drawn (an unused slot, say). */
export const nextPlace = (place: Element): Element | null => {
  const parent = parentOf(place);
  return parent && !real(parent).matches('body, html') ? parent : null;
};
