import type { Clock } from '../core/clock.js';
import type { WireEvent } from './events.js';
import type { Exporter } from './exporter.js';

/** As Google Tag Manager and others agree on: an array that is made by whoever comes first. */
const USUAL = 'dataLayer';

/** Pushes events to an array of the page's. */
export function startDataLayer(name: true | string, window: Window, clock: Clock): Exporter {
  const page = window as unknown as Record<string, unknown>;
  const key = name === true ? USUAL : name;
  const push = (event: WireEvent) => {
    const layer = (page[key] ??= []);
    // An element with that id shows up under the name as well.
    if (!Array.isArray(layer)) return;
    try {
      layer.push({ event: `antes.${event.type}`, antes: { ...event, sent: clock.wall() } });
    } catch (error) {
      // Tag managers put a `push` of their own there; its errors are theirs.
      reportError(error);
    }
  };
  const nothing = () => {};
  return { send: (events) => events.forEach(push), leave: nothing, stop: nothing, forget: nothing };
}
