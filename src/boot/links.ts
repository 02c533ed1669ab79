/** Where help may lead: nothing that runs code. `http` only on the page's own origin. */
const SCHEMES = ['https:', 'tel:', 'mailto:', 'sms:'];

/** The link as an absolute address, or nothing if it may not be used. */
export function safeLink(link: string, base: string): string | undefined {
  try {
    const url = new URL(link, base);
    if (SCHEMES.includes(url.protocol) || (url.protocol === 'http:' && url.origin === new URL(base).origin))
      return url.href;
  } catch {
    // Not an address.
  }
  return undefined;
}
