import { real } from '../../core/real.js';
const FIELD =
  'input, select, textarea, button, [contenteditable], [role=textbox], [role=combobox], [role=searchbox], ' +
  '[role=spinbutton], [role=checkbox], [role=radiogroup], [role=listbox], [role=slider], [role=switch], [role=button]';

let count = 0;

/**
 * Links help to the field it is about, so that it is heard with the field. The text is a node of ours in the
 * page's own tree: an id inside a shadow root cannot be named from outside.
 */
export function describe(field: Element, host: Element, text: string): () => void {
  if (!Element.prototype.matches.call(field, FIELD)) return () => undefined;
  const id = `antes-help-${++count}`;
  const node = real(document).createElement('span');
  node.id = id;
  node.hidden = true;
  node.textContent = text;
  host.append(node);

  const before = field.getAttribute('aria-describedby');
  const ours = before ? `${before} ${id}` : id;
  field.setAttribute('aria-describedby', ours);
  return () => {
    node.remove();
    const now = field.getAttribute('aria-describedby');
    if (now === null) return;
    if (now === ours) {
      if (before === null) field.removeAttribute('aria-describedby');
      else field.setAttribute('aria-describedby', before);
      return;
    }
    // The page has changed it meanwhile: only our part goes.
    const rest = now.split(/\s+/).filter((token) => token && token !== id);
    if (rest.length) field.setAttribute('aria-describedby', rest.join(' '));
    else field.removeAttribute('aria-describedby');
  };
}
