import { outOfUnfit } from '../inline/anchor.js';
import { mount } from '../inline/mount.js';
import type { Place } from '../place.js';
import { register } from '../register.js';
import { AntesHint } from './hint.js';
import { makeSpot } from './spot.js';

export { whenDrawn as ready } from '../inline/drawn.js';

/** A button beside its anchor. */
export const place: Place = ({ dress, ...rest }) => {
  register('antes-hint', AntesHint);
  const hint = dress(new AntesHint());
  return mount({
    card: hint,
    inFlow: false,
    placeFor: (anchor) => outOfUnfit(anchor, false),
    makeRoom: (after, anchor) => makeSpot(hint, after, anchor, rest.stage.guard),
    ...rest,
  });
};
