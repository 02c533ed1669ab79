import { say, type Found, type Path } from './finding.js';
import { mayBeSelector } from './selector.js';
import type { Subject } from './subject.js';
import { entriesOf, itemsOf, list, plain } from './uses.js';

/** Where only a selector can stand. */
function selectorsOf({ config }: Subject): [selector: unknown, path: Path][] {
  const steps = entriesOf(config['journeys'], ['journeys']).flatMap(([, journey, path]) =>
    itemsOf(journey['steps'], [...path, 'steps']).flatMap(([step, at]) =>
      ['selector', 'commit'].map((key): [unknown, Path] => [step[key], [...at, key]]),
    ),
  );
  const ignored = list(plain(plain(config['policy'])['ignore'])['selectors']).map(
    (selector, i): [unknown, Path] => [selector, ['policy', 'ignore', 'selectors', i]],
  );
  return [...steps, ...ignored];
}

/** Names that pages give may be any text. Nobody calls a place so. */
const NO_NAME = /^\s*(?:$|[.:>#[])|\s[#[.:]|:[\w-]+\(/;

/** An id that begins with a digit is none for CSS. */
const meant = (selector: string): string | undefined =>
  /^#\d[\w-]*$/.test(selector) ? `[id="${selector.slice(1)}"]` : undefined;

/** Selectors that no browser takes: what they are to find would never be found. */
export function checkSelectors(subject: Subject): Found[] {
  const found = (selector: string, path: Path, what: string, expected: string): Found => ({
    code: 'SELECTOR_INVALID',
    path,
    message: `${say(selector)} is ${what}`,
    expected,
    suggestion: meant(selector),
  });
  return [
    ...selectorsOf(subject).flatMap(([selector, path]) =>
      typeof selector !== 'string' || mayBeSelector(selector)
        ? []
        : [
            found(
              selector,
              path,
              'no CSS selector, and would be left out',
              'a selector such as "#card-form" or "[name=coupon]"',
            ),
          ],
    ),
    ...subject.uses.flatMap(({ kind, name, path }) =>
      kind !== 'anchor' || !NO_NAME.test(name) || mayBeSelector(name)
        ? []
        : [
            found(
              name,
              path,
              'no CSS selector, and hardly a name that a page gives',
              'a place on the page such as "card-form" or "#postcode"',
            ),
          ],
    ),
  ];
}
