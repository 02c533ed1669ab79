import type { Place } from '../place.js';
import { register } from '../register.js';
import { AntesInline } from './inline.js';
import { placeAfter } from './in-flow.js';
import { mount } from './mount.js';
import { makeRoom } from './room.js';

export { whenDrawn as ready } from './drawn.js';
export { focusAnchor } from './focus-anchor.js';

/** After its anchor, in the flow of the page. */
export const place: Place = ({ dress, ...rest }) => {
  register('antes-inline', AntesInline);
  const card = dress(new AntesInline());
  return mount({
    card,
    inFlow: true,
    placeFor: placeAfter,
    makeRoom: (after) => makeRoom(card, after, rest.stage.guard),
    ...rest,
  });
};
