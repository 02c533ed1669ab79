import { toPointer, type Found } from './finding.js';

/**
 * One mistake is told once: a condition with two head words, whatever else belongs to the second; a slip in a word of
 * which there must be one, and that there is none then.
 */
export function unique(found: readonly Found[]): Found[] {
  const seen = new Set<string>();
  const both = new Set(
    found.filter(({ code, key }) => code === 'HEAD_WORD' && !key).map(({ path }) => toPointer(path)),
  );
  const slips = new Set(
    found
      .filter(({ code, suggestion }) => code === 'KEY_UNKNOWN' && suggestion !== undefined)
      .map(({ path }) => toPointer(path.slice(0, -1))),
  );
  return found.filter(({ code, path, key, none }) => {
    const id = `${code} ${toPointer(path)}`;
    if (seen.has(id) || (code === 'HEAD_WORD' && key && both.has(toPointer(path.slice(0, -1))))) return false;
    if (none && slips.has(toPointer(path))) return false;
    seen.add(id);
    return true;
  });
}
