import { css, type CSSResult } from 'lit';

export const panelStyles: CSSResult = css`
  :host {
    inline-size: min(var(--antes-width, 25em), 100vw - 2 * var(--antes-inset, 16px));
  }
  .panel {
    position: relative;
    inset: auto;
    inline-size: 100%;
    max-inline-size: none;
    max-block-size: min(40em, 80dvh);
    margin: 0;
    grid-template-columns: minmax(0, 1fr) auto;
    overflow: auto;
    overscroll-behavior: contain;
    box-shadow: var(--_shadow);
  }
  /* Where reading begins, and nothing to press. */
  :is(h2, h3):focus {
    outline: none;
  }
  /* What reaches into the padding makes WebKit scroll sideways. */
  .close {
    margin-inline-end: 0;
  }
  dialog:not([open]) {
    display: none;
  }
  .rest {
    grid-column: 1 / -1;
    font-size: 0.9375em;
  }
  h3 {
    margin: 0 0 0.4em;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.4;
  }
  .search {
    margin-block-start: 0.75em;
  }
  .said {
    margin-block: 0.6em 0;
    color: var(--_muted);
  }
  .said:empty {
    display: none;
  }
  h3:not(:first-child),
  .answer {
    margin-block-start: var(--_space);
  }
  .results {
    padding: 0;
    list-style: none;
  }
  .results .quiet {
    color: var(--_link);
    padding-block: calc(var(--_space) * 0.3);
    text-align: start;
  }
  .body {
    font-size: 1em;
  }
  .person:not(:first-child) {
    margin-block-start: var(--_space);
    padding-block-start: var(--_space);
    border-block-start: 1px solid var(--_border);
  }
  dialog::backdrop {
    background: #0007;
  }
  .sheet {
    position: fixed;
    inset: auto 0 0;
    inline-size: 100vw;
    max-block-size: 92dvh;
    padding-block-end: max(1em, env(safe-area-inset-bottom));
    border-inline: 0;
    border-block-end: 0;
    border-end-start-radius: 0;
    border-end-end-radius: 0;
  }
  @media (max-width: 480px) {
    :host {
      inline-size: 100vw;
    }
  }
  @media (pointer: coarse) {
    .search input {
      min-block-size: 44px;
    }
  }
`;
