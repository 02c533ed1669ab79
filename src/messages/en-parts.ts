import type { PartMessages } from './types.js';

export const enParts: PartMessages = {
  badge: {
    suggestions: { one: 'Help, {n} suggestion', other: 'Help, {n} suggestions' },
  },
  reasons: {
    because: {
      other: 'Something here may not work.',
      press: 'Something you pressed did not work.',
      slow: 'You have been waiting for a while.',
      field: 'Something you entered did not work.',
      payment: 'A payment did not work.',
    },
    notAgain: 'Don’t suggest this again',
  },
};
