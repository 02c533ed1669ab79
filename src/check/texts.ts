import { asText, type Found, type Path } from './finding.js';
import { linesOf } from './lines.js';
import { isOfSource, unknown } from './names.js';
import type { Subject } from './subject.js';
import { closest } from './suggest.js';
import { entriesOf, itemsOf, list, plain } from './uses.js';

/** As boot fills them in: `{order.id}`, `{order.eta, date, long}`. */
const PLACEHOLDER = /\{([^{}]{1,100})\}/g;
/** More is not read: a message has about five seconds. */
const MAX_TITLE_LINES = 2;
const MAX_BODY_LINES = 7;

/** What customers read: facts in texts, ways to a person, translations, length. */
export function checkTexts(subject: Subject): Found[] {
  return [
    ...written(subject),
    ...handedOver(subject),
    ...knownNumber(subject),
    ...contact(subject),
    ...translations(subject),
  ];
}

/** All texts of the contents and their translations. */
function written(subject: Subject): Found[] {
  const { config } = subject;
  const found: Found[] = [];
  const read = (text: unknown, path: Path, what: 'title' | 'text' | 'label') => {
    if (typeof text !== 'string') return;
    found.push(...factsIn(text, path, subject));
    const max = what === 'text' ? MAX_BODY_LINES : MAX_TITLE_LINES;
    const lines = linesOf(text, what);
    if (lines > max)
      found.push({
        code: 'TEXT_LONG',
        path,
        message: `This ${what} takes about ${lines} lines on a narrow phone`,
        expected: `at most ${max} lines at 320 pixels`,
      });
  };
  for (const [, content, path] of entriesOf(config['content'], ['content'])) {
    read(content['title'], [...path, 'title'], 'title');
    read(content['body'], [...path, 'body'], 'text');
    for (const [{ label }, at] of itemsOf(content['actions'], [...path, 'actions']))
      read(label, [...at, 'label'], 'label');
    for (const [step, at] of itemsOf(content['guide'], [...path, 'guide']))
      read(step['text'], [...at, 'text'], 'label');
  }
  for (const [, locale, path] of entriesOf(config['translations'], ['translations'])) {
    for (const [, texts, at] of entriesOf(locale, path)) {
      read(texts['title'], [...at, 'title'], 'title');
      read(texts['body'], [...at, 'body'], 'text');
      list(texts['actions']).forEach((label, i) => read(label, [...at, 'actions', i], 'label'));
      list(texts['guide']).forEach((step, i) => read(step, [...at, 'guide', i], 'label'));
    }
  }
  return found;
}

function factsIn(text: string, path: Path, subject: Subject): Found[] {
  const facts = plain(subject.config['facts']);
  return [...text.matchAll(PLACEHOLDER)].flatMap(([, inside = '']): Found[] => {
    const name = inside.split(',')[0]!.trim();
    if (!Object.hasOwn(facts, name) && !isOfSource(name, subject))
      return [unknown('fact', name, path, subject)];
    if (plain(facts[name])['show'] === true) return [];
    return [
      {
        code: 'FACT_NOT_SHOWN',
        path,
        message: `The text shows the fact '${name}', which may not be shown: customers would see a gap`,
        expected: `"${name}": { …, "show": true } in 'facts'`,
      },
    ];
  });
}

/** A number that is filled in is shown. */
function knownNumber({ config }: Subject): Found[] {
  const name = plain(config['contact'])['phone'];
  const facts = plain(config['facts']);
  if (typeof name !== 'string' || !Object.hasOwn(facts, name) || plain(facts[name])['show'] === true)
    return [];
  return [
    {
      code: 'FACT_NOT_SHOWN',
      path: ['contact', 'phone'],
      message: `The number '${name}' may not be shown, and will be asked for again`,
      expected: `"${name}": { …, "show": true } in 'facts'`,
    },
  ];
}

/** What is handed to a person must be allowed to be. */
function handedOver({ config }: Subject): Found[] {
  const facts = plain(config['facts']);
  return entriesOf(config['reasons'], ['reasons']).flatMap(([, reason, path]) =>
    list(reason['handoff']).flatMap((name, i): Found[] =>
      typeof name === 'string' && Object.hasOwn(facts, name) && plain(facts[name])['handoff'] !== true
        ? [
            {
              code: 'FACT_NOT_HANDED',
              path: [...path, 'handoff', i],
              message: `The fact '${name}' may not be handed over, and will be left out`,
              expected: `"${name}": { …, "handoff": true } in 'facts'`,
            },
          ]
        : [],
    ),
  );
}

const reachesPerson = (action: Readonly<Record<string, unknown>>): boolean =>
  action['contact'] !== undefined || /^(tel|mailto|sms):/.test(asText(action['link']));

/** Who is blocked must be able to reach a person. */
function contact({ config, sound }: Subject): Found[] {
  const contents = plain(config['content']);
  const found: Found[] = [];
  const told = new Set<unknown>();
  const look = (name: unknown, id: unknown) => {
    if (typeof name !== 'string' || !Object.hasOwn(contents, name) || told.has(name)) return;
    const path = ['content', name];
    if (!sound(path) || list(plain(contents[name])['actions']).some((one) => reachesPerson(plain(one))))
      return;
    told.add(name);
    found.push({
      code: 'CONTACT_MISSING',
      path,
      key: true,
      message: `'${name}' is shown by the blocker '${asText(id)}' and offers no way to reach a person`,
      expected: 'an action such as { "label": "Ask us", "contact": "chat" }',
    });
  };
  for (const [trigger] of itemsOf(config['triggers'], ['triggers'])) {
    if (trigger['priority'] !== 'blocker' || trigger['status'] === 'off') continue;
    look(plain(trigger['show'])['content'], trigger['id']);
    for (const [, variant] of entriesOf(plain(trigger['experiment'])['variants'], []))
      look(variant['content'], trigger['id']);
  }
  return found;
}

/** `es-MX` takes from `es` what it lacks. */
const fallbackOf = (locale: string): string => locale.replace(/-[^-]+$/, '');

function translations({ config, declared }: Subject): Found[] {
  const own = typeof config['locale'] === 'string' ? config['locale'] : 'en';
  const contents = plain(config['content']);
  const all = plain(config['translations']);
  return entriesOf(all, ['translations']).flatMap(([locale, texts, path]): Found[] => {
    if (locale === own) return [];
    const fallback = fallbackOf(locale);
    const inherits = (name: string) =>
      fallback !== locale && (fallback === own || Object.hasOwn(plain(all[fallback]), name));
    const strangers = Object.keys(texts).filter((name) => !declared.content.includes(name));
    return [
      ...strangers.map((name): Found => ({
        code: 'TRANSLATION_UNKNOWN',
        path: [...path, name],
        key: true,
        message: `There is no content '${name}' to translate`,
        expected: "a name of 'content'",
        suggestion: closest(name, declared.content),
      })),
      ...Object.entries(contents).flatMap(([name, content]): Found[] => {
        if (!Object.hasOwn(texts, name))
          return inherits(name) ? [] : [missing(path, `'${name}' is not translated into '${locale}'`, name)];
        return incomplete(plain(content), plain(texts[name]), [...path, name], locale);
      }),
    ];
  });
}

const missing = (path: Path, message: string, name: string): Found => ({
  code: 'TRANSLATION_MISSING',
  path,
  key: true,
  message,
  expected: `"${name}", or customers read it in the language of the file`,
});

function incomplete(
  content: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, unknown>>,
  path: Path,
  locale: string,
): Found[] {
  const found: Found[] = [];
  for (const key of ['title', 'body'])
    if (content[key] !== undefined && texts[key] === undefined)
      found.push(
        missing(path, `The ${key} of '${String(path.at(-1))}' is not translated into '${locale}'`, key),
      );
  for (const step of Object.keys(plain(content['steps'])))
    if (step !== '$comment' && !Object.hasOwn(plain(texts['steps']), step))
      found.push(
        missing(
          path,
          `The step '${step}' of '${String(path.at(-1))}' is not translated into '${locale}'`,
          step,
        ),
      );
  return [
    ...found,
    ...counted(content, texts, path, locale, 'actions', 'label', 'action'),
    ...counted(content, texts, path, locale, 'guide', 'text', 'step'),
  ];
}

/** Texts that are translated by their place in a list. */
function counted(
  content: Readonly<Record<string, unknown>>,
  texts: Readonly<Record<string, unknown>>,
  path: Path,
  locale: string,
  key: 'actions' | 'guide',
  text: string,
  of: string,
): Found[] {
  const [have, need] = [list(texts[key]).length, list(content[key]).length];
  const name = String(path.at(-1));
  if (have < need)
    return [
      missing(
        path,
        `Of ${need} ${text}s of '${name}', ${have || 'none'} ${have === 1 ? 'is' : 'are'} translated into '${locale}'`,
        key,
      ),
    ];
  if (have === need) return [];
  return [
    {
      code: 'TRANSLATION_UNKNOWN',
      path: [...path, key, need],
      message: `There are ${have} ${text}s for ${need} ${of}s`,
      expected: `one ${text} for each ${of}, in their order`,
    },
  ];
}
