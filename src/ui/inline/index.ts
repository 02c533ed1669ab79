import { register } from '../register.js';
import { AntesInline } from './inline.js';

export { focusAnchor } from './focus-anchor.js';
export { mount } from './mount.js';
export type { Mounted } from './mount.js';

/** A chunk of its own: a page whose help is never anchored does not fetch it. */
export function createInline(): AntesInline {
  register('antes-inline', AntesInline);
  return new AntesInline();
}
