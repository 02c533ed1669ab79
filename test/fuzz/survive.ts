import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import { contactContent, makeOffer } from '../../src/boot/offers.js';
import { observingOf, phonesOf } from '../../src/boot/observing.js';
import { reportTo } from '../../src/boot/reporting.js';
import { readConfig } from '../../src/config/read.js';
import type { Config } from '../../src/config/types.js';
import { statesOf } from '../../src/contact/channels.js';
import { handoffOf } from '../../src/contact/handoff.js';
import type { JournalRecord } from '../../src/core/records.js';
import type { Trace } from '../../src/decide/decide.js';
import { createEngine, type Output } from '../../src/engine/engine.js';
import { safeHref, parseText } from '../../src/ui/text.js';
import { journal } from '../support/records.js';
import { findPollution } from './mutation.js';

export interface Told {
  readonly code: string;
  readonly path: string;
  readonly message: string;
}

const docs = readFileSync(resolve(import.meta.dirname, '../../docs/problems.md'), 'utf8');
const CODES = new Set([...docs.matchAll(/^### `([A-Z_]+)`/gm)].map(([, code]) => code!));
const PHASES =
  'shown opened acted failed dismissed snoozed solved unsolved rated withdrawn withheld ended'.split(' ');
const FORMS = 'inline hint notice banner panel status badge'.split(' ');
const KINDS = 'signal level offer leave help ended verdict off'.split(' ');
const BASE = 'https://shop.example/checkout';

/** Short journeys through a shop, made once: what is tried is the config. */
export const JOURNALS: readonly (readonly JournalRecord[])[] = fc.sample(journal(0, 10), {
  seed: Number(process.env['ANTES_SEED']),
  numRuns: 150,
});

export function fail(what: string): never {
  throw new Error(what);
}

/** A JSON pointer leads somewhere, or to a name that is missing in something that is there. */
function leadsSomewhere(root: unknown, path: string): boolean {
  if (path === '') return true;
  const keys = path
    .slice(1)
    .split('/')
    .map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~'));
  const last = keys.pop()!;
  let at = root;
  for (const key of keys) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return false;
    at = Object.getOwnPropertyDescriptor(at, key)!.value;
  }
  // A value of the wrong type has no names in it; a missing one is told by its own.
  return path.startsWith('/') && last !== undefined && typeof at === 'object' && at !== null;
}

export interface Played {
  readonly config: Config;
  readonly problems: readonly Told[];
  readonly outputs: readonly Output[];
  why(): readonly Trace[];
}

/** Reads whatever it is, and lets the engine live through a journey with what is left of it. */
export function play(source: unknown, records: readonly JournalRecord[]): Played {
  const problems: Told[] = [];
  const report = (code: string, path: string, message: string) => problems.push({ code, path, message }) > 0;
  const config = readConfig(source, report);
  const outputs: Output[] = [];
  const engine = createEngine(config, { seed: 'v1', session: 's1', report });
  const offers: number[] = [];
  engine.on((output) => {
    outputs.push(output);
    if (output.kind === 'offer') offers.push(output.offer);
  });
  for (const record of records) {
    engine.feed(record);
    for (const offer of offers.splice(0)) {
      engine.feed({ type: 'help', at: record.at, offer, phase: 'shown' });
      if (offer % 2) engine.feed({ type: 'help', at: record.at, offer, phase: 'dismissed' });
    }
  }
  engine.advance((records.at(-1)?.at ?? 0) + 60_000);
  // As boot gives it to everybody else.
  const sound = { ...config, triggers: engine.triggers };
  return { config: sound, problems, outputs, why: () => engine.why() };
}

function checkOutputs(config: Config, outputs: readonly Output[]): void {
  for (const output of outputs) {
    if (!KINDS.includes(output.kind)) fail(`an unknown output: ${output.kind}`);
    if (!Number.isFinite(output.at)) fail(`${output.kind} at ${output.at}`);
    if (output.kind === 'help' && !PHASES.includes(output.phase)) fail(`an unknown phase: ${output.phase}`);
    if ('as' in output && !FORMS.includes(output.as)) fail(`an unknown form: ${output.as}`);
    if (output.kind === 'offer') checkOffer(config, output);
  }
}

const texting = (config: Config, locale: string) => ({
  config,
  facts: (name: string) => (name === 'total' ? 12.5 : name === 'tier' ? '<b>gold</b>' : undefined),
  locale,
  base: BASE,
  failed: undefined,
});

/** What the customer would see is texts and safe links. */
function checkOffer(config: Config, output: Extract<Output, { kind: 'offer' }>): void {
  const source = config.triggers.find((one) => one?.id === output.trigger.replace(/:then$/, ''));
  const made = makeOffer(
    { id: output.offer, trigger: output.trigger, content: output.content, as: output.as, because: '' },
    texting(config, source?.where?.device === 'phone' ? 'es-MX' : 'de'),
  );
  if (!made) fail(`an offer without content '${output.content}'`);
  const { offer } = made;
  for (const text of [offer.title, offer.body, offer.lang, ...offer.actions.map(({ label }) => label)])
    if (typeof text !== 'string') fail(`no text: ${typeof text}`);
  for (const block of parseText(offer.body, BASE))
    for (const part of block.type === 'list' ? block.items.flat() : block.content) {
      if (!['text', 'break', 'bold', 'link'].includes(part.type)) fail(`a part of type ${part.type}`);
      if (part.type === 'link') checkLink(part.href);
    }
  for (const { href, person } of offer.actions)
    for (const link of [href, person?.href]) if (link !== undefined) checkLink(link);
}

export function checkLink(href: string): void {
  const allowed = /^(?:https:|tel:|mailto:|sms:)/.test(href) || href.startsWith('http://shop.example/');
  if (!allowed || !safeHref(href, BASE)) fail(`a link to ${href}`);
}

/** Everything that boot makes of a config besides. */
function checkBoot(config: Config): void {
  const { facts } = texting(config, 'en');
  observingOf(config);
  phonesOf(config);
  reportTo(config, undefined, 'seed');
  statesOf(config, facts, 1e12);
  handoffOf(
    config,
    facts,
    { step: null, journey: null, signals: [], failed: [], help: [] },
    Object.keys(config.reasons ?? {})[0] ?? '',
  );
  const ways = contactContent(config, 'en');
  for (const action of ways.content.actions ?? [])
    if (typeof action.label !== 'string') fail('a way to a person without a label');
  // Reports tell its hash, and npm's copy of it may be looked at.
  if (typeof JSON.stringify(config) !== 'string') fail('no JSON');
}

/** All that is promised of a config that is not as it should be. */
export function surviveConfig(source: unknown, records: readonly JournalRecord[], thorough: boolean): Played {
  const played = play(source, records);
  const { config, problems, outputs } = played;
  for (const { code, path, message } of problems) {
    if (!CODES.has(code)) fail(`an unknown code: ${code}`);
    if (message.trim() === '') fail(`${code} without a message`);
    if (!leadsSomewhere(source, path)) fail(`${code} leads nowhere: ${path}`);
  }
  checkOutputs(config, outputs);
  checkBoot(config);
  const polluted = findPollution();
  if (polluted) fail(polluted);
  if (!thorough) return played;
  for (const { gates } of played.why())
    for (const { gate, pass } of gates)
      if (typeof gate !== 'string' || typeof pass !== 'boolean') fail('a gate without a name');
  const again = play(source, records);
  if (textOf(again) !== textOf(played)) fail('another time, it was read or decided differently');
  checkOthers(source, records, played);
  return played;
}

const textOf = ({ problems, outputs }: Played): string => JSON.stringify([problems, outputs]);

/** What is off might as well not be there: all others decide as they would without it. */
function checkOthers(
  source: unknown,
  records: readonly JournalRecord[],
  { problems, outputs }: Played,
): void {
  const off = new Set(
    problems.flatMap(({ code, path }) => {
      const index = /^\/triggers\/(\d+)/.exec(path)?.[1];
      return ['TRIGGER_INVALID', 'CONFIG_TOO_DEEP'].includes(code) && index !== undefined
        ? [Number(index)]
        : [];
    }),
  );
  if (off.size === 0) return;
  const { triggers, ...rest } = source as { triggers: readonly unknown[] };
  const without = { ...rest, triggers: triggers.filter((_one, index) => !off.has(index)) };
  if (JSON.stringify(play(without, records).outputs) !== JSON.stringify(outputs))
    fail(`the others decide differently without ${[...off].map((index) => `/triggers/${index}`).join(', ')}`);
}
