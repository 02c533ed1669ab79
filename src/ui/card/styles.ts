import { css, type CSSResult } from 'lit';

/** Only to be heard. */
export const unseen: CSSResult = css`
  .unseen {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;

export const cardStyles: CSSResult = css`
  :host {
    display: block;
    min-block-size: var(--_kept, 0);
    container-type: inline-size;
  }
  .card {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    column-gap: 0.75em;
    align-items: start;
    position: relative;
    padding: var(--_space);
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    animation: arrive 0.22s ease-out;
  }
  .success {
    --_tone: var(--_success);
  }
  .warning {
    --_tone: var(--_warning);
  }
  .problem {
    --_tone: var(--_problem);
  }
  h2 {
    margin: 0;
    font-size: 1.05em;
    font-weight: 600;
    line-height: 1.4;
    text-wrap: balance;
  }
  .close {
    grid-area: 1 / -2;
    margin-block: -0.25em;
    margin-inline-end: -0.45em;
    padding: 0.3em 0.6em;
    border-radius: calc(var(--_radius) * 0.6);
    min-block-size: 24px;
  }
  .close,
  .footer,
  .because {
    font-size: 0.875em;
    color: var(--_muted);
  }
  .close:hover {
    color: var(--_text);
    background: var(--_hover);
  }
  .rest {
    grid-column: 2 / -1;
  }
  @container (inline-size < 23em) {
    /* Between the icon and Close a title would stand word below word. */
    .rest,
    .icon ~ h2 {
      grid-column: 1 / -1;
    }
  }
  .body {
    margin-block-start: 0.3em;
    font-size: 0.9375em;
    max-inline-size: 66ch;
  }
  p,
  ul {
    margin: 0;
    padding: 0;
  }
  :is(p, ul) + :is(p, ul) {
    margin-block-start: 0.6em;
  }
  ul {
    padding-inline-start: 1.15em;
  }
  li + li {
    margin-block-start: 0.2em;
  }
  strong {
    font-weight: 600;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5em 0.75em;
    align-items: center;
    margin-block-start: calc(var(--_space) * 0.8);
  }
  .action {
    position: relative;
    display: inline-flex;
    align-items: center;
    min-block-size: max(24px, var(--_space) * 2.4);
    padding: 0.2em 0.85em;
    font-size: 0.9375em;
    font-weight: 500;
    color: inherit;
    text-decoration: none;
    border: 1px solid var(--_line);
    border-radius: calc(var(--_radius) * 0.6);
  }
  .action:hover {
    background: var(--_hover);
  }
  .primary {
    color: var(--_on-accent);
    background: var(--_accent);
    border-color: transparent;
  }
  .primary:hover {
    background: color-mix(in srgb, var(--_accent) 87%, var(--_surface));
  }
  .link {
    padding-inline: 0.3em;
    margin-inline: -0.3em;
    border-color: transparent;
  }
  .body a,
  .link {
    color: var(--_link);
  }
  .body a,
  .link,
  .quiet {
    text-decoration: underline;
    text-underline-offset: 2px;
    border-radius: 3px;
  }
  .waiting {
    cursor: default;
    opacity: 0.5;
  }
  .working .label {
    opacity: 0;
  }
  /* The sign of success gives way to the label again: the action may be wanted once more. Nothing moves: for all alike. */
  .done .label {
    animation: come 3s step-end !important;
  }
  .done svg {
    opacity: 0;
    animation: go 3s step-end !important;
  }
  @keyframes come {
    from {
      opacity: 0;
    }
  }
  @keyframes go {
    from {
      opacity: 1;
    }
  }
  .action > :is(svg, .spinner) {
    position: absolute;
    inset: 0;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: auto;
  }
  .spinner {
    border: 2px solid;
    border-inline-end-color: transparent;
    border-radius: 50%;
    animation: turn 0.9s linear infinite;
  }
  @keyframes turn {
    to {
      transform: rotate(1turn);
    }
  }
  .footer {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.1em 1em;
    margin-block-start: calc(var(--_space) * 0.8);
  }
  .error {
    justify-content: start;
    align-items: center;
    color: var(--_problem);
  }
  .ask {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1em;
  }
  .quiet {
    min-block-size: 24px;
    min-inline-size: 24px;
    padding-block: 0.15em;
    text-decoration-color: var(--_line);
  }
  .quiet:hover {
    color: var(--_text);
    text-decoration-color: currentColor;
  }
  /* Our own words may run the other way than the texts around them. */
  :is(.footer, .because, .ask) > *,
  .close {
    unicode-bidi: plaintext;
  }
  @media (pointer: coarse) {
    .action,
    .close,
    .quiet {
      min-block-size: 44px;
    }
    .quiet {
      min-inline-size: 44px;
    }
    .close {
      margin-block: -0.8em;
    }
    .footer {
      margin-block: 0.3em -0.5em;
    }
  }
  @media (forced-colors: active) {
    .action:not(.link) {
      border-color: ButtonText;
    }
    .link {
      border: 0;
    }
    .primary {
      color: Canvas;
      background: CanvasText;
      forced-color-adjust: none;
    }
  }
`;
