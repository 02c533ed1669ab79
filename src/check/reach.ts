import type { Trigger, Where } from '../config/types.js';
import { matchesPath } from '../journey/path-pattern.js';
import { asText, sayAll, type Found, type Path } from './finding.js';
import type { Subject } from './subject.js';
import { entriesOf, itemsOf } from './uses.js';

export const many = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

/** Triggers that are sound and could show, with their paths. */
export const triggersOf = ({ config, sound }: Subject): [trigger: Trigger, path: Path][] =>
  itemsOf(config['triggers'], ['triggers'])
    .filter(([, path]) => sound(path))
    .map(([trigger, path]) => [trigger as unknown as Trigger, path]);

interface Stand {
  readonly journey: string;
  readonly id: string;
  readonly url: string | undefined;
}

/** Every step of the file. */
const stands = ({ config, sound }: Subject): Stand[] =>
  entriesOf(config['journeys'], ['journeys'])
    .filter(([, , path]) => sound(path))
    .flatMap(([journey, value]) =>
      itemsOf(value['steps'], []).map(([{ id, url, selector }]) => ({
        journey,
        id: asText(id),
        url: typeof url === 'string' && selector === undefined ? url : undefined,
      })),
    );

const isLiteral = (pattern: string) => !/[*:]/.test(pattern);
/** Whether some path fits both; of two patterns nobody can say. */
const overlap = (a: string, b: string): boolean => {
  if (isLiteral(a)) return matchesPath(b, a);
  return isLiteral(b) ? matchesPath(a, b) : true;
};

/** Steps at which a `where` can hold; `undefined` where it says nothing of steps. */
function placesOf({ journey, step }: Where, all: readonly Stand[]): readonly Stand[] | undefined {
  if (journey === undefined && step === undefined) return undefined;
  const journeys = many(journey);
  const steps = many(step);
  return all.filter(
    (one) =>
      (journeys.length === 0 || journeys.includes(one.journey)) &&
      (steps.length === 0 || steps.includes(one.id) || steps.includes(`${one.journey}/${one.id}`)),
  );
}

/** Triggers that no customer can ever see. */
export function checkReach(subject: Subject): Found[] {
  const all = stands(subject);
  return triggersOf(subject).flatMap(([trigger, path]) => {
    const where = trigger.where ?? {};
    const never = (why: string, ...at: string[]): Found => ({
      code: 'NEVER_SHOWN',
      path: [...path, ...at],
      message: `'${trigger.id}' can never be shown: ${why}`,
    });
    const found: Found[] = [];
    const known =
      many(where.step).every((one) => subject.declared.step.includes(one)) &&
      many(where.journey).every((one) => subject.declared.journey.includes(one));
    const places = known && all.length > 0 ? placesOf(where, all) : undefined;
    if (places?.length === 0)
      found.push(
        never(`${sayAll(quoted(where.step))} is no step of ${sayAll(quoted(where.journey))}`, 'where'),
      );
    else if (
      places !== undefined &&
      where.url !== undefined &&
      places.every(({ url }) => url !== undefined && !overlap(url, where.url!))
    )
      found.push(
        never(
          `the path '${where.url}' is not that of ${sayAll(
            places.map(({ id }) => `'${id}'`),
            'or',
          )}`,
          'where',
          'url',
        ),
      );
    if (where.url !== undefined && where.notUrl !== undefined && excludes(where.notUrl, where.url))
      found.push(never("'notUrl' excludes all of 'url'", 'where', 'notUrl'));
    if (trigger.unless !== undefined && covers(trigger.unless, trigger.when))
      found.push(never("'unless' holds whenever 'when' does", 'unless'));
    const variants = Object.values(trigger.experiment?.variants ?? {});
    for (const [name, { as }] of Object.entries(trigger.experiment?.variants ?? {}))
      if ((as === 'inline' || as === 'hint') && trigger.show.anchor === undefined)
        found.push({
          code: 'ANCHOR_NEEDED',
          path: [...path, 'experiment', 'variants', name, 'as'],
          message: `'${as}' needs an 'anchor' in 'show', the place on the page at which it stands`,
          expected: 'a place on the page such as "card-form" or "#postcode"',
        });
    if (variants.length > 0 && variants.every(({ nothing, share }) => nothing === true || share === 0))
      found.push(never('no variant of its experiment shows anything', 'experiment', 'variants'));
    return found;
  });
}

const quoted = (names: string | readonly string[] | undefined) => many(names).map((name) => `'${name}'`);

const excludes = (notUrl: string, url: string): boolean =>
  notUrl === url || (isLiteral(url) && matchesPath(notUrl, url)) || /^\/?\*$/.test(notUrl);

/** Whether the first condition surely holds when the second does. */
function covers(unless: unknown, when: unknown): boolean {
  const same = JSON.stringify(unless) === JSON.stringify(when);
  if (same) return true;
  const { any } = unless as { any?: readonly unknown[] };
  if (any?.some((one) => covers(one, when))) return true;
  const { all } = when as { all?: readonly unknown[] };
  return all?.some((one) => covers(unless, one)) ?? false;
}
