import {
  css,
  type CSSResultGroup,
  type PropertyDeclarations,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { html } from '../ui/html.js';
import { forgetNames, key } from '../observe/names.js';
import { SafeElement } from '../ui/safe.js';
import { isOurs, pageElementAt, walk, type Direction } from './model/roots.js';
import { OWN_EVENTS } from './own-events.js';
import { base } from './styles.js';

const KEYS: Readonly<Record<string, Direction>> = {
  ArrowUp: 'out',
  ArrowDown: 'in',
  ArrowRight: 'next',
  ArrowLeft: 'previous',
};
const WORDS: readonly (readonly [Direction, string])[] = [
  ['out', 'What is around it'],
  ['in', 'Into it'],
  ['previous', 'Before it'],
  ['next', 'After it'],
];

/**
 * A pane over the page on which an element is chosen, by pointer or keyboard. It takes all presses itself: the page
 * hears of none of them, and neither does Antes.
 *
 * @fires picked - `element` is what was chosen; nothing, where it was given up
 */
export class AntesInspectorPicker extends SafeElement {
  static override properties: PropertyDeclarations = {
    element: { attribute: false },
    above: { state: true },
  };
  static override styles: CSSResultGroup = [
    base,
    css`
      :host {
        all: initial;
        color-scheme: light dark;
        position: fixed !important;
        inset: 0;
        margin: 0;
        inline-size: auto;
        block-size: auto;
        max-inline-size: none;
        max-block-size: none;
        overflow: hidden;
        border: 0;
        font:
          small/1.45 system-ui,
          sans-serif;
        color: var(--_text);
        background: none;
        cursor: crosshair;
      }
      .box {
        position: absolute;
        inset: 0 auto auto 0;
        pointer-events: none;
        outline: 3px solid var(--_accent);
        outline-offset: 1px;
        background: color-mix(in srgb, var(--_accent) 18%, transparent);
        box-shadow: 0 0 0 5px light-dark(#fff, #000);
      }
      .bar {
        position: absolute;
        inset: auto 0 0;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 6px 8px;
        padding: 8px 12px;
        cursor: default;
        background: var(--_surface);
        border-block-start: 2px solid var(--_control);
      }
      .bar.above {
        inset: 0 0 auto;
        border-width: 0 0 2px;
      }
      .pane {
        position: absolute;
        inset: 0;
      }
      .pane:focus-visible {
        outline-offset: -3px;
      }
      p {
        flex: 1 1 260px;
      }
    `,
  ];

  /** What would be chosen now. */
  declare element: Element | undefined;

  /** The bar is at the top, because what is looked for is at the bottom. */
  declare above: boolean;

  private readonly _ended = new AbortController();

  constructor() {
    super();
    this.above = false;
    for (const type of OWN_EVENTS) this.addEventListener(type, (event) => event.stopPropagation());
  }

  protected override connected(): void {
    const follow = (): void => this.requestUpdate();
    const options = { capture: true, passive: true, signal: this._ended.signal };
    addEventListener('scroll', follow, options);
    addEventListener('resize', follow, options);
  }

  protected override disconnected(): void {
    this._ended.abort();
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('.pane')?.focus();
  }

  private _onMove({ clientX, clientY }: PointerEvent): void {
    this.element = pageElementAt(clientX, clientY) ?? this.element;
  }

  private _onPress(event: PointerEvent): void {
    this._onMove(event);
    this._take();
  }

  private _onKey(event: KeyboardEvent): void {
    event.stopPropagation();
    const direction = KEYS[event.key];
    if (direction) this._walk(direction);
    else if (event.key === 'Escape') this._done();
    else if (event.key === 'Enter' && event.target === event.currentTarget) this._take();
    else return;
    event.preventDefault();
  }

  private _walk(direction: Direction): void {
    this.element = walk(this.element ?? document.body, direction);
    this.element.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  private _take(): void {
    if (this.element && !isOurs(this.element)) this._done(this.element);
  }

  private _done(element?: Element): void {
    this.element = element;
    this.dispatchEvent(new Event('picked'));
  }

  protected override render(): TemplateResult {
    const { element } = this;
    // The page goes on meanwhile.
    forgetNames();
    return html`<div class="box" aria-hidden="true"></div>
      <div
        class="pane"
        tabindex="0"
        role="application"
        aria-label="Choose an element of the page"
        aria-describedby="how"
        @pointermove=${this._onMove}
        @click=${this._onPress}
        @keydown=${this._onKey}
      ></div>
      <div class=${this.above ? 'bar above' : 'bar'} @keydown=${this._onKey}>
        <p>
          <span id="how">Point at an element and press it, or walk with the arrow keys and press Enter.</span>
          <b role="status"
            >${element ? html`<code>${element.localName} · ${key(element)}</code>` : 'Nothing yet'}</b
          >
        </p>
        ${WORDS.map(
          ([direction, label]) =>
            html`<button type="button" @click=${() => this._walk(direction)}>${label}</button>`,
        )}
        <button type="button" @click=${() => (this.above = !this.above)}>
          Bar to the ${this.above ? 'bottom' : 'top'}
        </button>
        <button type="button" class="first" ?disabled=${!element} @click=${this._take}>Take it</button>
        <button type="button" @click=${() => this._done()}>Cancel</button>
      </div>`;
  }

  protected override updated(changed: PropertyValues<this>): void {
    const box = this.renderRoot.querySelector<HTMLElement>('.box')!;
    const bar = this.renderRoot.querySelector<HTMLElement>('.bar')!;
    const { element } = this;
    box.hidden = !element;
    if (!element) return;
    const { left, top, bottom, width, height } = element.getBoundingClientRect();
    box.style.translate = `${left}px ${top}px`;
    box.style.inlineSize = `${width}px`;
    box.style.blockSize = `${height}px`;
    // Never over what somebody has walked to, where there is a choice.
    if (changed.has('element')) {
      const { offsetHeight } = bar;
      const isUnder = this.above ? top < offsetHeight : bottom > innerHeight - offsetHeight;
      const fits = this.above ? bottom <= innerHeight - offsetHeight : top >= offsetHeight;
      if (isUnder && fits) this.above = !this.above;
    }
  }
}

/**
 * Lets somebody choose an element; nothing, where they gave it up, or the inspector is gone. The focus comes back to where
 * it was.
 */
export function pick(inspector: Element, from: Element | undefined): Promise<Element | undefined> {
  const picker = new AntesInspectorPicker();
  picker.element = from;
  picker.setAttribute('popover', 'manual');
  inspector.parentNode!.appendChild(picker);
  picker.showPopover();
  return new Promise((done) => {
    void picker.updateComplete.then(() => picker.focus());
    picker.addEventListener('picked', () => {
      const { element } = picker;
      picker.remove();
      done(element);
    });
    inspector.addEventListener('gone', () => {
      picker.remove();
      done(undefined);
    });
  });
}
