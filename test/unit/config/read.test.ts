import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH } from '../../../src/config/copy.js';
import { parseConfig } from '../../../src/config/load.js';
import { readConfig } from '../../../src/config/read.js';
import type { Problem } from '../../../src/core/problems.js';

const trigger = { id: 't', when: { event: 'rage-click' }, show: { content: 'c', as: 'notice' } };
const good = { version: 1, content: { c: { title: 'Hello' } }, triggers: [trigger] };

function read(source: unknown) {
  const problems: Problem[] = [];
  const config = readConfig(source, (code, path, message) => problems.push({ code, path, message }) > 0);
  return { config, problems, told: problems.map(({ code, path }) => `${code} ${path}`) };
}
const nested = (depth: number): unknown =>
  JSON.parse('{"not":'.repeat(depth) + '{"event":"x"}' + '}'.repeat(depth));

describe('a config', () => {
  it('that is sound is taken as it is', () => {
    const { config, problems } = read(good);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(config))).toEqual(good);
  });
  it.each([
    ['nothing', undefined, 'CONFIG_INVALID '],
    ['a list', [], 'CONFIG_INVALID '],
    ['a text', 'x', 'CONFIG_INVALID '],
    ['no version', { triggers: [] }, 'CONFIG_VERSION /version'],
    ['a newer version', { version: 2, triggers: [trigger] }, 'CONFIG_VERSION /version'],
    ['a version that is a text', { version: '2.0', triggers: [trigger] }, 'CONFIG_VERSION /version'],
    ['an unknown part', { ...good, triggerz: [] }, 'CONFIG_UNKNOWN_KEY /triggerz'],
    ['triggers that are no list', { version: 1, triggers: {} }, 'CONFIG_INVALID /triggers'],
    [
      'content without a title',
      { ...good, content: { c: { body: 'x' } } },
      'CONFIG_INVALID /content/c/title',
    ],
    [
      'an action with two verbs',
      { ...good, content: { c: { title: 'x', actions: [{ label: 'a', link: '/', call: 'b' }] } } },
      'CONFIG_INVALID /content/c/actions/0',
    ],
    ['a journey without steps', { ...good, journeys: { j: {} } }, 'CONFIG_INVALID /journeys/j/steps'],
    [
      'an unknown key in a content',
      { ...good, content: { c: { title: 'x', titel: 'y' } } },
      'CONFIG_UNKNOWN_KEY /content/c/titel',
    ],
    ['a policy of the wrong kind', { ...good, policy: { gap: 45 } }, 'CONFIG_INVALID /policy/gap'],
    [
      'a way to a person that there is not',
      { ...good, contact: { channels: { mail: { url: 'mailto:a@b.c' } } } },
      'CONFIG_UNKNOWN_KEY /contact/channels/mail',
    ],
    [
      'a way to a person that leads nowhere',
      { ...good, contact: { channels: { email: { label: 'Write' } } } },
      'CONFIG_INVALID /contact/channels/email',
    ],
    [
      'a button for a way that there is not',
      { ...good, content: { c: { title: 'x', actions: [{ label: 'Call', contact: 'phone' }] } } },
      'UNKNOWN_NAME /content/c/actions/0/contact',
    ],
  ])('with %s is told once, with its place', (_name, source, expected) => {
    expect(read(source).told).toEqual([expected]);
  });
  it('may have comments and the address of its schema anywhere: they are for people and editors', () => {
    const noted = {
      $schema: 'x',
      $comment: 5,
      ...good,
      content: { $comment: 'x', c: { title: 'Hello', $comment: ['x'] } },
      triggers: [{ ...trigger, $comment: 'x', when: { $comment: 'x', event: 'rage-click' } }],
    };
    const { config, problems } = read(noted);
    expect(problems).toEqual([]);
    expect(JSON.parse(JSON.stringify(config))).toEqual(good);
  });
  it('nested 10,000 deep loses only the part that is', () => {
    const { config, told } = read({
      ...good,
      triggers: [{ ...trigger, id: 'deep', when: nested(10_000) }, trigger],
    });
    expect(told).toEqual(['CONFIG_TOO_DEEP /triggers/0']);
    expect(config.triggers[0]).toBe(undefined);
    expect(config.triggers[1]?.id).toBe('t');
  });
  it('that refers to itself is only too deep', () => {
    const loop: Record<string, unknown> = { title: 'x' };
    loop['self'] = loop;
    expect(read({ ...good, content: { c: { title: 'x' }, loop } }).told).toEqual([
      'CONFIG_TOO_DEEP /content/loop',
    ]);
  });
  it('of which a part fails when it is read loses only that part', () => {
    const fails = () => {
      throw new Error('no');
    };
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    const { config, told } = read({
      ...good,
      content: {
        ...good.content,
        getter: Object.defineProperty({ title: 'x' }, 'body', { get: fails, enumerable: true }),
        revoked: proxy,
      },
      triggers: [new Proxy({}, { ownKeys: fails }), trigger],
    });
    expect(told.toSorted()).toEqual([
      'CONFIG_INVALID /content/getter',
      'CONFIG_INVALID /content/revoked',
      'CONFIG_INVALID /triggers/0',
    ]);
    expect(Object.keys(config.content!)).toEqual(['c']);
    expect(config.triggers[1]?.id).toBe('t');
    const policy = Object.defineProperty({ ...good }, 'policy', { get: fails, enumerable: true });
    expect(read(policy).told).toEqual(['CONFIG_INVALID /policy']);
    expect(read(new Proxy({}, { ownKeys: fails })).told).toEqual(['CONFIG_INVALID ']);
  });
  it('can be written down, whatever a page has put into it', () => {
    const { config } = read({
      ...good,
      facts: { f: { type: 'string', values: [10n, Symbol('s'), () => 1] } },
    });
    expect(JSON.parse(JSON.stringify(config))).toMatchObject(good);
  });
  it('may nest as deep as is sensible', () => {
    expect(read({ ...good, triggers: [{ ...trigger, when: nested(MAX_DEPTH - 6) }] }).problems).toEqual([]);
  });
  it('cannot reach a prototype', () => {
    const { config } = read(
      JSON.parse('{"version":1,"content":{"__proto__":{"title":"x"},"c":{"title":"y"}},"triggers":[]}'),
    );
    expect(({} as Record<string, unknown>)['title']).toBe(undefined);
    expect(Object.getPrototypeOf(config.content)).toBe(null);
  });
  it('of any kind never throws', () => {
    fc.assert(
      fc.property(
        fc.anything({ withBigInt: true, withSparseArray: true, withNullPrototype: true }),
        (source) => void read(source),
      ),
    );
    fc.assert(
      fc.property(fc.object({ maxDepth: 4 }), (parts) => void read({ ...good, ...parts, version: 1 })),
    );
  });
});

describe('the text of a config', () => {
  it.each([
    ['HTML', '<!doctype html><title>x</title>', 'CONFIG_NOT_JSON'],
    ['no JSON', '{version: 1}', 'CONFIG_NOT_JSON'],
    ['nothing', '', 'CONFIG_NOT_JSON'],
    ['too much', `{"a":"${'x'.repeat(262_144)}"}`, 'CONFIG_TOO_LARGE'],
  ])('that is %s is refused with its reason', (_name, text, code) => {
    expect(parseConfig(text, '/antes.json')).toMatchObject({ code });
  });
  it('that is HTML says so', () => {
    expect(parseConfig('<html>', '/antes.json')).toMatchObject({
      message: expect.stringContaining('HTML') as string,
    });
  });
});

describe('what only objects of the page can be', () => {
  it('lists with holes and values that JSON does not know leave nothing that surprises', () => {
    const holes: unknown[] = [];
    holes[2] = { event: 'x' };
    const { config } = read({ ...good, triggers: [{ ...trigger, when: { all: holes }, note: 10n }] });
    const [one] = config.triggers as unknown as { when: { all: unknown[] }; note?: unknown }[];
    expect(Object.keys(one!.when.all)).toEqual(['0', '1', '2']);
    expect(() => JSON.stringify(config)).not.toThrow();
  });
  it('a list of a length that nobody would write is too large, at once', () => {
    const long: unknown[] = [];
    long[4_000_000_000] = trigger;
    expect(read({ ...good, triggers: long }).told).toEqual(['CONFIG_TOO_LARGE ']);
  });
});

it('a part that is nested too deeply takes no neighbour along, whatever it is called', () => {
  const { config, told } = read({
    ...good,
    content: { a: { title: 'Kept' }, 'a/b': { title: 'x', guide: nested(MAX_DEPTH + 3) } },
  });
  expect(told).toContain('CONFIG_TOO_DEEP /content/a~1b');
  expect(Object.keys(config.content!)).toEqual(['a']);
});
