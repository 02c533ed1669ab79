import { real } from '../core/real.js';
import { findPlain } from './plain.js';

/** Of the nearest element that says it, at `anchor` if that is there. */
export function languageAt(document: Document, anchor: string | undefined): string {
  const place = anchor === undefined ? null : findPlain(document, anchor);
  const around = place && real(place).closest('[lang]');
  return (
    (around && real(around).getAttribute('lang')) ||
    real(document).documentElement.lang ||
    navigator.language ||
    'en'
  );
}

/** Global Privacy Control, and what came before it: Do Not Track. */
export function prefersPrivacy(page: Window | undefined): boolean {
  const said = page?.navigator as { globalPrivacyControl?: boolean; doNotTrack?: string } | undefined;
  return said?.globalPrivacyControl === true || said?.doNotTrack === '1';
}
