import { below } from '../core/pointer.js';
import type { Named, Policy } from '../config/types.js';
import { parseDuration } from '../core/duration.js';
import { fits } from '../core/fits.js';
import type { Place, Signal } from '../core/happenings.js';
import type { JournalRecord } from '../core/records.js';
import { createGuard, MAX_ERRORS_PER_PART } from '../core/guard.js';
import type { Report } from '../core/problems.js';
import type { Detector, Found, Pace, Settings, StepFacts, Tools } from './detector.js';
import {
  addPress,
  applyEffect,
  applyRequest,
  applyView,
  takeBack,
  voidOpen,
  type Press,
  type Presses,
} from './presses.js';
import * as registry from './registry.js';

/** Derived from the registry, like the schema's enum and the table in the docs. */
export type SignalName = (typeof registry)[keyof typeof registry]['name'];

/** What detection needs from the engine while it looks at one record or deadline. */
export interface DetectHost {
  readonly at: number;
  readonly wall: number;
  readonly place: Place;
  readonly step: StepFacts;
  readonly journey: string | null;
  readonly active: number;
  readonly pace: Pace;
  /** Times that a signal keeps over sessions. */
  kept(who: string): number[];
  wake(at: number, who: string, tag: string): void;
  wakeActive(active: number, who: string, tag: string): void;
  /** `place` is where it began. */
  raise(signal: Signal, place: Place): void;
}

/** Plain data. */
export interface DetectState {
  readonly presses: Presses;
  readonly parts: Record<string, unknown>;
  /** How many signals of each name there were since the step was entered. */
  here: Record<string, number>;
}

export const startDetection = (): DetectState => ({ presses: [], parts: {}, here: {} });

export interface Detection {
  /** Whether a signal of this name is detected. */
  has(name: string): boolean;
  feed(record: JournalRecord): void;
  /** The customer is somewhere else than `from` now. */
  moved(from: Place): void;
  /** The deadline of the detector `who` has come. */
  due(who: string, tag: string): void;
}

export interface DetectDeps {
  readonly state: DetectState;
  readonly host: DetectHost;
  readonly policy?: Policy['signals'];
  readonly report?: Report;
}

type AnyDetector = Detector<SignalName, unknown, Settings>;
const detectors = Object.values(registry) as unknown as readonly AnyDetector[];
type Handler = (record: JournalRecord, state: unknown, tools: Tools) => void;
const NONE: readonly never[] = [];
interface Part {
  readonly detector: AnyDetector;
  readonly state: unknown;
  readonly tools: Tools;
  /** So often it has thrown. */
  failed: number;
}

/** All detectors with the settings of this config, and a table of who looks at which record. */
export function createDetection({ state, host, policy = {}, report = () => false }: DetectDeps): Detection {
  const parts: Part[] = [];
  const guard = createGuard(report);
  /** Each on its own: one that fails leaves the others alone, and is left out in the end. */
  function call<T>(
    part: Part,
    handle: ((what: T, state: unknown, tools: Tools) => void) | undefined,
    what: T,
  ): void {
    if (part.failed >= MAX_ERRORS_PER_PART) return;
    try {
      handle?.(what, part.state, part.tools);
    } catch (error) {
      part.failed++;
      guard.run(`detect/${part.detector.name}`, () => {
        throw error;
      });
    }
  }
  const looking = new Map<JournalRecord['type'], { part: Part; handle: Handler }[]>();
  for (const name of Object.keys(policy)) {
    if (!detectors.some((d) => d.name === name))
      report(
        'UNKNOWN_NAME',
        below('/policy/signals', name),
        `There is no signal '${name}'; the setting is ignored.`,
      );
  }
  for (const detector of detectors) {
    const changes = Object.hasOwn(policy, detector.name) ? policy[detector.name]! : {};
    if (changes['off'] === true) continue;
    const [before, start] = [state.parts[detector.name], detector.start()];
    const part: Part = {
      failed: 0,
      detector,
      state: (state.parts[detector.name] = fits(before, start, 0) ? before : start),
      tools: createTools(detector.name, settings(detector, changes, report), state, host, () => {
        for (const other of listening)
          if (other !== part) call(other, other.detector.signalled, detector.name);
      }),
    };
    parts.push(part);
    for (const [type, handle] of Object.entries(detector.on ?? {})) {
      const list = looking.get(type as JournalRecord['type']) ?? [];
      list.push({ part, handle: handle as Handler });
      looking.set(type as JournalRecord['type'], list);
    }
  }
  const byName = new Map<string, Part>(parts.map((part) => [part.detector.name, part]));
  const answerable = parts.filter(({ detector }) => detector.answered);
  const listening = parts.filter(({ detector }) => detector.signalled);
  const reopenable = parts.filter(({ detector }) => detector.reopened);
  const movable = parts.filter(({ detector }) => detector.moved);

  return {
    has: (name) => byName.has(name),
    feed(record) {
      const answered = note(record, state.presses, host.place);
      for (const { part, handle } of looking.get(record.type) ?? NONE) call(part, handle, record);
      const undone = record.type === 'effect' && record.undone;
      for (const press of answered)
        for (const part of undone ? reopenable : answerable)
          call(part, part.detector[undone ? 'reopened' : 'answered'], press);
    },
    moved(from) {
      state.here = {};
      for (const part of movable) call(part, part.detector.moved, from);
    },
    due(who, tag) {
      const part = byName.get(who);
      if (part) call(part, part.detector.due, tag);
    },
  };
}

/** Made once for each detector: a record must not cost objects. */
function createTools(
  name: string,
  set: Settings,
  state: DetectState,
  host: DetectHost,
  signalled: () => void,
): Tools {
  return {
    set,
    presses: state.presses,
    get at() {
      return host.at;
    },
    get wall() {
      return host.wall;
    },
    get place() {
      return host.place;
    },
    get step() {
      return host.step;
    },
    get journey() {
      return host.journey;
    },
    get active() {
      return host.active;
    },
    get pace() {
      return host.pace;
    },
    get others() {
      return Object.entries(state.here).reduce((sum, [other, n]) => sum + (other === name ? 0 : n), 0);
    },
    get kept() {
      return host.kept(name);
    },
    wake: (at, tag) => host.wake(at, name, tag),
    wakeActive: (active, tag) => host.wakeActive(active, name, tag),
    raise(found) {
      const place = found.place ?? host.place;
      const here = place.stay === host.place.stay;
      if (here) state.here[name] = (state.here[name] ?? 0) + 1;
      host.raise(toSignal(name, set, found, host), place);
      if (here) signalled();
    },
  };
}

/** Keeps the ledger of presses; returns those that the record answers, or opens again. */
function note(record: JournalRecord, presses: Presses, place: Place): readonly Press[] {
  switch (record.type) {
    case 'press':
      addPress(presses, record, place);
      return NONE;
    case 'effect':
      return record.undone ? takeBack(presses, record) : applyEffect(presses, record);
    case 'request':
      return applyRequest(presses, record);
    case 'page':
      if (!record.visible) voidOpen(presses, record.at);
      return NONE;
    case 'view':
      return applyView(presses, record);
    default:
      return NONE;
  }
}

function toSignal(name: string, set: Settings, found: Found, { at, place }: DetectHost): Signal {
  const from = found.place ?? place;
  return {
    name,
    at,
    step: from.step,
    journey: from.journey,
    target: found.target,
    count: found.count,
    weight: found.weight ?? set.weight,
    because: found.because,
    evidence: found.evidence,
  };
}

/** Defaults, with the config's changes: `min: 4`, or a length of time by its name without the unit, `within: "3s"`. */
function settings(
  { name, defaults, most }: AnyDetector,
  changes: Named<number | boolean | string>,
  report: Report,
): Settings {
  const set: Record<string, number> & { weight: number } = { ...defaults };
  for (const [key, value] of Object.entries(changes)) {
    if (key === 'off') continue;
    const ms = parseDuration(value);
    if (ms !== undefined && Object.hasOwn(defaults, `${key}Ms`)) set[`${key}Ms`] = ms;
    else if (typeof value === 'boolean' && Object.hasOwn(defaults, key)) set[key] = Number(value);
    else if (
      typeof value === 'number' &&
      value >= 0 &&
      value <= (most?.[key] ?? Infinity) &&
      Object.hasOwn(defaults, key)
    )
      set[key] = value;
    else
      report(
        'CONFIG_INVALID',
        below(`/policy/signals/${name}`, key),
        `'${name}' has no setting '${key}' like this; its default is used.`,
      );
  }
  return set;
}
