import type { Create } from '../part.js';
import { register } from '../register.js';
import { AntesFeedback } from './feedback.js';

/** The question how hard it was. */
export const create: Create = (offer, { port }) => {
  register('antes-feedback', AntesFeedback);
  const feedback = new AntesFeedback();
  feedback.offer = offer;
  feedback.rate = ({ id }, effort) => port.answer(id, { phase: 'rated', effort });
  return feedback;
};
