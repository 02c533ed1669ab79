import { css, type CSSResult } from 'lit';

/** Where the inspector stands, and how its parts are laid out in it. */
export const shell: CSSResult = css`
  :host {
    all: initial;
    color-scheme: light dark;
    position: fixed !important;
    inset: auto 0 0 0;
    margin: 0;
    inline-size: auto;
    block-size: var(--_size);
    max-block-size: 100dvh;
    max-inline-size: 100vw;
    display: flex !important;
    flex-direction: column;
    font:
      small/1.45 system-ui,
      sans-serif;
    color: var(--_text);
    background: var(--_surface);
    border: 0 solid var(--_control);
    border-block-start-width: 2px;
    box-shadow: 0 0 24px light-dark(#1a212d40, #000a);
  }
  :host([picking]) {
    visibility: hidden;
  }
  :host(:not(:popover-open)) {
    display: none !important;
  }
  :host([side='top']) {
    inset: 0 0 auto 0;
    border-width: 0 0 2px;
  }
  :host([side='right']),
  :host([side='left']) {
    inset: 0 0 0 auto;
    inline-size: var(--_size);
    min-inline-size: min(320px, 100vw);
    block-size: auto;
    border-width: 0 0 0 2px;
  }
  :host([side='left']) {
    inset: 0 auto 0 0;
    border-width: 0 2px 0 0;
  }
  header {
    flex: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    padding: 4px 8px;
    background: var(--_raised);
    border-block-end: 1px solid var(--_line);
  }
  h1 {
    margin: 0;
    font-size: 1em;
  }
  [role='tablist'] {
    flex: 1 1 320px;
    min-inline-size: 0;
    display: flex;
    gap: 2px;
    overflow-x: auto;
    padding: 3px;
  }
  [role='tab'] {
    flex: none;
    background: none;
    border-color: transparent;
  }
  [role='tab'][aria-selected='true'] {
    background: var(--_surface);
    border-color: var(--_control);
    box-shadow: inset 0 -2px var(--_accent);
  }
  @media (forced-colors: active) {
    [role='tab'][aria-selected='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
  }
  .panel {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
    overscroll-behavior: contain;
  }
  [role='separator'] {
    position: absolute;
    z-index: 1;
    inset: -6px 0 auto 0;
    block-size: 12px;
    cursor: ns-resize;
    touch-action: none;
  }
  :host([side='top']) [role='separator'] {
    inset: auto 0 -6px 0;
  }
  :host([side='right']) [role='separator'] {
    inset: 0 auto 0 -6px;
    inline-size: 12px;
    block-size: auto;
    cursor: ew-resize;
  }
  :host([side='left']) [role='separator'] {
    inset: 0 -6px 0 auto;
    inline-size: 12px;
    block-size: auto;
    cursor: ew-resize;
  }
  :host([folded]) {
    inset: auto auto 0 0;
    inline-size: auto;
    block-size: auto;
    border-width: 2px 2px 0 0;
  }
  :host([folded]) .panel,
  :host([folded]) [role='tablist'],
  :host([folded]) [role='separator'] {
    display: none;
  }
  @media (max-width: 600px) {
    :host(:not([folded])) {
      inset: auto 0 0 0;
      inline-size: auto;
      block-size: max(var(--_size), 55dvh);
      border-width: 2px 0 0;
    }
    :host([side='top']:not([folded])) {
      inset: 0 0 auto 0;
      border-width: 0 0 2px;
    }
    .move-side {
      display: none;
    }
    /* In one row: Tab goes on from the tabs to the buttons, so these must not stand before them. */
    :host(:not([folded])) header {
      flex-wrap: nowrap;
    }
    :host(:not([folded])) h1 {
      position: absolute;
      clip-path: inset(50%);
    }
    .row {
      flex: none;
    }
  }
  /* Help finds no other place then: what it lies over can be scrolled out from under it. */
  @media (max-height: 420px) {
    :host(:not([folded])) {
      block-size: 100dvh;
    }
    .panel {
      padding-block-end: 64px;
      scroll-padding-block-end: 64px;
    }
  }
`;
