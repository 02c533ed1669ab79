import type { Context } from './context.js';

/** The connection as the browser knows it: lost, and back. */
export function startNetwork({ on, tell, window }: Context): void {
  let stop: (() => void) | undefined;
  /** Only one of the two is waited for at a time. */
  const wait = (online: boolean) => {
    stop?.();
    stop = on(online ? 'online' : 'offline', () => {
      tell({ type: 'network', online });
      wait(!online);
    });
  };
  wait(!window.navigator.onLine);
}
