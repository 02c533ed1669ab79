import { adoptStyles, type LitElement } from 'lit';

/**
 * A move to another document empties the sheets that an element has adopted, and a document takes none that were made in
 * another one: what the page carries away does not stay there, and gets its sheets again when it is back.
 */
export function adopted(element: LitElement): void {
  if (element.ownerDocument === document)
    adoptStyles(element.renderRoot as ShadowRoot, (element.constructor as typeof LitElement).elementStyles);
  // What is in it goes along with it.
  else if (element.isConnected) element.remove();
}
