import type { Code } from './codes.js';
import type { Subject } from './subject.js';
import { say, sayAll, type Found, type Path } from './finding.js';
import { isSlip, KNOWN_EVENTS } from './known-events.js';
import { closest } from './suggest.js';
import { entriesOf, itemsOf, plain, type Declared, type Kind, type Use } from './uses.js';

const UNKNOWN: Readonly<Record<Declared, [code: Code, section: string]>> = {
  fact: ['FACT_UNKNOWN', 'facts'],
  step: ['STEP_UNKNOWN', 'journeys'],
  journey: ['JOURNEY_UNKNOWN', 'journeys'],
  reason: ['REASON_UNKNOWN', 'reasons'],
  content: ['CONTENT_UNKNOWN', 'content'],
  audience: ['AUDIENCE_UNKNOWN', 'audiences'],
  channel: ['CHANNEL_UNKNOWN', 'contact.channels'],
  source: ['SOURCE_UNKNOWN', 'sources'],
};
const MAX_LISTED = 12;

/** What can be chosen from, as far as that helps. */
const choice = (names: readonly string[], section: string): string => {
  if (names.length === 0) return `an entry in '${section}', where there is none yet`;
  return names.length > MAX_LISTED ? `a name of '${section}'` : `one of ${names.join(', ')}`;
};

/** Facts that a source brings along need no declaration. */
export const isOfSource = (fact: string, { config }: Subject): boolean =>
  entriesOf(config['sources'], []).some(
    ([, { kind }]) => typeof kind === 'string' && fact.startsWith(`${kind}.`),
  );

/** A name that is not declared, as a finding. */
export function unknown(kind: Declared, name: string, path: Path, { declared }: Subject, key = false): Found {
  const [code, section] = UNKNOWN[kind];
  const names = declared[kind];
  return {
    code,
    path,
    key,
    message: `There is no ${kind} ${say(name)}`,
    expected: choice(kind === 'step' ? names.filter((one) => !one.includes('/')) : names, section),
    suggestion: closest(name, names),
  };
}

/** Names that nothing is known of, that are declared twice, or that nobody uses. */
export function checkNames(subject: Subject): Found[] {
  return [...references(subject), ...misspelt(subject), ...twice(subject), ...unused(subject)];
}

function references(subject: Subject): Found[] {
  const { uses, declared } = subject;
  return uses.flatMap(({ kind, name, path, key }) => {
    if (kind === 'anchor' || kind === 'event') return [];
    if (kind === 'wait') return waiting(name, path, subject);
    if (declared[kind].includes(name)) return [];
    if (kind === 'fact' && isOfSource(name, subject)) return [];
    // No channel has such a name, which has been told already.
    if (kind === 'channel' && !subject.sound(path)) return [];
    // Without declared journeys, steps are named by the page alone.
    if (kind === 'step' && declared.step.length === 0) return [];
    return [unknown(kind, name, path, subject, key)];
  });
}

/** Without the fact, the way to a person is there all the same. */
const waiting = (name: string, path: Path, subject: Subject): Found[] =>
  subject.declared.fact.includes(name) || isOfSource(name, subject)
    ? []
    : [{ ...unknown('fact', name, path, subject), code: 'WAIT_UNKNOWN' }];

/** Names that are never declared: a slip shows only by what else there is. */
function misspelt({ uses }: Subject): Found[] {
  const events = meantOthers(uses, 'event', KNOWN_EVENTS).map(({ name, path, suggestion }): Found => ({
    code: isSlip(name, suggestion) ? 'EVENT_MISSPELT' : 'EVENT_DOUBTFUL',
    path,
    message: `Nothing here is known to tell the event '${name}'`,
    expected: 'an event of Antes, or one that your page emits',
    suggestion,
  }));
  const anchors = meantOthers(uses, 'anchor', []).map(({ name, path, suggestion }): Found => ({
    code: 'ANCHOR_MISSPELT',
    path,
    message: `The anchor '${name}' is nearly the name of another`,
    suggestion,
  }));
  return [...events, ...anchors];
}

/** Uses of names that are nearly known, or nearly another that is used more often. */
function meantOthers(
  uses: readonly Use[],
  kind: Kind,
  known: readonly string[],
): (Use & { suggestion: string })[] {
  const all = uses.filter((use) => use.kind === kind);
  const times = new Map<string, number>();
  for (const { name } of all) times.set(name, (times.get(name) ?? 0) + 1);
  const meant = new Map<string, string | undefined>();
  for (const [name, n] of times) {
    if (known.includes(name)) continue;
    const others = [...times].filter(([, m]) => m > n).map(([other]) => other);
    meant.set(name, closest(name, [...known, ...others]));
  }
  return all.flatMap((use) => {
    const suggestion = meant.get(use.name);
    return suggestion === undefined ? [] : [{ ...use, suggestion }];
  });
}

function twice({ config }: Subject): Found[] {
  const found: Found[] = [];
  const seen = (what: string, id: unknown, path: Path, ids: Map<unknown, number>, i: number) => {
    if (typeof id !== 'string') return;
    const first = ids.get(id);
    if (first === undefined) ids.set(id, i);
    else
      found.push({
        code: 'ID_DUPLICATE',
        path,
        message: `There is another ${what} '${id}', number ${first + 1} in the list`,
        expected: 'a name of its own',
      });
  };
  const triggers = new Map<unknown, number>();
  const experiments = new Map<unknown, number>();
  itemsOf(config['triggers'], ['triggers']).forEach(([{ id, experiment }, path], i) => {
    seen('trigger', id, [...path, 'id'], triggers, i);
    seen('experiment', plain(experiment)['name'], [...path, 'experiment', 'name'], experiments, i);
  });
  for (const [, journey, path] of entriesOf(config['journeys'], ['journeys'])) {
    const steps = new Map<unknown, number>();
    itemsOf(journey['steps'], [...path, 'steps']).forEach(([{ id }, at], i) =>
      seen('step', id, [...at, 'id'], steps, i),
    );
  }
  return found;
}

/** `audiences` and `reasons` are for triggers alone; content may also be opened by the page, or be found by customers. */
function unused({ uses, declared, config }: Subject): Found[] {
  const isFound = (name: string) =>
    plain(config['policy'])['launcher'] === true && plain(plain(config['content'])[name])['search'] !== false;
  const used = (kind: Kind) => new Set(uses.filter((use) => use.kind === kind).map(({ name }) => name));
  const kinds = [
    ['content', 'content', 'Nothing shows this content'],
    ['reason', 'reasons', 'No trigger and no step has this reason'],
    ['audience', 'audiences', 'No trigger is for this audience'],
  ] as const;
  return kinds.flatMap(([kind, section, message]) =>
    declared[kind]
      .filter((name) => !used(kind).has(name) && !(kind === 'content' && isFound(name)))
      .map((name) => ({
        code: 'UNUSED' as const,
        path: [section, name],
        key: true,
        message: `${message}: '${name}'`,
        expected: sayAll(
          ['a use of it', ...(kind === 'content' ? ["antes.open('…') in the page"] : []), 'no entry'],
          'or',
        ),
      })),
  );
}
