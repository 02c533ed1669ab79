import { real } from '../../core/real.js';
import { parentOf } from '../tree.js';
import { outOfUnfit } from './anchor.js';

/** In a column this narrow nobody can read; one this tall is a side bar, and no field of a form with others beside it. */
const NARROW_PX = 240;
const SIDE_BAR_PX = 160;

/** The narrow column, one of a flex box or a grid, that `place` is in. */
function columnAround(place: Element): Element | undefined {
  for (let at = parentOf(place); at; at = parentOf(at)) {
    const { width, height } = real(at).getBoundingClientRect();
    // Whoever puts help into a table means that row.
    if (width >= NARROW_PX || height >= SIDE_BAR_PX || real(at).matches('td, th')) break;
    const around = parentOf(at);
    if (!around || real(around).getBoundingClientRect().width < NARROW_PX) continue;
    // What has no box of its own is no column.
    return width && /(?:flex|grid)$/.test(getComputedStyle(around).display) ? at : undefined;
  }
  return undefined;
}

/** The last one beside a column, where what comes next takes a line of its own; else all that it stands in. */
function endOfLine(column: Element): Element {
  const row = parentOf(column)!;
  const { display, flexDirection, flexWrap, gridAutoFlow } = getComputedStyle(row);
  const isOneLine = display.endsWith('grid')
    ? gridAutoFlow.startsWith('column')
    : flexWrap === 'nowrap' && flexDirection.startsWith('row');
  if (isOneLine) return outOfUnfit(row, true);
  const { bottom } = real(column).getBoundingClientRect();
  let last = column;
  for (
    let next = real(column).nextElementSibling;
    next && real(next).getBoundingClientRect().top < bottom;
    next = real(next).nextElementSibling
  )
    last = next;
  return last;
}

/**
 * What a card in the flow of the page goes after: the anchor, or what is around it where a block inside would break a row,
 * a table or a label, or be too narrow to read. A message that the page has put behind the field stays next to it.
 */
export function placeAfter(anchor: Element): Element {
  let place = outOfUnfit(anchor, true);
  const column = columnAround(place);
  if (column) place = endOfLine(column);
  const ids = ['aria-describedby', 'aria-errormessage'].flatMap(
    (name) => real(anchor).getAttribute(name)?.split(/\s+/) ?? [],
  );
  const root = real(anchor).getRootNode() as Document | ShadowRoot;
  for (const id of ids) {
    let message = id ? real(root).getElementById(id) : null;
    const { parentElement } = real(place);
    while (message && real(message).parentElement !== parentElement) message = real(message).parentElement;
    if (message && real(place).compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING)
      place = message;
  }
  return place;
}
