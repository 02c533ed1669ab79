import type { Place } from '../place.js';
import { AntesNotice } from './notice.js';

/** A card in the corner of the layer. */
export const place: Place = ({ dress, stage: { top } }) => {
  const notice = dress(new AntesNotice());
  top.show(notice);
  const stop = () => notice.remove();
  return {
    leave(gone) {
      stop();
      gone();
    },
    stop,
  };
};
