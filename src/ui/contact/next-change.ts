import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { ChannelState } from '../../contact/channels.js';
import { clock } from '../clock.js';
import { createDeadlineTimer } from '../../core/timer.js';

/** Draws its host anew when somebody comes or goes home: one timer, for the next change, while it is on the page. */
export function redrawAtNextChange(
  host: ReactiveControllerHost & Element,
  states: () => readonly ChannelState[],
): ReactiveController {
  const timer = createDeadlineTimer(clock, clock.wall, () => host.requestUpdate());
  let next = Infinity;
  return {
    hostConnected: () => host.requestUpdate(),
    hostDisconnected: timer.stop,
    // Looked at before it is drawn: a change between the two is drawn once more, instead of never.
    hostUpdate() {
      next = Math.min(...states().flatMap(({ until = [] }) => until));
    },
    hostUpdated() {
      timer.set(host.isConnected && next < Infinity ? next : null);
    },
  };
}
