/** Longer than any word of a path that a person would write. */
const MAX_SEGMENT = 40;

/** `/order/81723/pay` → `/order/:id/pay`. Never query or fragment. */
export function sanitisePath(pathname: string): string {
  return pathname
    .split('/')
    .map((segment) => (isId(segment) ? ':id' : segment))
    .join('/');
}

/** A number, a hash, an address, or anything with so many digits that it must name one thing out of many. */
function isId(raw: string): boolean {
  if (raw === '' || raw === ':id') return raw !== '';
  let segment = raw;
  try {
    segment = decodeURIComponent(raw);
  } catch {
    return true;
  }
  if (segment.length > MAX_SEGMENT || /[@=+]/.test(segment)) return true;
  const name = segment.replace(/\.[a-z]{2,5}$/i, '');
  const digits = name.replace(/\D/g, '').length;
  if (/^\d+$/.test(name)) return true;
  // `step2`, `v1`, `b2b` are words; `a1b2c3`, `ord-2024-7731`, UUIDs are not.
  if (digits >= 4 || (digits >= 2 && digits * 3 >= name.length && name.length > 3)) return true;
  return (
    /^[0-9a-f]{8,}$/i.test(name) ||
    (name.length >= 16 && !/[-_.]/.test(name) && /[a-z]/.test(name) && /[A-Z]/.test(name))
  );
}
