import { openStore } from '../../../src/boot/storage.js';
import type { Clock } from '../../../src/core/clock.js';
import { createGuard } from '../../../src/core/guard.js';
import { startEndpoint } from '../../../src/report/endpoint/index.js';
import type { WireEvent } from '../../../src/report/events.js';

/** A page that reports and does nothing else. Ten seconds of a report's are one. */
const SPEED = 10;
const clock: Clock = {
  now: () => performance.now() * SPEED,
  wall: () => Math.round(Date.now() + performance.now() * (SPEED - 1)),
  after(ms, fn) {
    const id = setTimeout(fn, ms / SPEED);
    return () => clearTimeout(id);
  },
};
const guard = createGuard((code, path, message) => {
  console.error(`${code} ${path} ${message}`);
  return true;
});
const sid = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16)).join('');
let seq = 0;
const accept = (body: object) =>
  ({ antes: 1, ...body, sid, seq: ++seq, visit: 'visit-0001' }) as unknown as WireEvent;
const { to } = document.documentElement.dataset;
const exporter = startEndpoint(to!, {
  window,
  clock,
  guard,
  report: () => true,
  own: new Set(),
  store: openStore(
    () => localStorage,
    'localStorage',
    () => true,
  ),
  newId: () => String(Math.random()),
  stamp: accept,
  may: () => true,
  off: () => {},
});
const happen = (n: number) =>
  exporter.send(
    Array.from({ length: n }, (_, i) =>
      accept({ type: i % 2 ? 'help' : 'signal', at: clock.wall(), name: 'rage-click' }),
    ),
  );
/** For the test: this page has been told that it is left. */
const left = () => localStorage.setItem('left', 'yes');
document.addEventListener('visibilitychange', () => {
  if (!document.hidden) return;
  left();
  exporter.leave();
});
addEventListener('pagehide', () => {
  left();
  // What is only known now.
  happen(1);
  exporter.leave();
});
addEventListener('pageshow', ({ persisted }) => Object.assign(globalThis, { persisted }));
const atOnce = Number(document.documentElement.dataset['happens'] ?? 0);
if (atOnce) happen(atOnce);
Object.assign(globalThis, { happen, isReady: true });
