// @ts-check
import { contact, offerHelp } from './offer.js';
import { createStream } from './stream.js';
import { FLOW, INCIDENT, ORDER_SEEKERS, PACE, STEPS, TROUBLES } from './truth.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./stream.js').Stream} Stream */

const DEVICES = { phone: 0.58, desktop: 0.35, tablet: 0.07 };
const LANGUAGES = { es: 0.55, en: 0.25, pt: 0.2 };
const BUYERS = 0.6;
const SECOND_TABS = 0.03;
const RATE_OF_BACKS = 0.08;

/**
 * One visit from its first page to its last.
 * @param {{ random: Random, at: number, holdout: number, incident: boolean }} day
 * @returns {import('./stream.js').WireEvent[]}
 */
export function visit({ random, at, holdout, incident }) {
  const id = random.id();
  const held = random.chance(holdout);
  const about = {
    version: '0.1.0',
    config: '5f0c2a91',
    device: random.pick(DEVICES),
    lang: random.pick(LANGUAGES),
    ...(holdout > 0 && { holdout: { name: 'default', arm: held ? 'held' : 'help' } }),
  };
  const stream = createStream({ random, visit: id, at });
  stream.tell('visit', about);
  const given = { random, stream, held };
  if (random.chance(ORDER_SEEKERS.share)) lookForOrder(given);
  else if (random.chance(BUYERS)) buy({ ...given, incident });
  else stream.wait(random.seconds(40));
  if (!random.chance(SECOND_TABS)) return stream.events;
  const second = createStream({ random, visit: id, at: at + 30_000 });
  second.tell('visit', about);
  return [...stream.events, ...second.events];
}

/** @param {{ random: Random, stream: Stream, held: boolean }} who */
function lookForOrder({ random, stream, held }) {
  const { signals, offer, contacts } = ORDER_SEEKERS;
  stream.wait(random.seconds(15));
  for (const name of signals) {
    stream.wait(random.seconds(6));
    stream.tell('signal', { name, count: random.whole(1, 3) });
  }
  const { close } = offerHelp({ random, stream, offer, held });
  const contacted = random.chance(held ? contacts : offer.contacts);
  if (contacted) contact({ random, stream, reason: offer.reason, owner: offer.owner });
  close({ goesOn: !contacted, contacted });
}

/** @param {{ random: Random, stream: Stream, held: boolean, incident: boolean }} who */
function buy({ random, stream, held, incident }) {
  const sum = { active: 0, retries: 0, backs: 0, contacts: 0 };
  const ranks = ['calm', 'strained', 'struggling', 'stuck'];
  let peak = 0;
  stream.goTo({ journey: 'checkout' });
  stream.tell('journey', { phase: 'started' });
  let done = true;
  for (const step of STEPS) {
    stream.goTo({ journey: 'checkout', step });
    stream.tell('step', { phase: 'entered' });
    if (incident && step === 'payment')
      stream.tell('help', { offer: stream.nextOffer(), ...INCIDENT, phase: 'shown', as: 'banner' });
    const active = random.seconds(PACE[step]);
    const backs = random.chance(RATE_OF_BACKS) ? 1 : 0;
    stream.wait(active);
    const found = trouble({ random, stream, held, step });
    peak = Math.max(peak, ranks.indexOf(found.peak));
    const told = { active: active + found.active, retries: found.retries, backs };
    sum.active += told.active;
    sum.retries += told.retries;
    sum.backs += backs;
    sum.contacts += found.contacted ? 1 : 0;
    stream.tell('step', { phase: found.goesOn ? 'completed' : 'left', ...told });
    if (found.goesOn) continue;
    done = false;
    break;
  }
  stream.tell('journey', { phase: done ? 'completed' : 'abandoned', ...sum, peak: ranks[peak] });
}

/** What goes wrong on a step, if anything, and how it ends. @param {{ random: Random, stream: Stream, held: boolean, step: typeof STEPS[number] }} where */
function trouble({ random, stream, held, step }) {
  const { random: draw, of } = { random: random.next(), of: TROUBLES.filter((one) => one.step === step) };
  let rest = draw;
  const found = of.find(({ share }) => (rest -= share) < 0);
  if (!found)
    return { goesOn: random.chance(FLOW[step]), peak: 'calm', active: 0, retries: 0, contacted: false };
  const before = stream.now();
  stream.reach('strained');
  for (const name of found.signals) {
    stream.wait(random.seconds(12));
    stream.tell('signal', { name, count: random.whole(1, 4) });
  }
  if (found.peak !== 'strained') stream.reach('struggling');
  if (found.peak === 'stuck') stream.reach('stuck');
  const { offer } = found;
  const help = offer && offerHelp({ random, stream, offer, held });
  const seen = offer !== undefined && !held;
  const goesOn = random.chance(found.goesOn + (seen ? offer.effect : 0));
  const contacted = random.chance(seen ? offer.contacts : found.contacts);
  if (contacted) contact({ random, stream, ...(offer && { reason: offer.reason, owner: offer.owner }) });
  stream.wait(random.seconds(15));
  help?.close({ goesOn, contacted });
  if (goesOn) stream.reach('calm');
  return {
    goesOn,
    peak: found.peak,
    active: Math.round((stream.now() - before) / 1000),
    retries: random.whole(1, 3),
    contacted,
  };
}
