import type { AssignBy, Config, Limit, Wait } from '../config/types.js';
import { share } from '../core/hash.js';
import { ConfigError } from '../core/matcher.js';
import type { Report } from '../core/problems.js';
import { duration, list, object, oneOf, optionalDuration, part, string } from './expect.js';
import { compileLimits, type CompiledLimit } from './limits.js';
import type { Visiting } from './state.js';

const WAITS: readonly Wait[] = [
  'typing',
  'composing',
  'dialog',
  'paying',
  'media',
  'dragging',
  'reading-error',
];
export const BY: readonly AssignBy[] = ['visitor', 'account', 'session'];

/** What holds where the config says nothing (triggers.md §3). */
export const DEFAULTS = {
  limits: [
    { times: 1, per: 'step' },
    { times: 3, per: 'session' },
    { times: 6, per: '7d' },
  ] as readonly Limit[],
  gapMs: 45_000,
  wait: ['typing', 'composing', 'dialog', 'paying', 'dragging'] as readonly Wait[],
  snooze: ['1d', '7d', '30d'] as readonly string[],
};

/** Rules for all triggers together. */
export interface CompiledPolicy {
  readonly enabled: boolean;
  readonly limits: readonly CompiledLimit[];
  readonly gapMs: number;
  readonly wait: readonly Wait[];
  readonly snoozeMs: readonly number[];
  readonly holdout: { readonly share: number; readonly name: string; readonly by: AssignBy } | undefined;
}

/** Where outcomes are reported: enough to see harm within weeks, and few who do without help (spec.md §6). */
const DEFAULT_HOLDOUT = { share: 0.05, name: 'default', by: 'visitor' } as const;

/** Whether this visitor sees nothing; always the same for the same seed. */
export const isHeld = (
  holdout: NonNullable<CompiledPolicy['holdout']>,
  visiting: Pick<Visiting, 'seed' | 'session'>,
): boolean => share(drawnFrom(holdout.by, visiting), holdout.name) < holdout.share;

/** What shares are drawn from: the same visitor, or the same session, always lands in the same arm. */
export const drawnFrom = (
  by: AssignBy | undefined,
  { seed, session }: Pick<Visiting, 'seed' | 'session'>,
): string => (by === 'session' ? session : seed);

/** Compiles the policy; a part that is not understood is reported, and its default holds. */
export function compilePolicy({ policy = {} }: Config, report: Report, reports = false): CompiledPolicy {
  const sound = <T>(read: () => T, fallback: T): T => {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof ConfigError)) throw error;
      report('CONFIG_INVALID', error.path, `${error.message}; the default is used.`);
      return fallback;
    }
  };
  const usual = reports ? DEFAULT_HOLDOUT : undefined;
  const snooze = (steps: readonly unknown[]) => steps.map((step, i) => duration(step, `/policy/snooze/${i}`));
  const limits = (some: readonly Limit[]) => compileLimits(some, '/policy/limits');
  return {
    enabled: policy.enabled !== false,
    limits: sound(() => limits(policy.limits ?? DEFAULTS.limits), limits(DEFAULTS.limits)),
    gapMs: sound(() => optionalDuration(policy.gap, '/policy/gap') ?? DEFAULTS.gapMs, DEFAULTS.gapMs),
    wait: sound(
      () =>
        list(policy.wait ?? DEFAULTS.wait, '/policy/wait', 0, WAITS.length).map((word, i) =>
          oneOf(word, WAITS, `/policy/wait/${i}`),
        ),
      DEFAULTS.wait,
    ),
    snoozeMs: sound(
      () => snooze(list(policy.snooze ?? DEFAULTS.snooze, '/policy/snooze', 1, 10)),
      snooze(DEFAULTS.snooze),
    ),
    holdout: sound(() => (policy.holdout === undefined ? usual : compileHoldout(policy.holdout)), usual),
  };
}

function compileHoldout(value: unknown): CompiledPolicy['holdout'] {
  const at = '/policy/holdout';
  const { share: size, name, by } = object(value, at) as Readonly<Record<string, unknown>>;
  const holdout = {
    share: part(size, `${at}/share`),
    name: name === undefined ? DEFAULT_HOLDOUT.name : string(name, `${at}/name`),
    by: oneOf(by ?? 'visitor', BY, `${at}/by`),
  };
  // Nobody is held back: with an arm told for each visit, reports would look as if a comparison were under way.
  return holdout.share > 0 ? holdout : undefined;
}
