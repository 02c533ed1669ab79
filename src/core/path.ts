/** Longer than any word of a path that a person would write. */
const MAX_SEGMENT = 40;

/** `/order/81723/pay` → `/order/:id/pay`, but for words that the config itself uses. Never query or fragment. */
export const sanitisePath = (pathname: string, words: ReadonlySet<string>): string =>
  pathname.replace(/[^/]+/g, (segment) => (!words.has(segment) && isId(segment) ? ':id' : segment));

/** A number, a hash, an address, or anything with so many digits that it must name one thing out of many. */
function isId(segment: string): boolean {
  // Other escapes than of spaces and of letters beyond ASCII hide something.
  const word = segment.replace(/%(?:20|[c-f][0-9a-f](?:%[89ab][0-9a-f])+)/gi, 'x');
  if (word.length > MAX_SEGMENT || /[@=+%:]/.test(word)) return true;
  const name = word.replace(/\.[a-z]{2,5}$/i, '');
  const digits = name.replace(/\D/g, '').length;
  // `step2`, `v1`, `b2b` are words; `a1b2c3`, `ord-2024-7731`, UUIDs are not.
  return (
    digits >= 4 ||
    (digits > 0 && digits * 3 >= name.length && (name.length > 3 || digits === name.length)) ||
    /^[0-9a-f]{8,}$/i.test(name) ||
    (name.length >= 16 && /^(?=.*[a-z])(?=.*[A-Z])[^-_.]+$/.test(name))
  );
}
