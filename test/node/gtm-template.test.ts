import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { parseAst } from 'rollup/parseAst';
import { describe, expect, it } from 'vitest';
import { readTemplate, SECTIONS } from '../support/gtm-template.js';
import { ROOT } from '../support/samples.js';

/** The template for the Tag Manager, as far as one can know it without the Tag Manager. */
const template = readTemplate(join(ROOT, 'demo/examples/gtm/template.tpl'));
const { code, permissions, scenarios, sections, setup } = template;

/** The API that needs it, and the permission. */
const NEEDS: Readonly<Record<string, string>> = {
  addConsentListener: 'access_consent',
  callInWindow: 'access_globals',
  injectScript: 'inject_script',
  isConsentGranted: 'access_consent',
  setInWindow: 'access_globals',
};
const FREE = ['encodeUriComponent', 'makeTableMap'];

interface Node {
  readonly type: string;
  readonly [part: string]: unknown;
}
/** Every node of a piece of code. */
function nodes(part: unknown): Node[] {
  if (Array.isArray(part)) return part.flatMap(nodes);
  if (typeof part !== 'object' || part === null) return [];
  const inside = Object.values(part).flatMap(nodes);
  return 'type' in part ? [part as Node, ...inside] : inside;
}
const program = nodes(parseAst(code, { allowReturnOutsideFunction: true }));
const required = [...code.matchAll(/require\('(\w+)'\)/g)].map(([, name]) => name!);
const called = (name: string): string[] =>
  [...code.matchAll(new RegExp(`${name}\\('([\\w.]+)'`, 'g'))].map(([, path]) => path!);

describe('the file', () => {
  it('has all sections, in their order', () => {
    expect([...sections.keys()]).toEqual(SECTIONS);
  });

  it('says what it is, and asks for nothing that the code does not read', () => {
    const info = JSON.parse(sections.get('INFO')!) as Record<string, unknown>;
    expect(info).toMatchObject({ type: 'TAG', version: 1, containerContexts: ['WEB'], displayName: 'Antes' });
    const fields = nodes(JSON.parse(sections.get('TEMPLATE_PARAMETERS')!)).flatMap(
      ({ type, name, subParams }) => (typeof name === 'string' && !subParams ? [{ type, name }] : []),
    );
    const names = fields.map(({ name }) => name).filter((name) => !['name', 'value'].includes(name));
    expect(new Set([...code.matchAll(/data\.(\w+)/g)].map(([, name]) => name))).toEqual(
      new Set([...names, 'gtmOnSuccess', 'gtmOnFailure']),
    );
    expect(new Set(fields.map(({ type }) => type))).toEqual(
      new Set(['RADIO', 'TEXT', 'SELECT', 'CHECKBOX', 'SIMPLE_TABLE']),
    );
  });
});

describe('the code', () => {
  it('uses nothing that the sandbox has not', () => {
    const used = new Set(program.map(({ type }) => type));
    for (const type of [
      'NewExpression',
      'ThisExpression',
      'ClassDeclaration',
      'TemplateLiteral',
      'AwaitExpression',
    ])
      expect(used).not.toContain(type);
    expect(program.filter(({ type, regex }) => type === 'Literal' && regex)).toEqual([]);
    const declared = program.flatMap(({ type, id, params }) =>
      type === 'VariableDeclarator' ? [id] : type === 'ArrowFunctionExpression' ? (params as unknown[]) : [],
    );
    const known = new Set(['require', 'data', 'undefined', ...nodes(declared).map(({ name }) => name)]);
    const members = new Set(
      program.flatMap(({ type, computed, property, key }) =>
        (type === 'MemberExpression' && !computed) || type === 'Property' ? [property ?? key] : [],
      ),
    );
    expect(
      program.filter((node) => node.type === 'Identifier' && !known.has(node['name']) && !members.has(node)),
    ).toEqual([]);
  });

  it('has the permission for each API, and no other', () => {
    expect(required.filter((name) => !FREE.includes(name) && !(name in NEEDS))).toEqual([]);
    const needed = new Set(required.flatMap((name) => NEEDS[name] ?? []));
    expect(new Set(permissions.keys())).toEqual(needed);
  });

  it('may read, write and call what it does, and nothing else', () => {
    const globals = permissions.get('access_globals') as readonly Record<string, unknown>[];
    const may = (use: string) => globals.filter((one) => one[use]).map(({ key }) => key as string);
    expect(new Set(may('execute'))).toEqual(new Set(called('callInWindow')));
    expect(new Set(may('write'))).toEqual(new Set(called('setInWindow')));
    // The Tag Manager refuses `setInWindow` where only one of them is granted: it looks before it writes.
    expect(new Set(may('read'))).toEqual(new Set(called('setInWindow')));
    const consents = permissions.get('access_consent') as readonly Record<string, unknown>[];
    const choices = nodes(JSON.parse(sections.get('TEMPLATE_PARAMETERS')!)).find(
      ({ name }) => name === 'consent',
    )!['selectItems'] as readonly { value: string }[];
    expect(consents.map(({ consentType }) => consentType)).toEqual(
      choices.map(({ value }) => value).filter((value) => value !== 'none'),
    );
    expect(consents.every(({ read, write }) => read === true && write === false)).toBe(true);
    expect(permissions.get('inject_script')).toEqual(['https://*/*']);
  });
});

/** What a template's own tests are run with, as Google documents it. */
function run(scenario: string): void {
  const calls = new Map<string, unknown[][]>();
  const mocks = new Map<string, unknown>();
  const api =
    (name: string) =>
    (...values: unknown[]): unknown => {
      calls.set(name, [...(calls.get(name) ?? []), values]);
      const mock = mocks.has(name) ? mocks.get(name) : real[name];
      return typeof mock === 'function' ? (mock(...values) as unknown) : mock;
    };
  const real: Readonly<Record<string, unknown>> = {
    encodeUriComponent: encodeURIComponent,
    makeTableMap: (table: Record<string, string>[], name: string, value: string) =>
      Object.fromEntries(table.map((row) => [row[name], row[value]])),
  };
  const functionOf = (names: string, body: string) =>
    // oxlint-disable-next-line typescript/no-implied-eval -- as the Tag Manager does
    new Function(...names.split(' '), `'use strict';${body}`) as (...values: unknown[]) => void;
  const runCode = (data: object) =>
    functionOf('require data', code)(api, {
      ...data,
      gtmOnSuccess: api('gtmOnSuccess'),
      gtmOnFailure: api('gtmOnFailure'),
    });
  const assertApi = (name: string) => ({
    wasCalled: () => expect(calls.has(name), name).toBe(true),
    wasNotCalled: () => expect(calls.has(name), name).toBe(false),
    wasCalledWith: (...values: unknown[]) =>
      expect(
        (calls.get(name) ?? []).some((one) => isDeepStrictEqual(one, values)),
        name,
      ).toBe(true),
  });
  const assertThat = (value: unknown) => ({ isEqualTo: (other: unknown) => expect(value).toEqual(other) });
  functionOf('mock runCode assertApi assertThat', `${setup}\n${scenario}`)(
    (name: string, mock: unknown) => void mocks.set(name, mock),
    runCode,
    assertApi,
    assertThat,
  );
}

describe('its own tests', () => {
  it('are there', () => {
    expect(scenarios).toHaveLength(sections.get('TESTS')!.match(/^- name:/gm)!.length);
    expect(scenarios.length).toBeGreaterThan(5);
  });

  it.each(scenarios)('$name', ({ code: scenario }) => {
    expect.hasAssertions();
    run(scenario);
  });
});
