import { css, type CSSResult } from 'lit';

/** What the inspector and its views share. Its colours are its own: the page's theme is among what is inspected. */
export const base: CSSResult = css`
  :host {
    --_surface: light-dark(#fff, #1b1f27);
    --_raised: light-dark(#f2f4f8, #262c37);
    --_text: light-dark(#1a212d, #eef1f6);
    --_muted: light-dark(#535d6e, #b0bac9);
    --_line: light-dark(#c8cfda, #465062);
    --_control: light-dark(#7c8797, #7f8b9e);
    --_accent: light-dark(#1d51b5, #9bbcff);
    --_on-accent: light-dark(#fff, #141a24);
    --_good: light-dark(#17703e, #77d6a0);
    --_bad: light-dark(#ab3026, #ffa398);
    --_warn: light-dark(#8a5206, #f1c072);
    --_mono: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace;
  }
  * {
    box-sizing: border-box;
  }
  h2,
  h3,
  p,
  ol,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  h2,
  h3 {
    font-size: 1em;
  }
  ol,
  ul {
    list-style: none;
  }
  code,
  pre,
  .code {
    font-family: var(--_mono);
    font-size: 0.93em;
    overflow-wrap: anywhere;
  }
  button,
  select,
  input,
  textarea {
    font: inherit;
    color: inherit;
    min-block-size: 28px;
    max-inline-size: 100%;
    padding: 3px 10px;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 6px;
  }
  button {
    background: var(--_raised);
    cursor: pointer;
  }
  button:hover {
    border-color: var(--_text);
  }
  button[disabled] {
    color: var(--_muted);
    border-style: dashed;
    cursor: default;
  }
  button.first {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: var(--_accent);
  }
  button[aria-pressed='true'] {
    color: var(--_on-accent);
    background: var(--_accent);
  }
  summary {
    cursor: pointer;
    min-block-size: 24px;
  }
  label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 6px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px 8px;
  }
  .muted {
    color: var(--_muted);
  }
  .good {
    color: var(--_good);
  }
  .bad {
    color: var(--_bad);
  }
  .warn {
    color: var(--_warn);
  }
  .tag {
    display: inline-block;
    padding: 0 6px;
    border: 1px solid var(--_line);
    border-radius: 4px;
    white-space: nowrap;
  }
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  [hidden] {
    display: none !important;
  }
  @media (pointer: coarse) {
    button,
    select,
    input,
    summary {
      min-block-size: 44px;
    }
  }
  @media (forced-colors: active) {
    button.first,
    button[aria-pressed='true'] {
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
      border-color: Highlight;
    }
  }
`;

/** What the views share. */
export const view: CSSResult = css`
  :host {
    display: block;
    padding: 10px 12px;
  }
  :host([hidden]) {
    display: none;
  }
  .tools {
    margin-block-end: 8px;
  }
  section {
    margin-block-end: 16px;
  }
  h2 {
    margin-block-end: 6px;
  }
  .list > li {
    padding-block: 6px;
    border-block-start: 1px solid var(--_line);
  }
  pre {
    margin: 0;
    padding: 8px;
    white-space: pre-wrap;
    background: var(--_raised);
    border-radius: 6px;
  }
`;
