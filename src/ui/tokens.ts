import { css, type CSSResult } from 'lit';

/**
 * The theme. A page sets any of these anywhere above a widget, `:root` for all of them; colours come in pairs by
 * the page's own `color-scheme`.
 *
 * | property | what it is |
 * |---|---|
 * | `--antes-color-scheme` | `light` or `dark`, for pages that do not say it with `color-scheme` |
 * | `--antes-font`, `--antes-font-size` | the page's font by default; the size the customer chose in the browser |
 * | `--antes-surface`, `--antes-text`, `--antes-muted`, `--antes-border` | the card |
 * | `--antes-accent`, `--antes-on-accent` | the primary action, and what is written on it |
 * | `--antes-link`, `--antes-focus` | links, focus ring |
 * | `--antes-info`, `--antes-success`, `--antes-warning`, `--antes-problem` | the four tones |
 * | `--antes-radius`, `--antes-shadow` | corners of a card (actions follow), shadow of what floats |
 * | `--antes-density` | how much room there is between things: `1` is comfortable, `0.6` compact |
 * | `--antes-width`, `--antes-inset` | widest notice, distance from the edges of the window |
 * | `--antes-banner-width` | how wide the text of a banner may be |
 */
export const tokens: CSSResult = css`
  :host {
    all: initial;
    animation: none !important;
    transition: none !important;
    color-scheme: var(--antes-color-scheme, inherit);
    font-family: var(--antes-font, inherit);
    font-size: var(--antes-font-size, medium);
    line-height: 1.5;
    overflow-wrap: break-word;

    --_space: calc(1em * var(--antes-density, 1));
    --_surface: var(--antes-surface, light-dark(#fff, #20252e));
    --_text: var(--antes-text, light-dark(#1a212d, #eef1f6));
    --_muted: var(--antes-muted, light-dark(#576173, #abb5c4));
    --_border: var(--antes-border, light-dark(#d5dbe4, #3c4554));
    --_accent: var(--antes-accent, light-dark(#1a212d, #dfe5ee));
    --_on-accent: var(--antes-on-accent, light-dark(#fff, #1a212d));
    --_radius: var(--antes-radius, 12px);
    --_shadow: var(
      --antes-shadow,
      0 2px 6px light-dark(#1a212d14, #0006),
      0 16px 36px light-dark(#1a212d1f, #0008)
    );
    --_hover: color-mix(in srgb, var(--_text) 7%, transparent);
    --_line: color-mix(in srgb, var(--_text) 28%, transparent);
    --_info: var(--antes-info, light-dark(#1d51b5, #9bbcff));
    --_link: var(--antes-link, var(--_info));
    --_focus: var(--antes-focus, var(--_info));
    --_success: var(--antes-success, light-dark(#17703e, #77d6a0));
    --_warning: var(--antes-warning, light-dark(#8a5206, #f1c072));
    --_problem: var(--antes-problem, light-dark(#ab3026, #ffa398));
  }
  * {
    box-sizing: border-box;
  }
  button {
    all: unset;
    box-sizing: border-box;
    cursor: pointer;
  }
  svg {
    fill: none;
    stroke: currentColor;
    stroke-width: 1.9;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .icon {
    inline-size: 1.625em;
    block-size: 1.625em;
    color: var(--_tone, var(--_info));
    background: color-mix(in srgb, currentColor 13%, transparent);
    border-radius: 50%;
  }
  @keyframes arrive {
    from {
      opacity: 0;
      translate: 0 var(--_from, 6px);
    }
  }
  @media (prefers-reduced-motion: reduce) {
    * {
      animation: none !important;
    }
  }
  /* What is printed is the page's. */
  @media print {
    :host {
      display: none !important;
    }
  }
  @media (forced-colors: active) {
    .icon {
      color: CanvasText;
      background: none;
      border: 1px solid;
    }
  }
  :focus-visible {
    outline: 2px solid var(--_focus);
    outline-offset: 2px;
  }
`;
