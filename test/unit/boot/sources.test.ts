import { describe, expect, it } from 'vitest';
import { startLazySources } from '../../../src/boot/sources.js';
import type { Config, Source } from '../../../src/config/types.js';
import { createGuard } from '../../../src/core/guard.js';
import { virtualClock } from '../../support/virtual-clock.js';
import type { Sources, SourcesPort } from '../../../src/sources/port.js';

/** The part of boot that brings the sources, with a module that writes down what becomes of it. */
function boot(sources?: Record<string, Source>, fails = false) {
  const log: string[] = [];
  const report = (code: string, path: string) => log.push(`${code} ${path}`) > 0;
  const config: Config = { version: 1, triggers: [], ...(sources ? { sources } : {}) };
  const load = async () => {
    log.push('load');
    await Promise.resolve();
    if (fails) throw new Error('blocked');
    return {
      startSources: () => ({
        heard: (record: Parameters<Sources['heard']>[0]) =>
          void log.push(`heard ${Object.keys(record.type === 'facts' ? record.facts : {}).join()}`),
        stop: () => void log.push('stop'),
      }),
    };
  };
  const clock = virtualClock();
  const port = { config, report, clock, guard: createGuard(report) } as unknown as SourcesPort;
  return { log, clock, run: startLazySources(load, port) };
}
const facts = (patch: Record<string, number>) => ({ type: 'facts', at: 0, facts: patch }) as const;
const settled = () => new Promise((done) => setTimeout(done));
const some = { s: { kind: 'order', host: true } } as const;

describe('the sources', () => {
  it('are not even fetched where there are none', async () => {
    const { log, run } = boot();
    run.heard(facts({ a: 1 }));
    await settled();
    run.stop();
    expect(log).toEqual([]);
  });

  it('hear of facts from when they are there until the end', async () => {
    const { log, run } = boot(some);
    run.heard(facts({ early: 1 }));
    await settled();
    run.heard(facts({ late: 1 }));
    run.stop();
    expect(log).toEqual(['load', 'heard late', 'stop']);
  });

  it('do not begin after the end', async () => {
    const { log, run } = boot(some);
    run.stop();
    await settled();
    expect(log).toEqual(['load']);
  });

  it('that cannot be loaded are a problem, and nothing else', async () => {
    const { log, clock, run } = boot(some, true);
    await clock.pass(600);
    run.heard(facts({ a: 1 }));
    run.stop();
    expect(log).toEqual(['load', 'PART_FAILED sources']);
  });

  it('that a page gives up because it is left are none', async () => {
    const { log, clock, run } = boot(some, true);
    await clock.pass(100);
    run.stop();
    await clock.pass(600);
    expect(log).toEqual(['load']);
  });
});
