import { LitElement } from 'lit';
import { createGuard, type Guard } from '../core/guard.js';
import { adopted } from './adopted.js';

/**
 * What fails while an element of ours is connected or drawn is told as a problem of that element's: else the browser would
 * report it as an error of the page's.
 */
export abstract class SafeElement extends LitElement {
  static guard: Guard = createGuard(() => false);

  override connectedCallback(): void {
    SafeElement.guard.run(`ui/${this.localName}`, () => super.connectedCallback());
  }

  adoptedCallback(): void {
    SafeElement.guard.run(`ui/${this.localName}`, () => adopted(this));
  }

  protected override scheduleUpdate(): void {
    void SafeElement.guard.run(`ui/${this.localName}`, () => super.scheduleUpdate());
  }

  /** Renders before the next paint, so that its size is known; fails where it cannot be drawn. */
  drawNow(): void {
    if (this.isUpdatePending) this.performUpdate();
  }
}
