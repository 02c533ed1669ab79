import type { PropertyDeclarations } from 'lit';
import { SafeElement } from '../ui/safe.js';
import type { Watch } from './watch.js';

/** One tab's content. While another tab is open it is left as it is. */
export abstract class View extends SafeElement {
  static override properties: PropertyDeclarations = { watch: { attribute: false } };

  declare watch: Watch;
  private _stop: (() => void) | undefined;

  protected override connected(): void {
    this._stop = this.watch.heard(() => {
      if (!this.hidden && this.live) this.requestUpdate();
    });
  }

  /** It shows what changes by itself. */
  protected get live(): boolean {
    return true;
  }

  protected override disconnected(): void {
    this._stop?.();
  }

  /** It has come to the front. */
  shown(): void {
    this.requestUpdate();
  }
}
