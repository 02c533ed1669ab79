import { below } from '../core/pointer.js';
import type { As, Config, Priority, Trigger } from '../config/types.js';
import { share } from '../core/hash.js';
import { compileFilter, ConfigError, type Filter } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import { compileCondition } from './conditions.js';
import {
  any,
  day,
  fields,
  identifier,
  list,
  object,
  oneOf,
  optionalDuration,
  part,
  string,
  word,
} from './expect.js';
import { BY, drawnFrom } from './policy.js';
import { compileLimits, type CompiledLimit } from './limits.js';
import type { Rule } from './rule.js';
import type { Visiting } from './state.js';
import { compileSchedule, type InSchedule } from './schedule.js';
import { followUp } from './follow-up.js';

export const PRIORITIES: readonly Priority[] = ['incident', 'blocker', 'help', 'tip'];
const FORMS: readonly As[] = ['inline', 'hint', 'notice', 'banner', 'panel', 'status', 'badge'];
const ANCHORED: readonly As[] = ['inline', 'hint'];
const STATUSES = ['draft', 'test', 'live', 'off'] as const;
const KEYS = {
  id: any,
  note: string,
  status: any,
  reviewBy: day,
  reason: string,
  priority: any,
  where: any,
  when: any,
  unless: any,
  timing: any,
  show: any,
  limits: any,
  schedule: any,
  solved: any,
  experiment: any,
};
export const DEFAULT_GIVE_UP_MS = 20_000;
export const DEFAULT_SOLVED_MS: number = 30 * 60_000;
const MAX_TRIGGERS = 1_000;

/** A trigger as the engine uses it. Immutable. */
export interface CompiledTrigger {
  readonly source: Trigger;
  readonly id: string;
  /** Place in the file: the last word in a contest. */
  readonly index: number;
  /** 0 incident … 3 tip. */
  readonly rank: number;
  readonly status: (typeof STATUSES)[number];
  readonly steps: readonly string[] | undefined;
  readonly journeys: readonly string[] | undefined;
  readonly audience: ((...about: Parameters<Filter>) => boolean) | undefined;
  readonly when: Rule;
  readonly unless: Rule | undefined;
  readonly at: 'pause' | 'boundary' | 'now';
  readonly delayMs: number;
  readonly giveUpMs: number;
  readonly limits: readonly CompiledLimit[];
  readonly inSchedule: InSchedule;
  readonly solved: { readonly rule: Rule; readonly withinMs: number } | undefined;
  /** Comes after a problem was solved: once armed, it does not end with the step. */
  readonly follows: boolean;
}

/** Compiles what can be compiled; a trigger with a part that is not understood is left out, and reported. */
export function compileTriggers(config: Config, report: Report): readonly CompiledTrigger[] {
  const all: CompiledTrigger[] = [];
  const ids = new Set<string>();
  config.triggers.slice(0, MAX_TRIGGERS).forEach((trigger: Trigger | undefined, index) => {
    // A hole: left out, and told about, when the config was read.
    if (trigger === undefined) return;
    const path = `/triggers/${index}`;
    try {
      const compiled = [compileTrigger(trigger, index, path, config)];
      const then = trigger.solved?.then;
      if (then !== undefined)
        compiled.push({ ...compileTrigger(followUp(trigger, then), index, path, config), follows: true });
      for (const { id } of compiled) {
        if (ids.has(id)) throw new ConfigError(`${path}/id`, `there is another trigger '${id}'`);
        ids.add(id);
      }
      all.push(...compiled);
    } catch (error) {
      const [at, why] =
        error instanceof ConfigError
          ? [error.path, error.message]
          : [path, 'a part of it is not of the kind expected'];
      report('TRIGGER_INVALID', at, `This trigger is off, all others run: ${why}.`);
    }
  });
  if (config.triggers.length > MAX_TRIGGERS)
    report(
      'CONFIG_INVALID',
      `/triggers/${MAX_TRIGGERS}`,
      `Only the first ${MAX_TRIGGERS} triggers are used.`,
    );
  return all;
}

function compileTrigger(trigger: Trigger, index: number, path: string, config: Config): CompiledTrigger {
  fields(trigger, path, KEYS);
  const id = identifier(trigger.id, `${path}/id`);
  if (id in Object.prototype)
    throw new ConfigError(`${path}/id`, `'${id}' has a meaning of its own in JavaScript; choose another`);
  const { where = {}, timing = {}, priority = 'help', status = 'live' } = trigger;
  fields(where, `${path}/where`, {
    journey: any,
    step: any,
    url: string,
    notUrl: string,
    device: word('phone', 'tablet', 'desktop'),
    audience: any,
  });
  fields(timing, `${path}/timing`, { at: word('pause', 'boundary', 'now'), delay: any, giveUpAfter: any });
  checkShow(trigger, path, config);
  checkNames(trigger, path, config);
  return {
    source: trigger,
    id,
    index,
    rank: PRIORITIES.indexOf(oneOf(priority, PRIORITIES, `${path}/priority`)),
    status: oneOf(status, STATUSES, `${path}/status`),
    steps: many(where.step, `${path}/where/step`),
    journeys: many(where.journey, `${path}/where/journey`),
    audience: audience(many(where.audience, `${path}/where/audience`), `${path}/where/audience`, config),
    when: known(compileCondition(trigger.when, `${path}/when`, `${id}/when`), config),
    unless:
      trigger.unless === undefined
        ? undefined
        : known(compileCondition(trigger.unless, `${path}/unless`, `${id}/unless`), config),
    at: timing.at ?? 'pause',
    delayMs: optionalDuration(timing.delay, `${path}/timing/delay`) ?? 0,
    giveUpMs: optionalDuration(timing.giveUpAfter, `${path}/timing/giveUpAfter`) ?? DEFAULT_GIVE_UP_MS,
    limits: compileLimits(trigger.limits, `${path}/limits`),
    inSchedule: compileSchedule(trigger.schedule, `${path}/schedule`),
    solved: solved(trigger, id, path, config),
    follows: false,
  };
}

function checkShow({ show }: Trigger, path: string, config: Config): void {
  const at = `${path}/show`;
  fields(show, at, {
    content: any,
    as: any,
    anchor: string,
    side: word('auto', 'top', 'bottom', 'start', 'end'),
    orElse: word('notice', 'badge', 'nothing'),
  });
  oneOf(show.as, FORMS, `${at}/as`);
  anchored(show.as, show, at);
  content(show.content, `${at}/content`, config);
}

function anchored(as: As, { anchor }: Trigger['show'], path: string): void {
  if (ANCHORED.includes(as) && anchor === undefined) throw new ConfigError(path, `'${as}' needs an "anchor"`);
}

function content(value: unknown, path: string, config: Config): void {
  const id = string(value, path);
  if (!Object.hasOwn(config.content ?? {}, id)) throw new ConfigError(path, `there is no content '${id}'`);
}

/** Names must be declared: a misspelt one would only ever be silent. */
function checkNames({ reason, where, show, experiment }: Trigger, path: string, config: Config): void {
  const journeys = config.journeys ?? {};
  if (reason !== undefined && !Object.hasOwn(config.reasons ?? {}, reason))
    throw new ConfigError(`${path}/reason`, `there is no reason '${reason}'`);
  for (const one of many(where?.journey, `${path}/where/journey`) ?? []) {
    if (!Object.hasOwn(journeys, one))
      throw new ConfigError(`${path}/where/journey`, `there is no journey '${one}'`);
  }
  const steps = Object.entries(journeys).flatMap(([journey, value]) =>
    value.steps.flatMap(({ id }) => [id, `${journey}/${id}`]),
  );
  for (const one of many(where?.step, `${path}/where/step`) ?? []) {
    // Without declared journeys, steps are named by the page alone.
    if (steps.length > 0 && !steps.includes(one))
      throw new ConfigError(`${path}/where/step`, `there is no step '${one}'`);
  }
  if (experiment === undefined) return;
  fields(experiment, `${path}/experiment`, { name: any, by: word(...BY), variants: any });
  identifier(experiment.name, `${path}/experiment/name`);
  for (const [key, variant] of Object.entries(
    object(experiment.variants, `${path}/experiment/variants`) as typeof experiment.variants,
  )) {
    const at = below(`${path}/experiment/variants`, key);
    fields(variant, at, {
      share: any,
      content: (id, its) => content(id, its, config),
      as: (as, its) => anchored(oneOf(as, FORMS, its), show, its),
      nothing: yes,
    });
    part(variant.share, `${at}/share`);
  }
}

function yes(value: unknown, path: string): void {
  if (value !== true) throw new ConfigError(path, 'expected true');
}

/** Facts by a source come with their kind; all others are declared by the team. */
const isOfSource = (fact: string, { sources = {} }: Config): boolean =>
  Object.values(sources).some(({ kind }) => fact.startsWith(`${kind}.`));

function known(rule: Rule, config: Config): Rule {
  for (const [fact, at] of rule.facts) {
    if (!Object.hasOwn(config.facts ?? {}, fact) && !isOfSource(fact, config))
      throw new ConfigError(at, `there is no fact '${fact}'`);
  }
  return rule;
}

function many(value: string | readonly string[] | undefined, path: string): readonly string[] | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string'
    ? [value]
    : list(value, path, 1, 100).map((one, i) => string(one, `${path}/${i}`));
}

function audience(
  names: readonly string[] | undefined,
  path: string,
  config: Config,
): CompiledTrigger['audience'] {
  if (names === undefined) return undefined;
  const filters = names.map((name) => {
    if (!Object.hasOwn(config.audiences ?? {}, name))
      throw new ConfigError(path, `there is no audience '${name}'`);
    return compileFilter(config.audiences![name], below('/audiences', name));
  });
  return (...about) => filters.some((filter) => filter(...about) === true);
}

function solved(
  { solved: value }: Trigger,
  id: string,
  path: string,
  config: Config,
): CompiledTrigger['solved'] {
  if (value === undefined) return undefined;
  fields(value, `${path}/solved`, {
    by: any,
    within: any,
    // oxlint-disable-next-line unicorn/no-thenable -- nobody awaits a list of readers
    then: (name, at) => content(name, at, config),
  });
  const { by } = value;
  fields(by, `${path}/solved/by`, { event: any, where: any });
  const rule = compileCondition(by, `${path}/solved/by`, `${id}/solved`);
  return { rule, withinMs: optionalDuration(value.within, `${path}/solved/within`) ?? DEFAULT_SOLVED_MS };
}

/** The arm of a trigger's experiment this visitor is in; always the same for the same seed. */
export function variantOf(
  { experiment }: Trigger,
  visiting: Pick<Visiting, 'seed' | 'session'>,
): { name: string; content?: string; as?: As; nothing?: true } | undefined {
  if (experiment === undefined) return undefined;
  let left = share(drawnFrom(experiment.by, visiting), experiment.name);
  for (const [name, variant] of Object.entries(experiment.variants)) {
    left -= variant.share;
    if (left < 0) return { name, ...variant };
  }
  return undefined;
}
