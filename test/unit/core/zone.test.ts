import { expect, it } from 'vitest';
import { inOwnZone, outsideZones, zoneOf } from '../../../src/core/zone.js';

function withZone<T>(zone: unknown, run: () => T): T {
  Object.assign(globalThis, { Zone: zone });
  try {
    return run();
  } finally {
    Reflect.deleteProperty(globalThis, 'Zone');
  }
}

it('runs as it is where there is no zone, or something else of that name', () => {
  const fn = () => 7;
  for (const zone of [undefined, 'Zone', { root: {} }, { __symbol__: 'x' }])
    withZone(zone, () => {
      expect(zoneOf(globalThis)).toBe(undefined);
      expect(outsideZones(fn)).toBe(7);
      expect(inOwnZone(fn)).toBe(fn);
    });
});

it('runs outside the zone of an Angular page, and calls its functions inside', () => {
  const told: string[] = [];
  const zone = {
    __symbol__: String,
    root: { run: <T>(fn: () => T) => (told.push('root'), fn()) },
    current: { wrap: <F>(fn: F, source: string) => (told.push(`wrapped for ${source}`), fn) },
  };
  withZone(zone, () => {
    expect(outsideZones(() => 7)).toBe(7);
    inOwnZone(() => 7);
  });
  expect(told).toEqual(['root', 'wrapped for antes']);
});
