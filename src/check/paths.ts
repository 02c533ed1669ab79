import type { Found, Path } from './finding.js';
import type { Subject } from './subject.js';
import { entriesOf, itemsOf, plain } from './uses.js';

/** Every path pattern that is compared with the page. */
function pathsOf({ config }: Subject): [pattern: unknown, path: Path][] {
  const steps = entriesOf(config['journeys'], ['journeys']).flatMap(([, journey, path]) =>
    itemsOf(journey['steps'], [...path, 'steps']).map(([step, at]): [unknown, Path] => [
      step['url'],
      [...at, 'url'],
    ]),
  );
  const places = itemsOf(config['triggers'], ['triggers']).flatMap(([trigger, path]) =>
    ['url', 'notUrl'].map((key): [unknown, Path] => [plain(trigger['where'])[key], [...path, 'where', key]]),
  );
  return [...steps, ...places];
}

/** What stands before the path of a whole address. */
const ORIGIN = /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i;
/** `:name?` is a segment that may be missing; any other question mark begins a query. */
const OPTIONAL = /^:[^?#]+\?$/;

/** Paths that no page can have: only the path of an address is looked at. */
export function checkPaths(subject: Subject): Found[] {
  return pathsOf(subject).flatMap(([pattern, path]): Found[] => {
    if (typeof pattern !== 'string' || !subject.sound(path)) return [];
    const rest = pattern.replace(ORIGIN, '');
    const segments = rest.split('/');
    const last = segments.findIndex((part) => /[?#]/.test(part) && !OPTIONAL.test(part));
    if (rest === pattern && last < 0) return [];
    const inner =
      last < 0 ? rest : [...segments.slice(0, last), segments[last]!.replace(/[?#].*/, '')].join('/');
    return [
      {
        code: 'PATH_WRONG',
        path,
        message: `'${pattern}' fits no page: it is ${rest === pattern ? 'a path with a query or a fragment' : 'a whole address'}`,
        expected: 'only the path, such as "/checkout/payment" or "/help/*"',
        suggestion: inner || '/',
      },
    ];
  });
}
