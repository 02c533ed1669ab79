import type { CardMessages } from './types.js';

/** English comes in two parts: these words travel with the first card, the others (en-parts.ts) with the parts that use them. */
export const en: CardMessages = {
  lang: 'en',
  help: 'Help',
  close: 'Close',
  why: 'Why am I seeing this?',
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
};
