import { readFileSync } from 'node:fs';

/** A file that the Tag Manager imports: what is between its headings. */
export const SECTIONS = [
  'TERMS_OF_SERVICE',
  'INFO',
  'TEMPLATE_PARAMETERS',
  'SANDBOXED_JS_FOR_WEB_TEMPLATE',
  'WEB_PERMISSIONS',
  'TESTS',
  'NOTES',
] as const;
export type Section = (typeof SECTIONS)[number];

/** A value as permissions are written: 1 is a text, 2 a list, 3 a map, 8 yes or no. */
interface Value {
  readonly type: 1 | 2 | 3 | 8;
  readonly string?: string;
  readonly boolean?: boolean;
  readonly listItem?: readonly Value[];
  readonly mapKey?: readonly Value[];
  readonly mapValue?: readonly Value[];
}
interface Permission {
  readonly instance: {
    readonly key: { readonly publicId: string; readonly versionId: string };
    readonly param: readonly { readonly key: string; readonly value: Value }[];
  };
}

const plain = ({ type, string, boolean, listItem = [], mapKey = [], mapValue = [] }: Value): unknown => {
  if (type === 1) return string;
  if (type === 8) return boolean;
  if (type === 2) return listItem.map(plain);
  return Object.fromEntries(mapKey.map((key, i) => [plain(key), plain(mapValue[i]!)]));
};

export interface Template {
  readonly sections: ReadonlyMap<string, string>;
  readonly code: string;
  /** What it may, by the name of the permission. */
  readonly permissions: ReadonlyMap<string, readonly unknown[]>;
  readonly scenarios: readonly { readonly name: string; readonly code: string }[];
  /** Before each of them. */
  readonly setup: string;
}

/** Blocks of a list in YAML: only what the Tag Manager writes. */
const block = (text: string): string => text.replaceAll(/^ {4}/gm, '').trim();

export function readTemplate(file: string): Template {
  const text = readFileSync(file, 'utf8');
  const sections = new Map(
    [...text.matchAll(/^___([A-Z_]+)___\n([^]*?)(?=^___[A-Z_]+___\n|$(?![^]))/gm)].map(([, name, body]) => [
      name!,
      body!.trim(),
    ]),
  );
  const granted = JSON.parse(sections.get('WEB_PERMISSIONS') ?? '[]') as readonly Permission[];
  const tests = sections.get('TESTS') ?? '';
  return {
    sections,
    code: sections.get('SANDBOXED_JS_FOR_WEB_TEMPLATE') ?? '',
    permissions: new Map(
      granted.map(({ instance: { key, param } }) => [
        key.publicId,
        param.flatMap(({ value }) => plain(value) as unknown[]),
      ]),
    ),
    scenarios: [...tests.matchAll(/^- name: (.+)\n {2}code: \|-\n((?: {4}.*\n)+)/gm)].map(
      ([, name, code]) => ({ name: name!, code: block(code!) }),
    ),
    setup: (/^setup: \|-\n([^]*)$/m.exec(tests)?.[1] ?? '').replaceAll(/^ {2}/gm, ''),
  };
}

/** What the tests' tag manager wants to know of it. */
export const forPage = ({ code, permissions }: Template): Readonly<Record<string, unknown>> => ({
  code,
  globals: permissions.get('access_globals') ?? [],
  urls: permissions.get('inject_script') ?? [],
  consents: permissions.get('access_consent') ?? [],
});
