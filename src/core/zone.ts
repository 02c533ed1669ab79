/** Zone.js: what Angular pages know by that something has happened, and look for changes. */
interface ZoneJs {
  readonly root: { run<T>(fn: () => T): T };
  readonly current: { wrap<F>(fn: F, source: string): F };
  __symbol__(name: string): string;
}

/** Others have something of that name too. */
export function zoneOf(page: object): ZoneJs | undefined {
  const { Zone } = page as { Zone?: ZoneJs };
  return typeof Zone?.__symbol__ === 'function' ? Zone : undefined;
}

/** Nothing that is started in here makes the page look for changes. */
export const outsideZones = <T>(fn: () => T): T => {
  const zone = zoneOf(globalThis);
  return zone ? zone.root.run(fn) : fn();
};

/** A function of the page's, to be called later as if from where it was handed over. */
export const inOwnZone = <F>(fn: F): F => zoneOf(globalThis)?.current.wrap(fn, 'antes') ?? fn;
