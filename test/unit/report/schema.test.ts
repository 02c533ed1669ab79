import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bodies, EVENT_TYPES, eventsSchema, exampleOf } from '../../../src/report/schema/index.js';
import * as schema from '../../../src/report/schema/index.js';
import { eventSections, withSections } from '../../support/events-docs.mjs';
import { eventTypes } from '../../support/types-from-schema.mjs';

const validate = new Ajv2020({ strict: false }).compile(eventsSchema());
const ROOT = resolve(import.meta.dirname, '../../..');

describe.each(EVENT_TYPES)('$type', (type) => {
  const example = exampleOf(type);
  it('has an example that is one', () => {
    expect(validate(example), JSON.stringify(validate.errors)).toBe(true);
  });
  it('has no other field, and none of its own may be missing', () => {
    expect(validate({ ...example, url: '/x' })).toBe(false);
    for (const key of ['antes', 'type', 'sid', 'seq', 'visit', 'at', 'sent', ...type.required]) {
      const { [key]: _gone, ...rest } = example;
      expect(validate(rest), key).toBe(false);
    }
  });
  it('has no field for a text of the page: only words, names, numbers, yes and no', () => {
    for (const [name, { enum: some, pattern, type: kind, maxLength, properties }] of Object.entries(
      type.fields,
    ))
      expect(
        some ??
          pattern ??
          properties ??
          (name === 'owner' ? maxLength : undefined) ??
          (kind === 'string' ? undefined : kind),
        name,
      ).toBeDefined();
  });
});

it('docs/events.md lists them (npm run docs:events)', () => {
  const page = readFileSync(resolve(ROOT, 'docs/events.md'), 'utf8');
  expect(page).toBe(withSections(page, eventSections(schema)));
});

it('the types are those of the schema (npm run schema)', async () => {
  expect(readFileSync(resolve(ROOT, 'src/report/events.ts'), 'utf8')).toBe(await eventTypes(bodies()));
});
