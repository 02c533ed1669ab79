import { css, type CSSResult } from 'lit';

export const statusStyles: CSSResult = css`
  :host {
    display: block;
    font-size: inherit;
    color: inherit;
  }
  .status {
    margin-block-start: 0.6em;
    font-size: 0.9375em;
    line-height: 1.5;
    color: var(--_text);
  }
  p {
    margin: 0;
  }
  .lead {
    font-weight: 500;
  }
  .muted,
  time {
    font-size: 0.9333em;
    color: var(--_muted);
  }
  .stale {
    color: var(--_warning);
  }
  .muted,
  .lead,
  .stale {
    unicode-bidi: plaintext;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.9em;
  }
  /* About the room of when, and of what more there is to say. */
  .alone {
    min-block-size: 3.2em;
  }
  ol {
    list-style: none;
    margin: 0.7em 0 0.6em;
    padding: 0;
  }
  li {
    position: relative;
    display: grid;
    grid-template-columns: 1.25em minmax(0, 1fr);
    column-gap: 0.7em;
    min-block-size: 2em;
    padding-block-end: calc(var(--_space) * 0.35);
    color: var(--_muted);
  }
  li:last-child {
    padding-block-end: 0;
    min-block-size: 1.5em;
  }
  /* The way from one step to the next. */
  li:not(:last-child)::before {
    content: '';
    position: absolute;
    inset-block: 1.5em -0.1em;
    inset-inline-start: calc(0.625em - 1px);
    border-inline-start: 2px solid var(--_border);
  }
  li.passed:not(:last-child)::before {
    border-color: var(--_success);
  }
  .mark {
    inline-size: 1.25em;
    block-size: 1.25em;
    margin-block-start: 0.125em;
    border: 2px solid var(--_line);
    border-radius: 50%;
  }
  .mark svg {
    display: block;
    inline-size: 100%;
    block-size: 100%;
    stroke-width: 2.6;
  }
  .passed .mark,
  .done .mark {
    color: var(--_surface);
    background: var(--_success);
    border-color: var(--_success);
  }
  .current .mark {
    border: 0.4em solid var(--_info);
  }
  .stopped .mark {
    color: var(--_surface);
    background: var(--_problem);
    border: 0;
  }
  .passed,
  .current,
  .done,
  .stopped {
    color: var(--_text);
  }
  .current .name,
  .stopped .name,
  .done .name {
    font-weight: 600;
  }
  .name {
    margin-inline-end: 0.6em;
  }
  .exception {
    margin-block-start: 0.3em;
    padding: 0.6em 0.8em;
    border-inline-start: 3px solid var(--_problem);
    border-radius: calc(var(--_radius) * 0.3);
    background: color-mix(in srgb, var(--_problem) 8%, transparent);
  }
  .next {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    margin-block-start: 0.2em;
    font-weight: 500;
    color: var(--_link);
    text-decoration: underline;
    text-underline-offset: 2px;
    border-radius: 3px;
  }
  details {
    grid-column: 2;
  }
  summary {
    inline-size: fit-content;
    min-block-size: 24px;
    font-size: 0.9333em;
    color: var(--_muted);
    cursor: pointer;
    border-radius: 3px;
  }
  summary:hover {
    color: var(--_text);
  }
  .known {
    display: block;
    margin: 0.3em 0 0;
    padding: 0;
  }
  .known + .known {
    margin-block-start: 0.6em;
  }
  .bone {
    block-size: 0.9em;
    margin-block: 0.3em;
    max-inline-size: 14em;
    border-radius: 0.3em;
    background: var(--_hover);
    animation: breathe 1.8s ease-in-out infinite alternate;
  }
  li:nth-child(even) .bone {
    max-inline-size: 10em;
  }
  @keyframes breathe {
    to {
      opacity: 0.45;
    }
  }
  @media (pointer: coarse) {
    summary,
    .next {
      min-block-size: 44px;
      align-content: center;
    }
  }
  @media (forced-colors: active) {
    .mark {
      forced-color-adjust: none;
      color: Canvas;
      border-color: CanvasText;
    }
    .passed .mark,
    .done .mark,
    .stopped .mark {
      background: CanvasText;
    }
    .bone {
      background: GrayText;
    }
    li:not(:last-child)::before {
      border-color: CanvasText;
    }
  }
`;
