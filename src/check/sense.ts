import type { Condition, Trigger } from '../config/types.js';
import { parseDuration, parseTime } from '../core/duration.js';
import { ConfigError } from '../core/matcher.js';
import { compileSchedule } from '../decide/schedule.js';
import { asText, type Found, type Path } from './finding.js';
import { many, triggersOf } from './reach.js';
import type { Subject } from './subject.js';
import { entriesOf, itemsOf, plain } from './uses.js';

const DAY_MS = 86_400_000;
const SESSION_MS = DAY_MS;
const IDLE_MS = 30 * 60_000;
/** Longer than anybody stays on one step. */
const STEP_MS = 60 * 60_000;

/** Numbers and dates that have the right form and make no sense. */
export function checkSense(subject: Subject): Found[] {
  const { config, now } = subject;
  const off: Found[] =
    plain(config['policy'])['enabled'] === false
      ? [
          {
            code: 'SWITCHED_OFF',
            path: ['policy', 'enabled'],
            message: 'The kill switch is on: no help is shown to anybody',
            expected: 'true, or no entry',
          },
        ]
      : [];
  return [
    ...off,
    ...hours(subject),
    ...triggersOf(subject).flatMap(([trigger, path]) => [
      ...dates(trigger, path, now),
      ...shares(trigger, path),
      ...side(trigger, path),
      ...windows(trigger.when, [...path, 'when'], trigger, subject),
      ...(trigger.unless ? windows(trigger.unless, [...path, 'unless'], trigger, subject) : []),
    ]),
  ];
}

/** What only the engine's own compiler knows of dates and zones. */
function schedule(value: Trigger['schedule'], path: Path): Found[] {
  try {
    compileSchedule(value, '');
    return [];
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const key = error.path.slice(1);
    const given = plain(value)[key];
    return [
      key === 'zone'
        ? {
            code: 'ZONE_UNKNOWN',
            path: [...path, key],
            message: `There is no time zone '${asText(given)}'`,
            expected: 'a name of the IANA list such as "Europe/Madrid", or "visitor"',
          }
        : {
            code: 'DATE_WRONG',
            path: [...path, key],
            message: `There is no such date: '${asText(given)}'`,
            expected: 'a date and time such as "2026-11-27T06:00:00+01:00"',
          },
    ];
  }
}

/** Opening hours of channels are read like schedules. */
const hours = ({ config, sound }: Subject): Found[] =>
  entriesOf(plain(config['contact'])['channels'], ['contact', 'channels']).flatMap(([, channel, path]) => {
    const at = [...path, 'hours'];
    const value = channel['hours'];
    return value !== undefined && sound(at)
      ? schedule({ hours: '00:00-00:01', ...(value as object) }, at)
      : [];
  });

function dates(trigger: Trigger, path: Path, now: number): Found[] {
  const found = schedule(trigger.schedule, [...path, 'schedule']);
  const { from, until } = trigger.schedule ?? {};
  const end = until === undefined ? Infinity : parseTime(until);
  if (from !== undefined && parseTime(from) >= end)
    found.push({
      code: 'SCHEDULE_EMPTY',
      path: [...path, 'schedule', 'until'],
      message: `'${trigger.id}' can never be shown: it ends before it begins`,
      expected: `a time after ${from}`,
    });
  else if (end <= now)
    found.push({
      code: 'SCHEDULE_OVER',
      path: [...path, 'schedule', 'until'],
      message: `'${trigger.id}' can no longer be shown: its time was over at ${until}`,
      expected: 'a time to come, or no trigger',
    });
  // The day itself is still in time, wherever it is.
  if (trigger.reviewBy === undefined) return found;
  const review = parseTime(trigger.reviewBy);
  if (Number.isNaN(review))
    found.push({
      code: 'DATE_WRONG',
      path: [...path, 'reviewBy'],
      message: `There is no such date: '${trigger.reviewBy}'`,
      expected: 'a date such as "2027-01-31"',
    });
  else if (review + DAY_MS <= now)
    found.push({
      code: 'REVIEW_PASSED',
      path: [...path, 'reviewBy'],
      message: `'${trigger.id}' was to be reviewed by ${trigger.reviewBy}`,
      expected: 'a later date, if it is still needed',
    });
  return found;
}

/** Only what stands beside its anchor has a side. */
function side({ show, experiment }: Trigger, path: Path): Found[] {
  const forms = [show.as, ...Object.values(experiment?.variants ?? {}).map(({ as }) => as)];
  if ((show.side ?? 'auto') === 'auto' || forms.includes('hint')) return [];
  return [
    {
      code: 'SIDE_IDLE',
      path: [...path, 'show', 'side'],
      message: `"${show.side}" changes nothing: only a hint stands beside its anchor. What is inline comes after it, in the order in which the page is read, and the other forms have a place of their own`,
      expected: 'no "side", or "as": "hint"',
    },
  ];
}

/** How far sums of decimal fractions may be off. */
const ROUNDING = 1e-6;

function shares({ experiment }: Trigger, path: Path): Found[] {
  if (!experiment) return [];
  const sum = Object.values(experiment.variants).reduce((total, { share }) => total + share, 0);
  if (Math.abs(sum - 1) <= ROUNDING) return [];
  const said = Math.round(sum * 1e6) / 1e6;
  return [
    {
      code: 'SHARES_SUM',
      path: [...path, 'experiment', 'variants'],
      message: `The shares of '${experiment.name}' add up to ${said}`,
      expected:
        sum < 1
          ? `1: ${Math.round((1 - sum) * 1e6) / 1e4} % of the visitors would get the plain trigger`
          : '1: the last variants would get less than they say',
    },
  ];
}

/** How long what counts belong to lasts at most. */
function lifetime(per: string, trigger: Trigger, { config }: Subject): [ms: number, why: string] {
  if (per === 'step') return [STEP_MS, 'nobody stays on a step for longer than an hour'];
  if (per === 'session') return [SESSION_MS, 'no session lasts longer than a day'];
  const wanted = many(trigger.where?.journey);
  const idle = entriesOf(config['journeys'], [])
    .filter(([name]) => wanted.length === 0 || wanted.includes(name))
    .map(([, { idleOut }]) => parseDuration(idleOut) ?? IDLE_MS);
  const most = Math.max(IDLE_MS, ...idle);
  return [most, `a journey that is left alone for ${Math.round(most / 60_000)} minutes is over`];
}

/** A window longer than what the count belongs to can never be used to its end. */
function windows(condition: Condition, path: Path, trigger: Trigger, subject: Subject): Found[] {
  const node = plain(condition);
  const deeper = ['all', 'any'].flatMap((key) =>
    itemsOf(node[key], [...path, key]).flatMap(([item, at]) =>
      windows(item as unknown as Condition, at, trigger, subject),
    ),
  );
  if ('not' in condition) return windows(condition.not, [...path, 'not'], trigger, subject);
  if (!('event' in condition) || condition.within === undefined) return deeper;
  const per = condition.per ?? 'journey';
  const within = parseDuration(condition.within) ?? 0;
  const [most, why] = lifetime(per, trigger, subject);
  if (per === 'visitor' || within <= most) return deeper;
  return [
    ...deeper,
    {
      code: 'WINDOW_TOO_LONG',
      path: [...path, 'within'],
      message: `The window of ${condition.within} is longer than the ${per} that it counts in: ${why}`,
      expected: 'a shorter window, or a longer "per"',
    },
  ];
}
