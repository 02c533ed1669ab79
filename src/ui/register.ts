/** How many names are tried where somebody else has taken the first. */
const MAX_TRIES = 20;

/**
 * Registers an element, once. Where the tag belongs to somebody else (a second copy of us, say), ours gets a number:
 * nothing depends on the tag but a page's own styles.
 */
export function register(name: string, element: CustomElementConstructor): void {
  let tag = name;
  for (let n = 2; n < MAX_TRIES && customElements.get(tag) !== element; tag = `${name}-${n++}`) {
    try {
      return customElements.define(tag, element);
    } catch {
      // Taken. Or the page has registered the class itself, under a name of its own: then so are all others.
    }
  }
}
