import { start, version } from 'antes';
import type { Antes, Config, Consent, StartOptions } from 'antes';

const config: Config = { version: 1, triggers: [] };
export const antes: Antes = start(config);
start('/antes.json');
start('#antes-config', {
  facts: { order: { id: 'A1', items: 3 }, vip: true, tags: ['a', 'b'], gone: null },
  locale: 'es',
  consent: 'pending',
  endpoint: '/outcomes',
  storage: null,
  clock: { now: () => 0, wall: () => 0, after: (_ms, _fn) => () => {} },
  root: document.body,
  seed: 'x',
  debug: true,
});
start(config, { storage: localStorage });
const consent: Consent = 'granted';
export const options: StartOptions = { consent };
export const text: string = version;

antes.emit('payment-failure', { code: 'card_declined', attempt: 2, again: false });
antes.emit('order-placed');
antes.facts({ payment: { method: 'card' } });
antes.step('payment');
antes.step(null);
antes.open();
antes.open('declined');
antes.mute();
antes.mute('30m');
antes.mute(null);
antes.consent('denied');
antes.push((one) => one.emit('x'));
antes.stop();
export const gates: readonly { gate: string; pass: boolean; value: string }[] =
  antes.why('declined')[0]?.gates ?? [];
export const until: number = antes.journal().until;
export const steps: readonly string[] = Object.keys(antes.config.journeys ?? {});

// @ts-expect-error -- a configuration is needed
start();
// @ts-expect-error -- of another version of the language
start({ version: 2, triggers: [] });
// @ts-expect-error -- without triggers it is none
start({ version: 1 });
// @ts-expect-error -- a slip of the pen
start(config, { consnet: 'granted' });
// @ts-expect-error -- there are three states
start(config, { consent: 'yes' });
// @ts-expect-error -- an element, not a selector
start(config, { root: '#app' });
// @ts-expect-error -- no functions among the facts
start(config, { facts: { total: () => 1 } });
// @ts-expect-error -- a clock has all three
start(config, { clock: { now: () => 0 } });
// @ts-expect-error -- undefined is not the same as nothing said
start(config, { locale: undefined });
// @ts-expect-error -- data of events is flat
antes.emit('x', { order: { id: 'A1' } });
// @ts-expect-error -- there is no such state
antes.consent('maybe');
// @ts-expect-error -- a name, or null
antes.step(3);
// @ts-expect-error -- read only
antes.version = '2';
// @ts-expect-error -- there is no such member
antes.destroy();
