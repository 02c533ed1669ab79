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
  thanks: 'Thanks for telling us.',
  working: 'Working…',
  done: 'Done',
  failed: 'That did not work.',
  retry: 'Try again',
  solved: 'All sorted.',
  newTab: '(opens in a new tab)',
  suggestions: { one: 'Help, {n} suggestion', other: 'Help, {n} suggestions' },
};
