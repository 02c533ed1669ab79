import { LitElement } from 'lit';
import type { Guard } from '../core/guard.js';
import { adopted } from './adopted.js';

export type Listener<E extends Event> = (this: SafeElement, event: E) => unknown;

/** For an element of ours itself, and for what is in its template: Lit calls that with the element too. */
export const safe = <E extends Event>(listener: Listener<E>): ((event: E) => void) =>
  function (this: SafeElement, event: E) {
    this.safely(() => listener.call(this, event));
  };

/**
 * What fails while an element of ours is connected, drawn, used or taken out is told as a problem of that element's: else
 * the browser would report it as an error of the page's.
 */
export abstract class SafeElement extends LitElement {
  /** Until there is one that tells of it. */
  static guard: Pick<Guard, 'always'> = { always: (_part, fn) => fn() };

  /** Calls `fn` under this element's name; a promise that it returns is looked after. */
  safely(fn: () => unknown): void {
    SafeElement.guard.always(`ui/${this.localName}`, fn);
  }

  /** It has come into the page. */
  protected connected?(): unknown;

  /** It was taken out, or is being moved. */
  protected disconnected?(): unknown;

  override connectedCallback(): void {
    this.safely(() => super.connectedCallback());
    this.safely(() => this.connected?.());
  }

  override disconnectedCallback(): void {
    this.safely(() => super.disconnectedCallback());
    this.safely(() => this.disconnected?.());
  }

  adoptedCallback(): void {
    adopted(this);
  }

  protected override scheduleUpdate(): void {
    this.safely(() => super.scheduleUpdate());
  }

  /** Renders before the next paint, so that its size is known; fails where it cannot be drawn. */
  drawNow(): void {
    if (this.isUpdatePending) this.performUpdate();
  }
}
