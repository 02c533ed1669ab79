import type { Messages } from './types.js';

export const en: Messages = {
  lang: 'en',
  help: 'Help',
  close: 'Close',
  why: 'Why am I seeing this?',
  notAgain: 'Don’t suggest this again',
  helped: 'Did this help?',
  yes: 'Yes',
  no: 'No',
  thanks: 'Thank you.',
  working: 'Working…',
  done: 'Done',
  failed: 'That did not work.',
  retry: 'Try again',
  solved: 'All sorted.',
  newTab: '(new tab)',
  suggestions: { one: 'Help, {n} suggestion', other: 'Help, {n} suggestions' },
  because: {
    other: 'Something here may not work.',
    press: 'Something you pressed did not work.',
    slow: 'You have been waiting for a while.',
    field: 'Something you entered did not work.',
    payment: 'A payment did not work.',
  },
};
