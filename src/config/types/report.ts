// Written by `npm run schema` from src/config/schema. Change it there.

import type { Named } from '../types.js';

/** Where outcomes are reported to, once consent is given. Several at once are possible; without any, nothing is sent. */
export interface Report {
  /** Takes the events by POST, one JSON object a line. `options.endpoint` and `data-endpoint` go first. */
  readonly endpoint?: string;
  /** Takes the events as OpenTelemetry logs (OTLP/HTTP in JSON): the address of a Collector, with `/v1/logs`. */
  readonly otlp?: string | Otlp;
  /** `true`: events are pushed to `window.dataLayer`. A text: to the array of that name. */
  readonly dataLayer?: boolean | string;
  /** A function of the page that is called with each event. */
  readonly call?: string;
  /** The share of visitors whose visits are reported. */
  readonly sample?: number;
}

/** Where logs are taken, and what goes with them. */
export interface Otlp {
  /** Of the receiver, with `/v1/logs`. */
  readonly url: string;
  readonly headers?: Named<string>;
  /** The name of the site among your services. */
  readonly service?: string;
}
