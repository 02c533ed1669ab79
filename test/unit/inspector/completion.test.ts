import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../src/check/check.js';
import { complete, type Proposal } from '../../../src/inspector/editor/completion.js';
import { namesFor } from '../../../src/inspector/editor/names.js';

const names = namesFor(() => ['card-form', 'postcode']);
/** What is offered at the `|` of a text. */
const at = (text: string) => complete(schemaOf(), text.replace('|', ''), text.indexOf('|'), names);
const labels = (text: string): readonly string[] => at(text)?.options.map(({ label }) => label) ?? [];
const offered = (text: string, label: string): Proposal | undefined =>
  at(text)?.options.find((one) => one.label === label);

const CONFIG = `{
  "version": 1,
  "reasons": { "card-declined": { "title": "Card declined", "owner": "pay", "quadrant": "simplify" } },
  "journeys": { "checkout": { "steps": [{ "id": "payment", "url": "/pay" }], "done": { "event": "order-placed" } } },
  "content": { "declined": { "title": "Your bank said no" } },
  "triggers": [{ "id": "one", "when": { "event": "coupon-refused" }, "show": { "content": "declined", "as": "notice" } }, @]
}`;
const trigger = (text: string): string => CONFIG.replace('@', text);

describe('completion from the schema', () => {
  it('offers the sections of a configuration, but for those that are there', () => {
    expect(labels('{ "version": 1, | }')).toContain('"triggers"');
    expect(labels('{ "version": 1, | }')).not.toContain('"version"');
    expect(labels('{ "triggers": [], | }')[0]).toBe('"version"');
  });
  it('offers the keys of a trigger, what is needed first, each with what it means', () => {
    const keys = labels(trigger('{ | }'));
    expect(keys.slice(0, 3).sort()).toEqual(['"id"', '"show"', '"when"']);
    expect(keys.at(-1)).toBe('"$comment"');
    expect(offered(trigger('{ | }'), '"reviewBy"')?.info).toContain('After this day');
    expect(offered(trigger('{ | }'), '"id"')?.detail).toBe('needed');
  });
  it('writes what a key is followed by', () => {
    expect(offered(trigger('{ | }'), '"show"')?.apply).toBe('"show": { ${} }');
    expect(offered(trigger('{ | }'), '"limits"')?.apply).toBe('"limits": [${}]');
    expect(offered(trigger('{ | }'), '"note"')?.apply).toBe('"note": "${}"');
    expect(offered('{ | }', '"version"')?.apply).toBe('"version": 1');
  });
  it('goes on where a key is half written, or is to be another one', () => {
    const text = trigger('{ "id": "x", "sh|');
    expect(labels(text)).toContain('"show"');
    expect(at(trigger('{ "sta|": "live" }'))).toMatchObject({ key: true });
    expect(offered(trigger('{ "sta|": "live" }'), '"status"')?.apply).toBe('"status"');
    const { from, to } = at(trigger('{ "sta|": "live" }'))!;
    expect(trigger('{ "sta": "live" }').slice(from, to)).toBe('"sta"');
  });
  it('of several shapes offers what goes with what is there', () => {
    const keys = labels(trigger('{ "when": { "event": "rage-click", | } }'));
    expect(keys).toEqual(expect.arrayContaining(['"min"', '"within"', '"where"']));
    expect(keys).not.toContain('"all"');
    expect(labels(trigger('{ "when": { | } }'))).toEqual(
      expect.arrayContaining(['"event"', '"all"', '"any"']),
    );
  });
  it.each([
    ['words', '{ "status": "|" }', ['"draft"', '"live"', '"off"', '"test"']],
    [
      'yes and no',
      '{ "when": { "not": {} }, "experiment": { "variants": { "a": { "nothing": | } } } }',
      ['true'],
    ],
    ['reasons', '{ "reason": "|" }', ['"card-declined"']],
    ['content', '{ "show": { "content": "|" } }', ['"declined"']],
    ['journeys', '{ "where": { "journey": | } }', ['"checkout"']],
    ['steps', '{ "where": { "step": ["|"] } }', ['"payment"']],
    ['anchors of the page', '{ "show": { "anchor": "|" } }', ['"card-form"', '"postcode"']],
  ])('offers %s', (_what, text, wanted) => {
    expect([...labels(trigger(text))].sort()).toEqual(wanted);
  });
  it('offers signals, and events that the file names elsewhere', () => {
    const events = labels(trigger('{ "when": { "event": "|" } }'));
    expect(events).toEqual(expect.arrayContaining(['"rage-click"', '"coupon-refused"', '"order-placed"']));
  });
  it('offers examples where there is nothing else', () =>
    expect(offered(trigger('{ "reviewBy": | }'), '"2027-01-31"')?.detail).toBe('for example'));
  it.each([
    '',
    '{',
    '[',
    '{"a"',
    '{"triggers":[{"when":{"event":',
    '"',
    '{ "triggers": | }',
    'nonsense',
    '{"x":{"y":',
  ])('has an answer to %j at every place', (text) => {
    for (let offset = 0; offset <= text.length; offset++)
      expect(() => complete(schemaOf(), text, offset, names)).not.toThrow();
  });
});
