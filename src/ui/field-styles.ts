import { css, type CSSResult } from 'lit';

/** What customers type into or choose from, wherever it stands. */
export const fieldStyles: CSSResult = css`
  :is(.field, .search) :is(input, select) {
    inline-size: 100%;
    min-block-size: 40px;
    margin-block-start: 0.25em;
    padding: 0.35em 0.6em;
    font: inherit;
    color: var(--_text);
    background: var(--_surface);
    border: 1px solid var(--_muted);
    border-radius: calc(var(--_radius) * 0.6);
  }
`;
