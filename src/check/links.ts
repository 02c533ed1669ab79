import { safeLink } from '../core/safe-link.js';
import { say, type Found, type Path } from './finding.js';
import type { Subject } from './subject.js';
import { entriesOf, itemsOf, list, plain } from './uses.js';

/** Any page of a shop: which one it will be is not known here. */
const PAGE = 'https://shop.example/';
/** In texts, as the widgets read them. */
const LINK = /\[[^\][]+\]\(([^\s()]+)\)/g;
/** Filled in before the link is read; with what, nobody knows here. */
const FACT = /\{[^{}]+\}/g;
const EXPECTED = 'https:, tel:, mailto:, sms:, or a path of the site such as "/help"';

/** `plain`: with `http:`, which may be followed from a page of the same site, where that has no `https:` either. */
const judge = (link: string): 'safe' | 'plain' | 'refused' =>
  safeLink(link, PAGE) !== undefined ? 'safe' : safeLink(link, link) !== undefined ? 'plain' : 'refused';

/** Links that the browser does not follow: nothing that runs code, and nothing that others can read on the way. */
export function checkLinks(subject: Subject): Found[] {
  return [...buttons(subject), ...written(subject)];
}

function buttons({ config }: Subject): Found[] {
  const actions = entriesOf(config['content'], ['content']).flatMap(([, content, path]) =>
    itemsOf(content['actions'], [...path, 'actions']).map(([{ link }, at]): [unknown, Path] => [
      link,
      [...at, 'link'],
    ]),
  );
  const channels = entriesOf(plain(config['contact'])['channels'], ['contact', 'channels']).flatMap(
    ([name, { url }, path]): [unknown, Path][] =>
      // That of a call back is no link.
      name === 'callback' ? [] : [[url, [...path, 'url']]],
  );
  return [...actions, ...channels].flatMap(([link, path]): Found[] => {
    if (typeof link !== 'string') return [];
    const verdict = judge(link);
    if (verdict === 'safe') return [];
    return verdict === 'plain'
      ? [
          {
            code: 'LINK_DOUBTFUL',
            path,
            message: `${say(link)} is only followed on a page of that site with http:`,
            expected: EXPECTED,
            suggestion: link.replace(/^\s*http:/i, 'https:'),
          },
        ]
      : [
          {
            code: 'LINK_REFUSED',
            path,
            message: `Help may not lead to ${say(link)}: there would be no way there`,
            expected: EXPECTED,
          },
        ];
  });
}

function written({ config }: Subject): Found[] {
  const texts: [unknown, Path][] = entriesOf(config['content'], ['content']).flatMap(([, content, path]) => [
    [content['body'], [...path, 'body']],
    ...itemsOf(content['guide'], [...path, 'guide']).map(([step, at]): [unknown, Path] => [
      step['text'],
      [...at, 'text'],
    ]),
  ]);
  for (const [, locale, path] of entriesOf(config['translations'], ['translations']))
    for (const [, { body, guide }, at] of entriesOf(locale, path))
      texts.push(
        [body, [...at, 'body']],
        ...list(guide).map((step, i): [unknown, Path] => [step, [...at, 'guide', i]]),
      );
  return texts.flatMap(([text, path]) =>
    typeof text !== 'string'
      ? []
      : [...text.matchAll(LINK)]
          .map(([, link = '']) => [link, judge(link.replace(FACT, 'x'))] as const)
          .filter(([, verdict]) => verdict !== 'safe')
          .map(([link, verdict]): Found => ({
            code: 'LINK_DOUBTFUL',
            path,
            message: `The link to ${say(link)} is shown as plain text${verdict === 'plain' ? ', except on a page of that site with http:' : ''}`,
            expected: EXPECTED,
          })),
  );
}
