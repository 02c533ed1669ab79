import type { PartMessages } from './types.js';

export const enParts: PartMessages = {
  badge: {
    suggestions: { one: 'Help, {n} suggestion', other: 'Help, {n} suggestions' },
    muted: 'Help is off for today.',
    turnOn: 'Turn it on again',
  },
  reasons: {
    because: {
      other: 'Something here may not work.',
      press: 'Something you pressed did not work.',
      slow: 'You have been waiting for a while.',
      field: 'Something you entered did not work.',
      payment: 'A payment did not work.',
    },
    notNow: 'Not now',
    notAgain: 'Don’t suggest this again',
    notToday: 'Not on this site today',
  },
  feedback: {
    effort: 'How hard was this for you?',
    easy: 'very easy',
    hard: 'very hard',
    send: 'Send',
  },
  guide: {
    showMe: 'Show me',
    notHere: 'That is not on this page right now.',
    done: 'Done',
    progress: '{n} of {total} steps done',
  },
};
