import { amplitude } from './amplitude.mjs';
import { antes, antesWithAll } from './antes.mjs';
import { clarity } from './clarity.mjs';
import { control } from './control.mjs';
import { datadog, datadogWithReplay } from './datadog.mjs';
import { listening, unused } from './floors.mjs';
import { mixpanel } from './mixpanel.mjs';
import { posthog, posthogWithReplay } from './posthog.mjs';
import { rrweb } from './rrweb.mjs';
import { sentry, sentryWithReplay } from './sentry.mjs';

/**
 * @typedef {object} Peer
 * @property {string} id
 * @property {string} title
 * @property {string} what as it is configured here
 * @property {string[]} packages whose version is noted
 * @property {string} [entry] a module that starts it; `ID` is its name. It sends to `/to/ID`
 * @property {() => string} [script] a script that is put into the page instead, with `defer`
 * @property {() => string} [tag] what is put into the page instead of a bundle of `entry`
 * @property {() => object} [answer] what its collector says
 */

/** In the order in which they are measured, in every round. @type {Peer[]} */
export const PEERS = [
  control,
  antes,
  antesWithAll,
  listening,
  unused,
  mixpanel,
  rrweb,
  sentry,
  sentryWithReplay,
  datadog,
  datadogWithReplay,
  posthog,
  posthogWithReplay,
  amplitude,
  clarity,
];
