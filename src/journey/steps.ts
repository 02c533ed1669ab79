import { below } from '../core/pointer.js';
import type { Config } from '../config/types.js';
import { parseDuration } from '../core/duration.js';
import type { Happening, Place } from '../core/happenings.js';
import { compileFilter, ConfigError, type Verdict, type Lookup } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import type { Data, JournalRecord, ViewRecord } from '../core/records.js';
import { matchesPath } from './path-pattern.js';

export const DEFAULT_IDLE_OUT_MS: number = 30 * 60_000;

interface StepRule {
  readonly step: string;
  readonly journey: string;
  readonly url: string | undefined;
}

/** What the config says of a step. */
export interface StepFacts {
  /** Its place in its journey; -1 outside of journeys. */
  readonly rank: number;
  /** Usual active time on it in milliseconds. */
  readonly expectedMs?: number;
}
const NO_STEP: StepFacts = { rank: -1 };

/** Where the customer is. Plain data. */
export interface Whereabouts {
  place: Place;
  /** Steps that the page shows, by selector or attribute. */
  shown: readonly string[];
  /** The step that the page itself has named. */
  named: string | null;
  /** Journey under way → when something last happened in it. */
  readonly open: Record<string, number>;
}

/** The journey that is under way: the one last moved in, if there are several. */
export const underWay = ({ open, place }: Whereabouts): string | null =>
  place.journey !== null && open[place.journey] !== undefined
    ? place.journey
    : (Object.keys(open).sort((a, b) => open[b]! - open[a]!)[0] ?? null);

type Tell = (name: string, data: Data) => void;

export interface Journeys {
  start(): Whereabouts;
  factsOf(place: Place): StepFacts;
  /** Follows the customer; tells what happened on the way. */
  feed(record: JournalRecord, here: Whereabouts, tell: Tell): void;
  /** Ends a journey whose `done` event this is. */
  happened(happening: Happening, here: Whereabouts, tell: Tell, wall?: number): void;
}

export function createJourneys(config: Config, report: Report): Journeys {
  const rules: StepRule[] = [];
  const facts = new Map<string, StepFacts>();
  const idleOut: Record<string, number> = {};
  const done: { journey: string; event: string; where: (lookup: Lookup, wall: number) => Verdict }[] = [];
  for (const [journey, { steps, done: end, idleOut: idle }] of Object.entries(config.journeys ?? {})) {
    steps.forEach((step, rank) => {
      rules.push({ step: step.id, journey, url: step.url });
      const expectedMs = parseDuration(step.expected);
      facts.set(`${journey}/${step.id}`, { rank, ...(expectedMs && { expectedMs }) });
    });
    idleOut[journey] = parseDuration(idle) ?? DEFAULT_IDLE_OUT_MS;
    try {
      if (end)
        done.push({
          journey,
          event: end.event,
          where: end.where
            ? compileFilter(end.where, `${below('/journeys', journey)}/done/where`)
            : () => true,
        });
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      report(
        'CONFIG_INVALID',
        error.path,
        `Journey '${journey}' is followed, but never counts as done: ${error.message}.`,
      );
    }
  }
  const factsOf = ({ journey, step }: Pick<Place, 'step' | 'journey'>): StepFacts =>
    facts.get(`${journey}/${step}`) ?? NO_STEP;

  /** `payment` (of the journey under way, if it has one) or `checkout/payment`; what no journey declares stands alone. */
  function named(id: string, current: string | null): Pick<Place, 'step' | 'journey'> {
    const fitting = rules.filter((r) => r.step === id || `${r.journey}/${r.step}` === id);
    const rule = fitting.find((r) => r.journey === current) ?? fitting[0];
    return rule ? { step: rule.step, journey: rule.journey } : { step: id, journey: null };
  }
  function locate(here: Whereabouts, path: string): Pick<Place, 'step' | 'journey'> {
    const id = here.named ?? here.shown[0];
    if (id !== undefined) return named(id, here.place.journey);
    const rule = rules.find(({ url }) => url !== undefined && matchesPath(url, path));
    return rule ? { step: rule.step, journey: rule.journey } : { step: null, journey: null };
  }

  function move(here: Whereabouts, path: string, loaded: boolean, at: number, tell: Tell): void {
    const from = here.place;
    const to = locate(here, path);
    const samePlace =
      to.step === from.step && to.journey === from.journey && (to.step !== null || path === from.path);
    if (samePlace && !loaded) {
      here.place = { ...from, path };
      return;
    }
    const { step, journey } = to;
    const stay = samePlace ? from.stay : from.stay + 1;
    const place: Place = { step, journey, path, visit: from.visit + 1, stay };
    if (!samePlace && from.step !== null) {
      // Onward in the same journey: the step got done. Back, or elsewhere: it was only left.
      if (from.journey === to.journey && factsOf(to).rank > factsOf(from).rank)
        tell('step-completed', { step: from.step });
      tell('step-left', { step: from.step });
    }
    here.place = place;
    if (!samePlace && place.journey !== null) here.open[place.journey] ??= at;
    if (!samePlace && place.step !== null) tell('step-entered', { step: place.step });
  }

  function view(record: ViewRecord, here: Whereabouts, tell: Tell): void {
    const loaded = record.how === 'load' || record.how === 'restore';
    // After a restore from the back-forward cache the page's own scripts do not run again.
    if (record.how === 'load') here.named = null;
    here.shown = record.steps;
    move(here, record.path, loaded, record.at, tell);
    if (record.how !== 'dom') tell('page-viewed', { path: record.path, how: record.how });
  }

  return {
    factsOf,
    start: () => ({
      place: { step: null, journey: null, path: '', visit: 0, stay: 0 },
      shown: [],
      named: null,
      open: {},
    }),
    feed(record, here, tell) {
      for (const journey of Object.keys(here.open)) {
        if (record.at - here.open[journey]! <= (idleOut[journey] ?? DEFAULT_IDLE_OUT_MS)) continue;
        delete here.open[journey];
        tell('journey-left', { journey });
      }
      if (record.type === 'view') view(record, here, tell);
      else if (record.type === 'step') {
        here.named = record.step;
        move(here, here.place.path, false, record.at, tell);
      }
      const { journey } = here.place;
      if (journey !== null && here.open[journey] !== undefined) here.open[journey] = record.at;
    },
    happened({ name, data }, here, tell, wall = 0) {
      for (const { journey, event, where } of done) {
        if (event !== name || here.open[journey] === undefined) continue;
        if (where((key) => (Object.hasOwn(data, key) ? data[key] : undefined), wall) !== true) continue;
        delete here.open[journey];
        if (here.place.journey === journey && here.place.step !== null)
          tell('step-completed', { step: here.place.step });
        tell('journey-completed', { journey });
      }
    },
  };
}
