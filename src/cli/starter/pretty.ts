const WIDTH = 100;

/** JSON as people write it: what fits into a line stays on one. `lead` is what stands before it on its line. */
export function pretty(value: unknown, indent = 0, lead = 0): string {
  const flat = inline(value);
  // The comma after it counts.
  const fits = indent + lead + flat.length < WIDTH;
  if (typeof value !== 'object' || value === null || (indent > 0 && fits)) return flat;
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  if (Array.isArray(value))
    return `[\n${value.map((one) => `${inner}${pretty(one, indent + 2)}`).join(',\n')}\n${outer}]`;
  const entries = Object.entries(value).map(([key, one]) => {
    const name = `${JSON.stringify(key)}: `;
    return `${inner}${name}${pretty(one, indent + 2, name.length)}`;
  });
  return `{\n${entries.join(',\n')}\n${outer}}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
