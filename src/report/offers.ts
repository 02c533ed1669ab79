import type { Ending } from '../decide/decision.js';
import type { Body, OutcomeBody } from './events.js';
import { seconds, type Heard } from './heard.js';
import type { Known } from './known.js';

/** Offers that are followed at once. A page that makes more of them is in a loop. */
const MAX_OPEN = 100;

/** An offer whose end has not been told. */
interface Open {
  readonly trigger: string;
  readonly gate?: 'holdout' | 'experiment';
  readonly variant?: string;
  /** Where it was, or would have been, shown. */
  readonly journey: string | null;
  readonly step: string | null;
  readonly stay: number;
  /** Active time when it was shown. */
  readonly since: number;
  ended?: Ending;
  /** On screen. */
  active: number;
  solved?: boolean;
  contacted: boolean;
}

/** Offers by their numbers. Plain data. */
export type Offers = Record<string, Open>;

const isControl = (gate: string | undefined): gate is 'holdout' | 'experiment' =>
  gate === 'holdout' || gate === 'experiment';

/** What becomes of it is told from now on. */
export function begin(
  offers: Offers,
  heard: Heard,
  { offer, trigger, gate, variant }: { offer?: number; trigger: string; gate?: string; variant?: string },
): void {
  if (offer === undefined || Object.hasOwn(offers, offer)) return;
  const { journey, step, stay, active: since } = heard;
  offers[offer] = {
    trigger,
    ...(isControl(gate) && { gate }),
    ...(variant !== undefined && { variant }),
    journey,
    step,
    stay,
    since,
    active: 0,
    contacted: false,
  };
  const numbers = Object.keys(offers);
  if (numbers.length > MAX_OPEN) delete offers[numbers[0]!];
}

/** Something is known of one. */
export function learn(
  offers: Offers,
  heard: Heard,
  offer: number | undefined,
  what: { readonly how: Ending } | { readonly solved: boolean },
): void {
  const one = offer !== undefined && Object.hasOwn(offers, offer) ? offers[offer] : undefined;
  if (!one) return;
  if ('solved' in what) one.solved ||= what.solved;
  else if (one.ended === undefined) {
    one.ended = what.how;
    one.active = heard.active - one.since;
  }
}

export function contacted(offers: Offers): void {
  for (const one of Object.values(offers)) one.contacted = true;
}

/** Nothing more will be known of it. */
function isOver({ gate, trigger, ended, solved, stay }: Open, known: Known, heard: Heard): boolean {
  const judged = solved !== undefined || !known.judged(trigger);
  // What nobody saw has no end of its own: it would have gone with the step.
  if (gate !== undefined) return judged && (solved !== undefined || stay !== heard.stay);
  return judged && ended !== undefined;
}

/** Outcomes that are complete; each is told once. */
export function outcomes(offers: Offers, known: Known, heard: Heard): Body[] {
  const bodies: Body[] = [];
  for (const [offer, one] of Object.entries(offers)) {
    if (!isOver(one, known, heard)) continue;
    delete offers[offer];
    const about = known.about(one.trigger);
    if (!about) continue;
    const { gate, variant, ended, solved, journey, step, active } = one;
    const body: OutcomeBody = {
      type: 'outcome',
      at: heard.at,
      ...known.place(journey, step),
      offer: Number(offer),
      ...about,
      arm: gate === undefined ? 'shown' : 'control',
      ...(gate !== undefined && { gate }),
      ...(variant !== undefined && { variant }),
      ...(ended !== undefined && { ended }),
      ...(solved !== undefined && { solved }),
      active: seconds(active),
      contacted: one.contacted,
    };
    bodies.push(body);
  }
  return bodies;
}
