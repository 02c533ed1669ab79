import type { WireEvent } from '../events.js';
import type { Exporter } from '../exporter.js';
import type { ReadBody } from './answer.js';
import { startDelivery, type DeliveryPort } from './delivery.js';
import { plainJson } from '../../core/plain-json.js';
import { utf8Length } from './utf8-length.js';
import type { Encoder } from './transport.js';
import { OUTBOX_KEY } from '../keys.js';

/** One event a line. `text/plain` is sent to any server without asking it first, which a page being left cannot wait for. */
const TYPE = 'text/plain;charset=UTF-8';

const line = (event: WireEvent, sent: number) => `${plainJson({ ...event, sent })}\n`;
export const lines: Encoder = {
  encode: (events, sent) => events.map((event) => line(event, sent)).join(''),
  size: (event) => utf8Length(line(event, event.at)),
};

/** `{"ok": true}`, and which triggers are to be turned off. A page of a network that wants people to sign in says nothing of the kind. */
export const readOk: ReadBody = ({ ok, off }) => {
  if (ok !== true && typeof ok !== 'number') return undefined;
  return Array.isArray(off)
    ? { kind: 'accepted', off: off.filter((id) => typeof id === 'string') }
    : { kind: 'accepted' };
};

/** Reports to an address of the company's own. */
export const startEndpoint = (url: string, port: DeliveryPort): Exporter =>
  startDelivery(port, {
    url,
    type: TYPE,
    encoder: lines,
    readBody: readOk,
    key: OUTBOX_KEY,
    path: '/report/endpoint',
  });
