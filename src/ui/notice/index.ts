import { createLimit } from '../limit.js';
import type { Place } from '../place.js';
import { AntesNotice } from './notice.js';

/** A card in the corner of the layer. */
export const place: Place = ({ dress, lost, stage: { top } }) => {
  const notice = dress(new AntesNotice());
  const mayReturn = createLimit();
  notice.removed = () => {
    if (mayReturn()) top.show(notice);
    else lost('anchor-unreachable');
  };
  top.show(notice);
  const stop = () => {
    notice.removed = undefined;
    notice.remove();
  };
  return {
    leave(gone) {
      stop();
      gone();
    },
    stop,
  };
};
