import type { PropertyDeclarations } from 'lit';
import { en } from '../messages/en.js';
import { real } from '../core/real.js';
import { safe, SafeElement } from './safe.js';
import type { Words } from './words.js';

const EDITABLE = 'input, textarea, select, [contenteditable]';

/** What all widgets share: the words, where the focus came from, and keys that stay where they belong. */
export abstract class AntesElement extends SafeElement {
  static override properties: PropertyDeclarations = { words: { attribute: false } };

  declare words: Words;

  /** What had the focus before it came in here. */
  cameFrom: Element | undefined;

  constructor() {
    super();
    this.words = en;
    const onKey = safe(this._onKey);
    for (const type of ['keydown', 'keyup', 'keypress'] as const) this.addEventListener(type, onKey);
    this.addEventListener('focusin', safe(this._onFocusIn));
  }

  /** The customer wants this gone. `byKey` where a keyboard said so. */
  abstract dismiss(byKey: boolean): void;

  /** Nothing is open that Escape could close: the key is the page's. */
  get idle(): boolean {
    return false;
  }

  /** The focus is in here. */
  get focused(): boolean {
    return this.matches(':focus-within');
  }

  /** The page has taken it out of what it was in. */
  removed: (() => void) | undefined;

  protected override async disconnected(): Promise<void> {
    // Not where that is only moved, or is taken out itself.
    await Promise.resolve();
    if (!this.parentNode) this.removed?.();
  }

  private _onKey(event: KeyboardEvent): void {
    // Seen from the page, a key typed in here has the widget as its target: a shortcut of the page that asks for
    // "not in an INPUT" would fire.
    if ((real(event).composedPath()[0] as Element).matches(EDITABLE)) event.stopPropagation();
    if (
      event.type !== 'keydown' ||
      event.key !== 'Escape' ||
      event.isComposing ||
      event.defaultPrevented ||
      this.idle
    )
      return;
    // Else the page's dialog around us would close and its form be lost.
    event.preventDefault();
    event.stopPropagation();
    this.dismiss(true);
  }

  private _onFocusIn(event: FocusEvent): void {
    if (event.relatedTarget instanceof Element) this.cameFrom = event.relatedTarget;
  }
}
