import { stateOf } from './controls.js';
import { findAll, isElement, listOf } from './dom.js';

/** Comparing subtrees costs; so many of a batch are compared. */
const MAX_COMPARED = 50;
const CONTROLS = 'input,select,textarea,details';

/**
 * Changes that change nothing: nodes that were replaced by equal ones, as frameworks and `innerHTML` do when they draw
 * the same again. The browser compares; no text is looked at.
 */
export function redrawn(batch: readonly MutationRecord[]): Set<MutationRecord> {
  const found = new Set<MutationRecord>();
  const places = new Map<Node, MutationRecord[]>();
  for (const record of batch) {
    if (record.type !== 'childList') continue;
    places.set(record.target, [...(places.get(record.target) ?? []), record]);
  }
  let compared = 0;
  for (const records of places.values()) {
    const gone = records.flatMap(({ removedNodes }) => listOf(removedNodes));
    const come = records.flatMap(({ addedNodes }) => listOf(addedNodes));
    compared += come.length;
    if (come.length === 0 || come.length !== gone.length || compared > MAX_COMPARED) continue;
    if (come.every((node, i) => node !== gone[i] && isSame(node, gone[i]!)))
      for (const record of records) found.add(record);
  }
  return found;
}

function isSame(a: Node, b: Node): boolean {
  if (!Node.prototype.isEqualNode.call(a, b)) return false;
  if (!isElement(a) || !isElement(b)) return true;
  // What a customer has chosen is no part of the nodes.
  const theirs = findAll(b, CONTROLS);
  return findAll(a, CONTROLS).every((el, i) => stateOf(el) === stateOf(theirs[i]!));
}
