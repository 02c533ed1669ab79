import type { ViewRecord } from '../core/records.js';

/** The customer asked for a page once more, or went back to it: what it says was said before, and is no answer. */
export const isAgain = ({ reload, history }: ViewRecord): boolean => reload === true || history === true;
