import { describe, expect, it } from 'vitest';
import { getLanguageService, TextDocument, type MarkupContent } from 'vscode-json-languageservice';
import { SIGNALS } from '../../../../src/check/check.js';
import { forEditors } from '../../../../src/config/schema/editors.js';
import { configSchema } from '../../../../src/config/schema/index.js';

/** What VS Code, and all editors that use its service, make of the schema. */
const service = getLanguageService({});
service.configure({
  schemas: [{ uri: 'urn:antes', fileMatch: ['*'], schema: forEditors(configSchema(SIGNALS)) }],
  validate: true,
});
const open = (text: string) => {
  const document = TextDocument.create('file:///antes.json', 'json', 1, text);
  return { document, parsed: service.parseJSONDocument(document) };
};
const plain = (some: string | MarkupContent | undefined) =>
  typeof some === 'object' ? some.value : (some ?? '');

/** What is offered at the mark, with its explanation. */
async function offered(text: string): Promise<Record<string, string>> {
  const { document, parsed } = open(text.replace('|', ''));
  const list = await service.doComplete(document, document.positionAt(text.indexOf('|')), parsed);
  return Object.fromEntries(
    list!.items.map(({ label, documentation }) => [label.replaceAll('"', ''), plain(documentation)]),
  );
}
async function underlined(text: string): Promise<string[]> {
  const { document, parsed } = open(text);
  return (await service.doValidation(document, parsed)).map(({ message }) => plain(message));
}
const trigger = (inside: string) => `{"version":1,"triggers":[{"id":"t",${inside}}]}`;
const when = (condition: string) => trigger(`"when":${condition},"show":{"content":"c","as":"notice"}`);

describe('an editor', () => {
  it('offers every part of the file, with what it is for', async () => {
    const parts = await offered('{|}');
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['version', 'facts', 'journeys', 'content', 'triggers']),
    );
    expect(Object.values(parts).every((about) => about.length > 10)).toBe(true);
  });

  it('offers the keys of a trigger in the words of the trigger', async () => {
    const keys = await offered('{"version":1,"triggers":[{|}]}');
    expect(keys['when']).toBe('What has to happen for it to be offered.');
    expect(keys['unless']).toMatch(/^While this holds/);
    expect(Object.values(keys).every((about) => about.length > 10)).toBe(true);
  });

  it('offers head words first, and then what goes with the one that was chosen', async () => {
    expect(Object.keys(await offered(when('{|}'))).toSorted()).toEqual(
      ['after', 'all', 'any', 'event', 'facts', 'not', 'score', 'sequence'].toSorted(),
    );
    expect(Object.keys(await offered(when('{"event":"x",|}'))).toSorted()).toEqual(
      ['$comment', 'distinct', 'min', 'per', 'where', 'within'].toSorted(),
    );
    expect(Object.keys(await offered(when('{"after":{"event":"x"},|}'))).toSorted()).toEqual(
      ['$comment', 'clock', 'for', 'without'].toSorted(),
    );
  });

  it.each([when('{"event":|}'), when('{"event":"|"}')])(
    'offers events with their meaning: %s',
    async (text) => {
      const events = await offered(text);
      expect(events['rage-click']).toBe(SIGNALS.find(({ name }) => name === 'rage-click')!.meaning);
      expect(events['field-left']).toBe('A field was left.');
    },
  );

  it('offers the settings of a signal', async () => {
    const settings = await offered('{"version":1,"policy":{"signals":{"rage-click":{|}}}}');
    expect(Object.keys(settings)).toEqual(expect.arrayContaining(['off', 'weight', 'min', 'within']));
  });

  it.each([
    ['a sound file', when('{"event":"my-event","within":"10m"}')],
    ['a comment', when('{"$comment":"why","event":"x"}')],
    ['a misspelt modifier', when('{"event":"x","wihin":"5m"}'), 'Property wihin is not allowed.'],
    ['two head words', when('{"event":"x","facts":{"a":1}}'), 'Property facts is not allowed.'],
    ['for without after', when('{"for":"5s"}'), 'Missing property "event".'],
    [
      'after without for',
      when('{"after":{"event":"x"},"without":[{"event":"y"}]}'),
      'Missing property "for".',
    ],
    ['a misspelt test', when('{"event":"x","where":{"a":{"inn":["x"]}}}'), 'Property inn is not allowed.'],
    [
      'inline without an anchor',
      trigger('"when":{"event":"x"},"show":{"content":"c","as":"inline"}'),
      'Missing property "anchor".',
    ],
    [
      'an action with two verbs',
      '{"version":1,"triggers":[],"content":{"a":{"title":"x","actions":[{"label":"x","link":"/","call":"y"}]}}}',
      'Property call is not allowed.',
    ],
  ])('underlines %s for what is wrong with it', async (_name, text, ...messages) => {
    expect(await underlined(text)).toEqual(messages);
  });
});
