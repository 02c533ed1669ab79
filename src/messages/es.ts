import type { Messages } from './types.js';

export const es: Messages = {
  lang: 'es',
  help: 'Ayuda',
  close: 'Cerrar',
  why: '¿Por qué veo esto?',
  helped: '¿Le ha servido?',
  yes: 'Sí',
  no: 'No',
  thanks: 'Gracias por decírnoslo.',
  working: 'Un momento…',
  done: 'Hecho',
  failed: 'No ha funcionado.',
  retry: 'Intentar de nuevo',
  solved: 'Todo resuelto.',
  newTab: '(se abre en otra pestaña)',
  badge: {
    suggestions: { one: 'Ayuda, {n} sugerencia', other: 'Ayuda, {n} sugerencias' },
    muted: 'La ayuda está desactivada por hoy.',
    turnOn: 'Volver a activarla',
  },
  reasons: {
    because: {
      other: 'Esta página ha notado que algo puede no estar funcionando.',
      press: 'Ha pulsado algo que no ha funcionado.',
      slow: 'Lleva esperando más de lo debido.',
      field: 'Un campo no se ha aceptado o le ha llevado tiempo.',
      payment: 'Un pago no se ha completado.',
    },
    notNow: 'Ahora no',
    notAgain: 'No volver a sugerirlo',
    notToday: 'Hoy no en este sitio',
  },
  feedback: {
    effort: '¿Cuánto le ha costado?',
    easy: 'nada',
    hard: 'muchísimo',
    send: 'Enviar',
  },
  guide: {
    showMe: 'Mostrar',
    notHere: 'Eso no está ahora en esta página.',
    done: 'Hecho',
    progress: '{n} de {total} pasos hechos',
  },
};
