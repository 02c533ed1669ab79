import { below } from '../core/pointer.js';
import type { Config } from '../config/types.js';
import type { Report } from '../core/problems.js';
import type { Data, FactsRecord, Scalar } from '../core/records.js';
import type { FactsPatch } from './antes.js';

const MAX_TEXT = 500;
const MAX_ITEMS = 100;
const MAX_DEPTH = 4;
/** Looked at in one call: somebody may hand over everything there is, by mistake. */
const MAX_VALUES = 1_000;

const isScalar = (value: unknown): value is Scalar =>
  typeof value === 'boolean' ||
  (typeof value === 'number' && Number.isFinite(value)) ||
  (typeof value === 'string' && value.length <= MAX_TEXT);

/** Data of a host event: its plain values; anything else is left out. */
export function plainData(data: unknown): Data {
  const plain: Record<string, Scalar> = {};
  if (typeof data !== 'object' || data === null) return plain;
  for (const [name, value] of Object.entries(data).slice(0, MAX_ITEMS))
    if (isScalar(value) && name !== '__proto__') plain[name] = value;
  return plain;
}

/** Facts by their dotted names; those that the config does not declare are reported and left out. */
export function plainFacts(patch: FactsPatch, config: Config, report: Report): FactsRecord['facts'] {
  const facts: Record<string, Scalar | readonly Scalar[] | null> = {};
  const kinds = Object.values(config.sources ?? {}).map(({ kind }) => kind);
  const isDeclared = (name: string) =>
    Object.hasOwn(config.facts ?? {}, name) || kinds.some((kind) => name.startsWith(`${kind}.`));

  let left = MAX_VALUES;
  function take(prefix: string, value: unknown, depth: number): void {
    if (left-- <= 0) return;
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      if (depth < MAX_DEPTH)
        for (const [key, child] of Object.entries(value).slice(0, MAX_ITEMS))
          take(prefix ? `${prefix}.${key}` : key, child, depth + 1);
      return;
    }
    if (!isDeclared(prefix)) {
      report(
        'FACT_UNDECLARED',
        below('/facts', prefix),
        `The fact '${prefix}' is not declared in the configuration and is ignored.`,
      );
      return;
    }
    if (value === null || value === undefined) facts[prefix] = null;
    else if (isScalar(value)) facts[prefix] = value;
    else if (Array.isArray(value)) facts[prefix] = value.filter(isScalar).slice(0, MAX_ITEMS);
    else
      report(
        'BAD_CALL',
        below('/facts', prefix),
        `The fact '${prefix}' is not a text, number, true or false, or a list of these; it is ignored.`,
      );
  }
  take('', patch, 0);
  return facts;
}
