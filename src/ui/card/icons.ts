import { svg, type SVGTemplateResult } from 'lit';
import type { Offer } from '../../state/stores.js';

const info = svg`<path d="M10 9v5M10 6.2v.1" />`;
const alert = svg`<path d="M10 5.5v5.2M10 13.9v.1" />`;

export const check: SVGTemplateResult = svg`<path d="m5.8 10.4 2.9 2.9 5.6-6.3" />`;

export const icons: Readonly<Record<Offer['tone'], SVGTemplateResult>> = {
  info,
  success: check,
  warning: alert,
  problem: alert,
};
