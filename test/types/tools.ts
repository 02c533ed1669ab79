import { check, CODES } from 'antes/check';
import { createEngine, replay, type Journal } from 'antes/engine';
import { createTeller } from 'antes/replay';
import { createClock, createVisit, watch, type Shown } from 'antes/testing';
import { sayWhy } from 'antes/why';
import { start, type Config } from 'antes';

const config: Config = { version: 1, triggers: [] };
const journal: Journal = start(config).journal();
const { outputs } = replay(config, journal);
export const names: string[] = outputs.flatMap((one) => (one.kind === 'signal' ? [one.name] : []));
createEngine(config, { seed: 'x' }).feed({ type: 'host', at: 0, event: 'x', data: {} });
// @ts-expect-error -- there is no such record
createEngine(config).feed({ type: 'clicked', at: 0 });
// @ts-expect-error -- without its time
createEngine(config).feed({ type: 'host', event: 'x', data: {} });

export const lines: number[] = check('{').map(({ line }) => line);
export const severity: string = CODES.KEY_UNKNOWN;
createTeller(config, { seed: 'x' }).advance(10);
export const said: string | undefined = start(config)
  .why()
  .map((trace) => sayWhy(trace).summary)[0];

const clock = createClock('2026-11-23T10:00:00Z');
export const passed: Promise<void> = clock.pass(100);
export const seen: Promise<string> = watch(start(config, { clock }))
  .untilShown('a')
  .then(({ trigger }) => trigger);
const visit = createVisit(config, { device: 'phone' }).view('/').press('pay', { answered: false, times: 3 });
export const shown: Shown[] = visit.wait('2s').wait(500).expectNotShown('a').shown();
// @ts-expect-error -- there is no such device
createVisit(config, { device: 'watch' });
// @ts-expect-error -- a name is needed
visit.press();
// @ts-expect-error -- forms have names of their own
visit.expectShown('a', { as: 'popup' });
