const WIDTH = 100;

/** JSON as people write it: what fits into a line stays on one. */
export function pretty(value: unknown, indent = 0): string {
  const flat = inline(value);
  if (indent > 0 && indent + flat.length <= WIDTH) return flat;
  const inner = ' '.repeat(indent + 2);
  const outer = ' '.repeat(indent);
  if (Array.isArray(value))
    return `[\n${value.map((one) => `${inner}${pretty(one, indent + 2)}`).join(',\n')}\n${outer}]`;
  if (typeof value !== 'object' || value === null) return flat;
  const entries = Object.entries(value).map(([key, one]) => {
    const name = `${JSON.stringify(key)}: `;
    const fits = indent + 2 + name.length + inline(one).length <= WIDTH;
    return `${inner}${name}${fits ? inline(one) : pretty(one, indent + 2)}`;
  });
  return `{\n${entries.join(',\n')}\n${outer}}`;
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).map(([key, one]) => `${JSON.stringify(key)}: ${inline(one)}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}
