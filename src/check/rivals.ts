import type { Condition, Filter, Limit, Matcher, Trigger } from '../config/types.js';
import type { Found } from './finding.js';
import { many, triggersOf } from './reach.js';
import type { Subject } from './subject.js';
import { list, plain } from './uses.js';

/** What may arm a trigger: events with what their data must be. */
interface Arming {
  readonly event: string;
  readonly where: Filter;
}

function armings(condition: Condition): readonly Arming[] {
  if ('event' in condition) return [{ event: condition.event, where: condition.where ?? {} }];
  if ('all' in condition) return condition.all.flatMap((one) => armings(one));
  if ('any' in condition) return condition.any.flatMap((one) => armings(one));
  if ('sequence' in condition) {
    const { event, where = {} } = condition.sequence.at(-1)!;
    return [{ event, where }];
  }
  return [];
}

/** The values that a matcher lets pass, where they can be listed. */
const passing = (matcher: Matcher): readonly unknown[] | undefined => {
  if (Array.isArray(matcher)) return matcher;
  if (typeof matcher !== 'object') return [matcher];
  const { is, in: some } = matcher as Exclude<Matcher, readonly unknown[] | string | number | boolean>;
  return is === undefined ? some : [is];
};

/** Whether one happening can fit both. */
const together = (a: Arming, b: Arming): boolean =>
  a.event === b.event &&
  Object.entries(a.where).every(([name, matcher]) => {
    const other = Object.hasOwn(b.where, name) ? b.where[name] : undefined;
    const [mine, theirs] = [passing(matcher), other === undefined ? undefined : passing(other)];
    return !mine || !theirs || mine.some((one) => theirs.includes(one));
  });

const meet = (
  a: string | readonly string[] | undefined,
  b: string | readonly string[] | undefined,
): boolean => a === undefined || b === undefined || many(a).some((one) => many(b).includes(one));
const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

function samePlace({ where: a = {} }: Trigger, { where: b = {} }: Trigger): boolean {
  return (
    (a.step === undefined) === (b.step === undefined) &&
    meet(a.journey, b.journey) &&
    meet(a.step, b.step) &&
    alike([a.url, a.notUrl, a.device, a.audience], [b.url, b.notUrl, b.device, b.audience])
  );
}

const isLive = ({ status = 'live', schedule }: Trigger) => status === 'live' && schedule === undefined;

/** The first limit of the policy that leaves room for one. */
function cap({ config, sound }: Subject): Limit | undefined {
  const policy = plain(config['policy']);
  if (policy['limits'] === undefined) return { times: 1, per: 'step' };
  return sound(['policy', 'limits'])
    ? (list(policy['limits']) as readonly Limit[]).find(({ times }) => times === 1)
    : undefined;
}

/**
 * Two live triggers of which a customer can see only one: the same happening arms both, at the same step, with the
 * same priority, and the policy allows one. Then the first in the file wins, always.
 */
export function checkRivals(subject: Subject): Found[] {
  const limit = cap(subject);
  if (!limit) return [];
  const live = triggersOf(subject).filter(([trigger]) => isLive(trigger) && trigger.priority !== 'incident');
  const found: Found[] = [];
  for (const [i, [second, path]] of live.entries()) {
    const first = live
      .slice(0, i)
      .find(
        ([one]) =>
          (one.priority ?? 'help') === (second.priority ?? 'help') &&
          samePlace(one, second) &&
          armings(one.when).some((a) => armings(second.when).some((b) => together(a, b))),
      )?.[0];
    if (!first) continue;
    const event = armings(first.when).find((a) => armings(second.when).some((b) => together(a, b)))!.event;
    found.push({
      code: 'RIVALS',
      path,
      message: `'${first.id}' and '${second.id}' can never both be shown: '${event}' leads to both in the same place, with the same priority, and the policy allows 1 per ${limit.per}`,
      expected: 'another priority, another place, or one trigger',
    });
  }
  return found;
}
