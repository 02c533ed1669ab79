import type { Place } from '../place.js';
import { register } from '../register.js';
import { AntesInline } from './inline.js';
import { mount } from './mount.js';

export { focusAnchor } from './focus-anchor.js';

/** After its anchor, in the flow of the page. */
export const place: Place = ({ dress, ...rest }) => {
  register('antes-inline', AntesInline);
  return mount({ card: dress(new AntesInline()), ...rest });
};
