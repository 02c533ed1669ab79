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
  static guard: Pick<Guard, 'run'> = { run: (_part, fn) => fn() };

  /** Calls `fn` under this element's name, and looks after the promise that it may return. */
  safely(fn: () => unknown): void {
    const run = (what: () => unknown) => SafeElement.guard.run(`ui/${this.localName}`, what);
    (run(fn) as Promise<unknown> | undefined)?.catch?.((error) =>
      run(() => {
        throw error;
      }),
    );
  }

  /** It has come into the page. */
  protected connected?(): unknown;

  /** It was taken out, or is being moved. */
  protected disconnected?(): unknown;

  override connectedCallback(): void {
    this.safely(() => {
      super.connectedCallback();
      return this.connected?.();
    });
  }

  override disconnectedCallback(): void {
    this.safely(() => {
      super.disconnectedCallback();
      return this.disconnected?.();
    });
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
