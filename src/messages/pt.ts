import type { Messages } from './types.js';

export const pt: Messages = {
  lang: 'pt',
  help: 'Ajuda',
  close: 'Fechar',
  why: 'Por que estou vendo isto?',
  helped: 'Isto ajudou?',
  yes: 'Sim',
  no: 'Não',
  thanks: 'Obrigado por nos contar.',
  working: 'Um momento…',
  done: 'Feito',
  failed: 'Não funcionou.',
  retry: 'Tentar de novo',
  solved: 'Tudo resolvido.',
  newTab: '(abre em outra aba)',
  badge: {
    suggestions: { one: 'Ajuda, {n} sugestão', other: 'Ajuda, {n} sugestões' },
    muted: 'A ajuda está desligada por hoje.',
    turnOn: 'Voltar a ligar',
  },
  reasons: {
    because: {
      other: 'Esta página reparou que algo pode não estar a funcionar.',
      press: 'Premiu algo que não funcionou.',
      slow: 'Está à espera há mais tempo do que devia.',
      field: 'Um campo não foi aceite ou demorou.',
      payment: 'Um pagamento não foi concluído.',
    },
    notNow: 'Agora não',
    notAgain: 'Não sugerir de novo',
    notToday: 'Hoje não neste site',
  },
  feedback: {
    effort: 'Foi difícil para si?',
    easy: 'muito fácil',
    hard: 'muito difícil',
    send: 'Enviar',
  },
  guide: {
    showMe: 'Mostrar',
    notHere: 'Isso não está nesta página agora.',
    done: 'Feito',
    progress: '{n} de {total} passos feitos',
  },
};
