/**
 * JSON of plain data, whatever the page has made of `JSON.stringify`: old libraries give arrays and texts a `toJSON` of
 * their own, and what they write is not what was meant.
 */
export function plainJson(value: unknown): string {
  if (Array.isArray(value)) {
    let items = '';
    for (let i = 0; i < value.length; i++) items += `${i > 0 ? ',' : ''}${plainJson(value[i])}`;
    return `[${items}]`;
  }
  if (typeof value === 'object' && value !== null) {
    let members = '';
    for (const [name, member] of Object.entries(value))
      if (member !== undefined) members += `${members && ','}${quoted(name)}:${plainJson(member)}`;
    return `{${members}}`;
  }
  if (typeof value === 'string') return quoted(value);
  return typeof value === 'boolean' || Number.isFinite(value) ? String(value) : 'null';
}

/** Quotes, backslashes, what is no text, and halves of surrogate pairs, which a server could not read; both halves are a whole again. */
const ESCAPED = /["\\]|[^ -\ud7ff\ue000-\uffff]/g;

const quoted = (text: string) =>
  `"${text.replace(ESCAPED, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}"`;
