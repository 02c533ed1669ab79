import type { Context } from './context.js';

/** A press this soon before leaves by a way that the page offers. */
const OWN_WAY_MS = 2_000;
/** A form that is refused this soon after it was sent still holds what was filled in. */
const REFUSED_MS = 10_000;

/** Leaving with something filled in that was not sent. Only then is listened to. */
export function startExits({ hear, now, on, route, tell }: Context): void {
  const dirty = new Set<string>();
  /** Sent, and when. */
  const sent = new Map<string, number>();
  let pressedAt = -Infinity;
  let stops: (() => void)[] = [];

  const byPage = () => now() - pressedAt < OWN_WAY_MS;
  const follow = () => {
    if (dirty.size > 0 === stops.length > 0) return;
    for (const stop of stops.splice(0)) stop();
    if (dirty.size === 0) return;
    stops = [
      on<MouseEvent>('mouseout', ({ relatedTarget, clientY, buttons }) => {
        if (!relatedTarget && clientY <= 0 && buttons === 0) tell({ type: 'exit', how: 'top' });
      }),
      on('pagehide', () => {
        if (!byPage()) tell({ type: 'exit', how: 'close' });
      }),
    ];
  };

  hear('moved', () => {
    if (dirty.size > 0 && route.byHistory && !byPage()) tell({ type: 'exit', how: 'back' });
  });
  hear('record', (record) => {
    const { type, at } = record;
    if (type === 'press' && record.exempt !== 'text') pressedAt = at;
    else if (type === 'view' && record.how !== 'dom') {
      dirty.clear();
      sent.clear();
    } else if (type === 'submit') {
      pressedAt = at;
      if (dirty.delete(record.form)) sent.set(record.form, at);
    } else if (type === 'field' && record.kind !== 'search') {
      const { what, kind, via } = record;
      // What the browser fills in as the page loads is no work of the customer's.
      if (kind === 'choice' ? what === 'change' : what === 'input' && via !== 'autofill')
        dirty.add(record.form);
    } else if (
      type === 'field-error' ||
      (type === 'request' && record.own && (record.lost || record.status >= 400))
    ) {
      for (const [form, sentAt] of sent) {
        if (at - sentAt <= REFUSED_MS) dirty.add(form);
        sent.delete(form);
      }
    } else return;
    follow();
  });
}
