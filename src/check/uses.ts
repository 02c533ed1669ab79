import type { Path } from './finding.js';

/** What can be referred to by name. */
export type Kind =
  | 'fact'
  | 'step'
  | 'journey'
  | 'reason'
  | 'content'
  | 'audience'
  | 'channel'
  | 'source'
  | 'anchor'
  | 'event'
  /** A fact, by whose absence only a waiting time is missing. */
  | 'wait';
export interface Use {
  readonly kind: Kind;
  readonly name: string;
  readonly path: Path;
  /** The name is a key of the object there. */
  readonly key?: boolean;
}

/** What a file declares; anchors and events are declared nowhere. */
export type Declared = Exclude<Kind, 'anchor' | 'event' | 'wait'>;

type Plain = Readonly<Record<string, unknown>>;

/** Readers that take whatever there is: what has the wrong form is told by the schema. */
export const plain = (value: unknown): Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
export const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
/** Entries of an object, with their path. */
export const entriesOf = (value: unknown, path: Path): [name: string, value: Plain, path: Path][] =>
  Object.entries(plain(value)).map(([name, one]) => [name, plain(one), [...path, name]]);
/** Entries of a list, with their path. */
export const itemsOf = (value: unknown, path: Path): [value: Plain, path: Path][] =>
  list(value).map((one, i) => [plain(one), [...path, i]]);

type Entry = readonly [value: Plain, path: Path];

/** A condition, and those inside of it. */
function conditionsIn(value: unknown, path: Path): readonly Entry[] {
  const node = plain(value);
  const inner = ['all', 'any'].flatMap((key) => itemsOf(node[key], [...path, key]));
  if (node['not'] !== undefined) inner.push([plain(node['not']), [...path, 'not']]);
  return [[node, path], ...inner.flatMap(([one, at]) => conditionsIn(one, at))];
}

/** Every condition of the file. */
const conditionsOf = (config: Plain): readonly Entry[] =>
  itemsOf(config['triggers'], ['triggers']).flatMap(([trigger, path]) =>
    ['when', 'unless'].flatMap((key) => conditionsIn(trigger[key], [...path, key])),
  );

/** Every place that waits for an event: conditions, what ends a journey or a step of a guide, what shows that help has helped. */
export function eventsIn(
  config: Plain,
  conditions: readonly Entry[] = conditionsOf(config),
): readonly Entry[] {
  const all: Entry[] = [];
  const one = (value: unknown, path: Path) => void all.push([plain(value), path]);
  for (const [, journey, path] of entriesOf(config['journeys'], ['journeys']))
    one(journey['done'], [...path, 'done']);
  for (const [, content, path] of entriesOf(config['content'], ['content']))
    for (const [step, at] of itemsOf(content['guide'], [...path, 'guide']))
      one(step['done'], [...at, 'done']);
  for (const [node, path] of conditions) {
    one(node, path);
    for (const key of ['sequence', 'without']) all.push(...itemsOf(node[key], [...path, key]));
    one(node['after'], [...path, 'after']);
  }
  for (const [trigger, path] of itemsOf(config['triggers'], ['triggers']))
    one(plain(trigger['solved'])['by'], [...path, 'solved', 'by']);
  return all.filter(([{ event }]) => event !== undefined);
}

/** Every name that the file refers to, and where. */
export function usesOf(config: Plain): readonly Use[] {
  const conditions = conditionsOf(config);
  const uses: Use[] = eventsIn(config, conditions).flatMap(([{ event }, path]) =>
    typeof event === 'string' ? [{ kind: 'event', name: event, path: [...path, 'event'] }] : [],
  );
  const one = (kind: Kind, name: unknown, path: Path) =>
    void (typeof name === 'string' && uses.push({ kind, name, path }));
  const many = (kind: Kind, names: unknown, path: Path) => {
    if (Array.isArray(names)) names.forEach((name, i) => one(kind, name, [...path, i]));
    else one(kind, names, path);
  };
  const filter = (value: unknown, path: Path) => {
    for (const name of Object.keys(plain(value)))
      uses.push({ kind: 'fact', name, path: [...path, name], key: true });
  };

  for (const [node, path] of conditions) filter(node['facts'], [...path, 'facts']);
  for (const [, audience, path] of entriesOf(config['audiences'], ['audiences'])) filter(audience, path);
  for (const [, journey, path] of entriesOf(config['journeys'], ['journeys'])) {
    for (const [step, at] of itemsOf(journey['steps'], [...path, 'steps']))
      one('reason', step['reason'], [...at, 'reason']);
  }
  for (const [, reason, path] of entriesOf(config['reasons'], ['reasons']))
    many('fact', reason['handoff'], [...path, 'handoff']);
  for (const [, source, path] of entriesOf(config['sources'], ['sources']))
    for (const [name, steps] of Object.entries(plain(source['components'])))
      many('step', steps, [...path, 'components', name]);
  const contact = plain(config['contact']);
  many('channel', contact['order'], ['contact', 'order']);
  many('channel', plain(config['policy'])['helpOrder'], ['policy', 'helpOrder']);
  one('fact', contact['phone'], ['contact', 'phone']);
  for (const [, channel, path] of entriesOf(contact['channels'], ['contact', 'channels']))
    one('wait', channel['wait'], [...path, 'wait']);
  for (const [, content, path] of entriesOf(config['content'], ['content'])) {
    one('source', content['source'], [...path, 'source']);
    for (const [action, at] of itemsOf(content['actions'], [...path, 'actions'])) {
      one('content', action['open'], [...at, 'open']);
      one('channel', action['contact'], [...at, 'contact']);
      one('anchor', action['focus'], [...at, 'focus']);
    }
  }
  for (const [, content, path] of entriesOf(config['content'], ['content']))
    for (const [step, at] of itemsOf(content['guide'], [...path, 'guide']))
      one('anchor', step['anchor'], [...at, 'anchor']);
  for (const [trigger, path] of itemsOf(config['triggers'], ['triggers'])) {
    const where = plain(trigger['where']);
    one('reason', trigger['reason'], [...path, 'reason']);
    many('journey', where['journey'], [...path, 'where', 'journey']);
    many('step', where['step'], [...path, 'where', 'step']);
    many('audience', where['audience'], [...path, 'where', 'audience']);
    one('content', plain(trigger['solved'])['then'], [...path, 'solved', 'then']);
    const show = plain(trigger['show']);
    one('content', show['content'], [...path, 'show', 'content']);
    one('anchor', show['anchor'], [...path, 'show', 'anchor']);
    const variants = plain(trigger['experiment'])['variants'];
    for (const [, variant, at] of entriesOf(variants, [...path, 'experiment', 'variants']))
      one('content', variant['content'], [...at, 'content']);
  }
  return uses;
}

/** The names that the file declares, of each kind that is declared. */
export function declaredIn(config: Plain): Readonly<Record<Declared, readonly string[]>> {
  const keys = (section: unknown) => Object.keys(plain(section));
  const steps = entriesOf(config['journeys'], []).flatMap(([journey, value]) =>
    itemsOf(value['steps'], []).flatMap(([{ id }]) =>
      typeof id === 'string' ? [id, `${journey}/${id}`] : [],
    ),
  );
  return {
    fact: keys(config['facts']),
    step: [...new Set(steps)],
    journey: keys(config['journeys']),
    reason: keys(config['reasons']),
    content: keys(config['content']),
    audience: keys(config['audiences']),
    source: keys(config['sources']),
    channel: keys(plain(config['contact'])['channels']),
  };
}
