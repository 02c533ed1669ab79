import type { Messages } from './types.js';

export const messages: Messages = {
  lang: 'de',
  help: 'Hilfe',
  close: 'Schließen',
  why: 'Warum sehe ich das?',
  helped: 'Hat das geholfen?',
  yes: 'Ja',
  no: 'Nein',
  thanks: 'Danke.',
  working: 'Einen Moment …',
  done: 'Erledigt',
  failed: 'Das hat nicht geklappt.',
  retry: 'Noch einmal versuchen',
  solved: 'Alles erledigt.',
  newTab: '(neuer Tab)',
  badge: {
    suggestions: { one: 'Hilfe, {n} Vorschlag', other: 'Hilfe, {n} Vorschläge' },
  },
  reasons: {
    because: {
      other: 'Hier funktioniert vielleicht etwas nicht.',
      press: 'Etwas, worauf Sie gedrückt haben, hat nicht funktioniert.',
      slow: 'Sie warten schon eine Weile.',
      field: 'Eine Eingabe wurde nicht angenommen.',
      payment: 'Eine Zahlung ist nicht durchgegangen.',
    },
    notAgain: 'Das nicht mehr vorschlagen',
  },
};
