import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { SIGNALS } from '../../../../src/check/check.js';
import { readConfig } from '../../../../src/config/read.js';
import { configSchema, nouns, type Schema } from '../../../../src/config/schema/index.js';
import { forEditors } from '../../../../src/config/schema/editors.js';
import { NEUTRAL_EVENTS } from '../../../../src/config/schema/events.js';
import { parseDuration } from '../../../../src/core/duration.js';
import { DEFAULTS } from '../../../../src/decide/policy.js';
import { DEFAULT_GIVE_UP_MS, DEFAULT_SOLVED_MS } from '../../../../src/decide/triggers.js';
import { DEFAULT_IDLE_OUT_MS } from '../../../../src/journey/steps.js';
import { compileTriggers } from '../../../../src/decide/triggers.js';
import * as registry from '../../../../src/detect/registry.js';
import { typesOf } from '../../../support/types-from-schema.mjs';

const ROOT = resolve(import.meta.dirname, '../../../..');
const schema = configSchema(SIGNALS);
const defs = schema.$defs!;

/** Every part of the schema that is a schema itself, with its place. */
function parts(one: Schema, at: string): [schema: Schema, at: string][] {
  const inside = [
    ...Object.entries(one.properties ?? {}).map(([key, child]) => [child, `${at}.${key}`] as const),
    ...(['items', 'additionalProperties', 'then', 'else', 'propertyNames'] as const).flatMap((key) =>
      typeof one[key] === 'object' ? [[one[key], `${at}/${key}`] as const] : [],
    ),
    ...[...(one.anyOf ?? []), ...(one.oneOf ?? [])].map((child, i) => [child, `${at}|${i}`] as const),
  ];
  return [[one, at], ...inside.flatMap(([child, where]) => parts(child, where))];
}
const all = [
  ...parts({ ...schema, $defs: {} }, 'Config'),
  ...Object.entries(defs).flatMap(([name, one]) => parts(one, name)),
];
const target = ({ $ref }: Schema): Schema => ($ref ? defs[$ref.replace('#/$defs/', '')]! : {});

describe('the schema', () => {
  it('is JSON Schema 2020-12, without a complaint of Ajv at its strictest', () => {
    const ajv = new Ajv2020({ strict: true, allErrors: true });
    expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
    expect(() => ajv.compile(schema)).not.toThrow();
    expect(() => new Ajv2020({ strict: true }).compile(forEditors(schema))).not.toThrow();
  });

  it('has no definition that nothing refers to, and refers to none that is not there', () => {
    const used = [...JSON.stringify(schema).matchAll(/"#\/\$defs\/(\w+)"/g)].map(([, name]) => name!);
    expect(Object.keys(defs).filter((name) => !used.includes(name))).toEqual([]);
    expect(used.filter((name) => !Object.hasOwn(defs, name))).toEqual([]);
  });

  const properties = all.flatMap(([one, at]) =>
    one.additionalProperties === false
      ? Object.entries(one.properties ?? {}).map(([key, property]) => ({ at: `${at}.${key}`, property }))
      : [],
  );

  it('explains every property: a name, a sentence, and what can be written', () => {
    expect(properties.length).toBeGreaterThan(150);
    for (const { at, property } of properties) {
      expect(property.title, at).toMatch(/\S/);
      expect(property.description, at).toMatch(/\S.*[.…]$/);
      const whole = { ...target(property), ...property };
      const shown = [whole.examples, whole.default, whole.enum, whole.const].some((one) => one !== undefined);
      expect([at, shown || whole.type === 'boolean']).toEqual([at, true]);
    }
  });

  it('closes every object: names are either listed or the team’s own', () => {
    const open = all.filter(
      ([one]) => one.type === 'object' && one.additionalProperties === undefined && !one.if,
    );
    expect(open.map(([, at]) => at)).toEqual([]);
  });

  it('lets $comment stand in every object', () => {
    const without = all.filter(
      ([one]) => one.type === 'object' && !one.if && !Object.hasOwn(one.properties ?? {}, '$comment'),
    );
    expect(without.map(([, at]) => at)).toEqual([]);
  });

  it('gives examples and defaults that it accepts itself', () => {
    const ajv = new Ajv2020({ strict: false });
    ajv.addSchema(schema, 'config');
    for (const [i, [one, at]] of all.entries()) {
      const given = [...(one.examples ?? []), ...(one.default === undefined ? [] : [one.default])];
      if (given.length === 0) continue;
      const { $id: _id, $schema: _schema, ...rest } = one;
      const moved = JSON.parse(JSON.stringify(rest).replaceAll('"#/$defs/', '"config#/$defs/')) as Schema;
      const valid = ajv.compile({ ...moved, $defs: {}, $id: `part-${i}` });
      for (const example of given) expect([at, example, valid(example)]).toEqual([at, example, true]);
    }
  }, 60_000);

  it('says each default as the engine has it', () => {
    const property = (name: string, ...path: string[]) =>
      path.reduce((one, key) => one.properties![key]!, defs[name]!).default;
    const ms = (name: string, ...path: string[]) => parseDuration(property(name, ...path));
    expect(property('Policy', 'limits')).toEqual(DEFAULTS.limits);
    expect(ms('Policy', 'gap')).toBe(DEFAULTS.gapMs);
    expect(property('Policy', 'wait')).toEqual(DEFAULTS.wait);
    expect(property('Policy', 'snooze')).toEqual(DEFAULTS.snooze);
    expect(ms('Trigger', 'timing', 'giveUpAfter')).toBe(DEFAULT_GIVE_UP_MS);
    expect(ms('Trigger', 'solved', 'within')).toBe(DEFAULT_SOLVED_MS);
    expect(ms('Journey', 'idleOut')).toBe(DEFAULT_IDLE_OUT_MS);
    const [compiled] = compileTriggers(
      readConfig(
        {
          version: 1,
          content: { c: { title: 'x' } },
          triggers: [{ id: 't', when: { event: 'x' }, show: { content: 'c', as: 'notice' } }],
        },
        () => false,
      ),
      () => false,
    );
    const ranks = defs['Priority']!.enum!;
    expect(compiled).toMatchObject({
      status: property('Trigger', 'status'),
      at: property('Trigger', 'timing', 'at'),
      rank: ranks.indexOf(property('Trigger', 'priority') as string),
    });
  });

  it('has every signal with its settings and their defaults', () => {
    const settings = defs['Policy']!.properties!['signals']!.properties!;
    for (const { name, defaults } of Object.values(registry)) {
      for (const [key, value] of Object.entries(defaults)) {
        const said = key.endsWith('Ms')
          ? parseDuration(settings[name]!.properties![key.slice(0, -2)]!.default)
          : settings[name]!.properties![key]!.default;
        expect([name, key, said]).toEqual([name, key, value]);
      }
    }
  });

  it('offers every event that Antes tells, and no other', () => {
    const code = ['journey', 'decide'].flatMap((room) =>
      readdirSync(resolve(ROOT, 'src', room), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => readFileSync(resolve(ROOT, 'src', room, file), 'utf8')),
    );
    const told = [
      ...code.join('\n').matchAll(/\btell\(\s*'([a-z-]+)'|\? '([a-z-]+)' : '([a-z-]+)', \{/g),
    ].flatMap(([, ...names]) => names.filter((name) => name !== undefined));
    const [, phases = ''] =
      /export type HelpPhase =([\s\S]*?);/.exec(
        readdirSync(resolve(ROOT, 'src/core'), { recursive: true, encoding: 'utf8' })
          .filter((file) => file.endsWith('.ts'))
          .map((file) => readFileSync(resolve(ROOT, 'src/core', file), 'utf8'))
          .join('\n') + code.join('\n'),
      ) ?? [];
    const help = [...phases.matchAll(/'(\w+)'/g)].map(([, phase]) => `help-${phase}`);
    const own = NEUTRAL_EVENTS.map(({ name }) => name);
    expect(own.filter((name) => !name.startsWith('help-')).toSorted()).toEqual([...new Set(told)].toSorted());
    expect(own.filter((name) => name.startsWith('help-')).toSorted()).toEqual(help.toSorted());
  });

  it('is what the types are written from (npm run schema)', async () => {
    for (const [file, code] of await typesOf(nouns([])))
      expect([file, readFileSync(resolve(ROOT, file), 'utf8')]).toEqual([file, code]);
  });
});
