import type { Create } from '../part.js';
import { register } from '../register.js';
import { AntesGuide } from './guide.js';
import { progressOf } from './progress.js';

/** Steps to take. */
export const create: Create = (offer, stage) => {
  register('antes-guide', AntesGuide);
  const guide = new AntesGuide();
  guide.offer = offer;
  guide.progress = progressOf(offer, stage);
  return guide;
};
