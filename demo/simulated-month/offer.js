// @ts-check
import { CHANNELS } from './truth.js';

/** @typedef {import('./random.js').Random} Random */
/** @typedef {import('./stream.js').Stream} Stream */

/** Share of tabs that are closed before the end of an offer can be told. */
const CLOSED = 0.06;
/** Share of those helped who say how hard it was. */
const RATES = 0.12;
/** Share of contacts and offers that come within a week of another with the same reason. */
const REPEATS = 0.12;

/** @param {Random} random @param {number} share */
const repeat = (random, share = REPEATS) => (random.chance(share) ? { repeat: random.whole(0, 7) } : {});

/** @param {{ random: Random, stream: Stream, reason?: string, owner?: string }} who */
export function contact({ random, stream, reason, owner }) {
  stream.wait(random.seconds(20));
  stream.tell('contact', {
    channel: random.pick(CHANNELS),
    ...(reason && { reason, owner }),
    handoff: random.chance(0.4),
    ...repeat(random, REPEATS * 1.5),
  });
}

/**
 * Help is due: it is shown, or held back to compare with. What becomes of the customer is decided by the caller, who is
 * told whether it was seen; the end is told by the function that comes back.
 * @param {{ random: Random, stream: Stream, offer: import('./truth.js').Offer, held: boolean }} given
 */
export function offerHelp({ random, stream, offer, held }) {
  const { trigger, reason, owner, as, ends, judged } = offer;
  const number = stream.nextOffer();
  const about = { offer: number, trigger, reason, owner };
  stream.tell('help', {
    ...about,
    phase: held ? 'withheld' : 'shown',
    as,
    ...(held ? { gate: 'holdout' } : {}),
    ...repeat(random),
  });
  const ended = random.pick(ends);
  const active = random.seconds(9);
  if (!held) {
    stream.wait(active);
    if (ended === 'acted' || ended === 'dismissed' || ended === 'withdrawn')
      stream.tell('help', { ...about, phase: ended, as });
  }
  return {
    /** @param {{ goesOn: boolean, contacted: boolean }} how */
    close({ goesOn, contacted }) {
      if (!held && goesOn && judged && ended !== 'dismissed') {
        stream.tell('help', { ...about, phase: 'solved', as });
        if (random.chance(RATES))
          stream.tell('help', { ...about, phase: 'rated', as, effort: random.whole(1, 4) });
      } else if (!held && ended === 'acted' && random.chance(RATES)) {
        stream.tell('help', { ...about, phase: 'rated', as, effort: random.whole(4, 7) });
      }
      if (random.chance(CLOSED)) return;
      stream.tell('outcome', {
        ...about,
        arm: held ? 'control' : 'shown',
        ...(held ? { gate: 'holdout' } : { ended }),
        ...(judged && { solved: goesOn }),
        active: held ? 0 : active,
        contacted,
      });
    },
  };
}
