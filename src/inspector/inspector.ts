import type { CSSResultGroup, PropertyDeclarations, PropertyValues, TemplateResult } from 'lit';
import { html } from '../ui/html.js';
import { real } from '../core/real.js';
import { register } from '../ui/register.js';
import { SafeElement } from '../ui/safe.js';
import { OWN_EVENTS } from './own-events.js';
import { makeRoom } from './room.js';
import { shell } from './shell.js';
import { base } from './styles.js';
import { TABS, type Tab } from './tabs.js';
import type { View } from './view.js';
import type { Watch } from './watch.js';

/** Where it stands; the next one is the place that “Move” leads to. */
const SIDES = ['bottom', 'right', 'top', 'left'] as const;
type Side = (typeof SIDES)[number];

/** Of the window, in percent. */
const SIZE = { least: 20, most: 95, step: 5, first: 45 };
/**
 * The inspector: what Antes notices on this page and why it does, or does not, help. For developers, in English.
 *
 * @element antes-inspector
 */
export class AntesInspector extends SafeElement {
  static override properties: PropertyDeclarations = {
    watch: { attribute: false },
    tab: { state: true },
    side: { reflect: true },
    folded: { type: Boolean, reflect: true },
    size: { state: true },
  };
  static override styles: CSSResultGroup = [base, shell];

  declare watch: Watch;
  declare tab: string;
  declare side: Side;
  declare folded: boolean;
  declare size: number;
  private _stop: (() => void) | undefined;
  /** Made when they are first opened, and kept: what is written in one of them stays. */
  private readonly _views = new Map<string, View>();

  constructor() {
    super();
    this.tab = TABS[0]!.id;
    this.side = 'bottom';
    this.folded = false;
    this.size = SIZE.first;
    for (const type of OWN_EVENTS) this.addEventListener(type, (event) => event.stopPropagation());
  }

  /** From the edge back to its full size. */
  unfold(): void {
    this.folded = false;
  }

  /** Opens a tab; its view, to be told something. */
  open(id: string): View {
    this.tab = id;
    this.unfold();
    return this._viewOf(id);
  }

  private _viewOf(id: string): View {
    const { watch } = this;
    const { tag, element } = TABS.find((one) => one.id === id)!;
    let view = this._views.get(id);
    if (!view) {
      register(tag, element);
      this._views.set(id, (view = Object.assign(new element(), { watch })));
    }
    return view;
  }

  protected override connected(): void {
    const room = (): void => makeRoom(this.folded ? undefined : this);
    const unhear = this.watch.heard(room);
    // Help that would lie over the focus in here steps aside at once: it is given its room before it looks.
    const arrivals = new MutationObserver(room);
    arrivals.observe(document.documentElement, { childList: true });
    this._stop = () => {
      unhear();
      arrivals.disconnect();
    };
  }

  protected override disconnected(): void {
    this._stop?.();
    makeRoom(undefined);
  }

  private _onTab({ id }: Tab): void {
    this.open(id).shown();
  }

  private _onTabKey(event: KeyboardEvent): unknown {
    const now = TABS.findIndex(({ id }) => id === this.tab);
    const to = {
      ArrowRight: now + 1,
      ArrowLeft: now - 1 + TABS.length,
      Home: 0,
      End: TABS.length - 1,
    }[event.key];
    if (to === undefined) return undefined;
    event.preventDefault();
    const tab = TABS[to % TABS.length]!;
    this._onTab(tab);
    return this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus(),
    );
  }

  private get _isUpright(): boolean {
    return this.side === 'left' || this.side === 'right';
  }

  private get _nextSide(): Side {
    return SIDES[(SIDES.indexOf(this.side) + 1) % SIDES.length]!;
  }

  private _onMove(): void {
    this.side = this._nextSide;
  }

  private _onFold(): void {
    this.folded = !this.folded;
  }

  private _onClose(): void {
    this.dispatchEvent(new Event('close'));
  }

  private _resize(size: number): void {
    this.size = Math.min(SIZE.most, Math.max(SIZE.least, Math.round(size)));
  }

  private _onSizeKey(event: KeyboardEvent): void {
    const larger = { bottom: 'ArrowUp', top: 'ArrowDown', right: 'ArrowLeft', left: 'ArrowRight' }[this.side];
    const smaller = { bottom: 'ArrowDown', top: 'ArrowUp', right: 'ArrowRight', left: 'ArrowLeft' }[
      this.side
    ];
    const to = {
      [larger]: this.size + SIZE.step,
      [smaller]: this.size - SIZE.step,
      Home: SIZE.least,
      End: SIZE.most,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    this._resize(to);
  }

  private _onGrab(event: PointerEvent): void {
    event.preventDefault();
    (event.target as Element).setPointerCapture(event.pointerId);
  }

  private _onDrag(event: PointerEvent): void {
    if (!(event.target as Element).hasPointerCapture(event.pointerId)) return;
    const x = (event.clientX / innerWidth) * 100;
    const y = (event.clientY / innerHeight) * 100;
    this._resize({ bottom: 100 - y, top: y, right: 100 - x, left: x }[this.side]);
  }

  private _tab(tab: Tab): TemplateResult {
    const chosen = tab.id === this.tab;
    return html`<button
      type="button"
      role="tab"
      id=${`tab-${tab.id}`}
      aria-controls="panel"
      aria-selected=${chosen ? 'true' : 'false'}
      tabindex=${chosen ? '0' : '-1'}
      @click=${() => this._onTab(tab)}
    >
      ${tab.label}
    </button>`;
  }

  protected override willUpdate(): void {
    const view = this._viewOf(this.tab);
    for (const one of this._views.values()) one.hidden = one !== view;
  }

  protected override render(): TemplateResult {
    return html`<div
        role="separator"
        tabindex="0"
        aria-label="Size of the inspector"
        aria-orientation=${this._isUpright ? 'vertical' : 'horizontal'}
        aria-valuemin=${SIZE.least}
        aria-valuemax=${SIZE.most}
        aria-valuenow=${this.size}
        @keydown=${this._onSizeKey}
        @pointerdown=${this._onGrab}
        @pointermove=${this._onDrag}
      ></div>
      <header>
        <h1>Antes</h1>
        <div role="tablist" aria-label="Inspector" @keydown=${this._onTabKey}>
          ${TABS.map((tab) => this._tab(tab))}
        </div>
        <div class="row">
          <button type="button" class="move-side" @click=${this._onMove}>
            Move<span class="unseen"> to the ${this._nextSide}</span>
          </button>
          <button type="button" aria-expanded=${this.folded ? 'false' : 'true'} @click=${this._onFold}>
            ${this.folded ? 'Unfold' : 'Fold'}
          </button>
          <button type="button" @click=${this._onClose}>Close</button>
        </div>
      </header>
      <div class="panel" role="tabpanel" id="panel" tabindex="0" aria-labelledby=${`tab-${this.tab}`}>
        ${[...this._views.values()]}
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    // Its strip may be narrower than all of them.
    if (changed.has('tab'))
      this.renderRoot
        .querySelector(`#tab-${this.tab}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    // Through the CSSOM, which every content security policy allows.
    real(this).style.setProperty('--_size', `${this.size}${this._isUpright ? 'vw' : 'dvh'}`);
    makeRoom(this.folded ? undefined : this);
  }
}
