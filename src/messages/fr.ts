import type { Messages } from './types.js';

export const messages: Messages = {
  lang: 'fr',
  help: 'Aide',
  close: 'Fermer',
  why: 'Pourquoi est-ce que je vois ceci ?',
  helped: 'Cela vous a-t-il aidé ?',
  yes: 'Oui',
  no: 'Non',
  thanks: 'Merci.',
  working: 'Un instant…',
  done: 'C’est fait',
  failed: 'Cela n’a pas fonctionné.',
  retry: 'Réessayer',
  solved: 'Tout est réglé.',
  newTab: '(nouvel onglet)',
  badge: {
    suggestions: {
      one: 'Aide, {n} suggestion',
      many: 'Aide, {n} de suggestions',
      other: 'Aide, {n} suggestions',
    },
  },
  reasons: {
    because: {
      other: 'Il se peut que quelque chose ne fonctionne pas ici.',
      press: 'Quelque chose sur quoi vous avez appuyé n’a pas fonctionné.',
      slow: 'Vous attendez depuis un moment.',
      field: 'Quelque chose que vous avez saisi n’a pas été accepté.',
      payment: 'Un paiement n’a pas abouti.',
    },
    notAgain: 'Ne plus proposer ceci',
  },
};
