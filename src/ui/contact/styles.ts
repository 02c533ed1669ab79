import { css, type CSSResult } from 'lit';

export const contactStyles: CSSResult = css`
  .contact {
    font-size: 0.9375em;
    color: var(--_text);
  }
  h3 {
    margin: 0 0 0.5em;
    font-size: 1em;
    font-weight: 600;
    line-height: 1.4;
  }
  h3:not(:first-child) {
    margin-block-start: 0.6em;
  }
  /* Where reading goes on, and nothing to press. */
  h3:focus {
    outline: none;
  }
  .channels {
    padding: 0;
    list-style: none;
  }
  .channels li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25em 0.75em;
    padding-block: calc(var(--_space) * 0.4);
  }
  .hours {
    font-size: 0.9333em;
    color: var(--_muted);
  }
  .busy .hours {
    color: var(--_warning);
  }
  .lines {
    margin: 0.75em 0 0;
    padding: calc(var(--_space) * 0.75);
    border: 1px solid var(--_border);
    border-radius: calc(var(--_radius) * 0.6);
    min-inline-size: 0;
  }
  legend {
    padding: 0 0.3em;
    font-weight: 600;
  }
  .lines p {
    margin-block-end: 0.4em;
    font-size: 0.9333em;
    color: var(--_muted);
  }
  .line {
    display: flex;
    gap: 0.6em;
    align-items: start;
    min-block-size: 24px;
    padding-block: calc(var(--_space) * 0.3);
  }
  .label {
    display: block;
    font-size: 0.8667em;
    color: var(--_muted);
  }
  input[type='checkbox'] {
    flex: none;
    inline-size: 1.25em;
    block-size: 1.25em;
    margin: 0.15em 0 0;
    accent-color: var(--_accent);
  }
  .field {
    margin-block-start: 0.75em;
  }
  .field label {
    display: block;
    font-weight: 500;
  }
  .field [aria-invalid] {
    border-color: var(--_problem);
  }
  .wrong {
    display: block;
    margin-block-start: 0.5em;
    color: var(--_problem);
  }
  .code {
    inline-size: fit-content;
    font-size: 1.75em;
    font-weight: 600;
    letter-spacing: 0.08em;
    font-variant-numeric: tabular-nums;
    user-select: all;
  }
  @media (pointer: coarse) {
    .line,
    .field :is(input, select) {
      min-block-size: 44px;
    }
  }
`;
