import { blend, parse, wcagContrast, type Color } from 'culori';

export type Scheme = 'light' | 'dark';

/** What is inside the outermost brackets, taken apart at its commas. */
function parts(inside: string): string[] {
  const found: string[] = [''];
  let depth = 0;
  for (const letter of inside) {
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (letter === ',' && depth === 0) found.push('');
    else found[found.length - 1] += letter;
  }
  return found.map((part) => part.trim());
}

const FUNCTION = /^(var|light-dark)\((.*)\)$/s;
/** A property that names itself, by way of others. */
const MAX_STEPS = 20;

/**
 * What a value comes to in a scheme: `light-dark()` and `var()` are followed, the latter as far as `known` goes.
 * Nothing where it leads out of what can be seen.
 */
export function resolve(
  value: string,
  scheme: Scheme,
  known: (property: string) => string | undefined,
  steps: number = MAX_STEPS,
): string | undefined {
  const [, name, inside = ''] = FUNCTION.exec(value.trim()) ?? [];
  if (name === undefined) return value.trim();
  if (steps === 0) return undefined;
  const [first = '', second] = parts(inside);
  if (name === 'light-dark')
    return resolve(scheme === 'light' ? first : (second ?? ''), scheme, known, steps - 1);
  const next = known(first) ?? second;
  return next === undefined ? undefined : resolve(next, scheme, known, steps - 1);
}

export const colourOf = (value: string): Color | undefined => parse(value);

/** WCAG's ratio, 1 to 21. What shines through is taken as lying on white or black, or on what is under it. */
export function contrast(colour: Color, on: Color, scheme: Scheme): number {
  const under = blend([scheme === 'light' ? 'white' : 'black', on], 'normal', 'rgb');
  return wcagContrast(blend([under, colour], 'normal', 'rgb'), under);
}
