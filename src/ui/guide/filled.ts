import { findAnchor } from '../inline/anchor.js';
import { closest } from '../tree.js';

/** What is in these is never looked at, in whatever way. */
const SECRET =
  '[type=password], [autocomplete*=cc- i], [autocomplete*=one-time-code i], [autocomplete*=-password i]';
const FIELD = 'input, select, textarea';
const CHOICE = 'input:is([type=checkbox], [type=radio])';

const matches = (element: Element, selector: string): boolean =>
  Element.prototype.matches.call(element, selector);

/** Whether a field is empty, as far as that shows without looking at what is in it. */
function isEmpty(field: Element): boolean | undefined {
  if (matches(field, CHOICE)) return !matches(field, ':checked');
  if (field.getAttribute('placeholder')) return matches(field, ':placeholder-shown');
  return (field as HTMLInputElement).required ? (field as HTMLInputElement).validity.valueMissing : undefined;
}

/**
 * Whether the field at an anchor, or the first one in it, is filled in and valid. By flags of the browser and of the
 * page alone; `undefined` where they do not say.
 */
export function isFilled(anchor: string): boolean | undefined {
  const found = findAnchor(anchor);
  const field = found && (matches(found, FIELD) ? found : found.querySelector(FIELD));
  if (!field || matches(field, SECRET) || closest(field, '[data-antes-ignore]')) return undefined;
  const empty = isEmpty(field);
  if (empty === undefined) return undefined;
  return !empty && matches(field, ':valid') && field.getAttribute('aria-invalid') !== 'true';
}
