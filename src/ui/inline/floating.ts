import { css, type CSSResult } from 'lit';

/** A card that makes itself room in the flow of the page, see room.ts. */
export const floating: CSSResult = css`
  /* Floating: above the page instead of between its parts, see room.ts. */
  :host([popover]) {
    position: absolute;
    inset: auto;
    margin: 0;
    padding: 0;
    border: 0;
    background: none;
    overflow: visible;
    pointer-events: none;
  }
  :host([popover]) .card {
    pointer-events: auto;
    box-shadow: var(--_shadow);
  }
  :host([popover]:not(:popover-open)) {
    display: none;
  }
  /* Its space is kept, so that nothing moves unasked. */
  :host([reserved]) .card {
    visibility: hidden;
    animation: none;
  }
`;
