/** Where help may lead: nothing that runs code. `http` only on the page's own origin. */
const ALLOWED = /^(?:https|tel|mailto|sms):/;

/** The link as an absolute address, or nothing if it may not be used. */
export function safeLink(link: string, base: string): string | undefined {
  // To nowhere; by itself it would be the page.
  if (!link) return undefined;
  try {
    const { protocol, origin, href } = new URL(link, base);
    if (ALLOWED.test(protocol) || (protocol === 'http:' && origin === new URL(base).origin)) return href;
  } catch {
    // Not an address.
  }
  return undefined;
}
