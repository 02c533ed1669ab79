import type { PressRecord } from '../core/records.js';
import type { ObserveOptions } from './context.js';
import { closest } from './dom.js';

type Leads = NonNullable<PressRecord['leads']>;

/** What a page's links and anchors lead to, by their address alone. */
const LEADS: readonly (readonly [Leads, string])[] = [
  ['phone', 'a[href^="tel:" i],[data-antes-anchor^=phone]'],
  ['mail', 'a[href^="mailto:" i]'],
  [
    'chat',
    'a:is([href^="sms:" i],[href^="whatsapp:" i],[href*="//wa.me/" i],[href*="whatsapp.com/send" i],[href*="//t.me/" i],[href*="//m.me/" i])',
  ],
];

/** The kind of person's ear a press leads to, if it does. */
export function leadsOf(el: Element, contacts: ObserveOptions['contacts']): Leads | undefined {
  const known = LEADS.find(([, selector]) => closest(el, selector));
  if (known) return known[0];
  const link = contacts && closest(el, 'a[href]');
  return link ? contacts.find(({ url }) => leadsTo(link as HTMLAnchorElement, url))?.leads : undefined;
}

function leadsTo({ href, baseURI }: HTMLAnchorElement, url: string): boolean {
  try {
    return href === new URL(url, baseURI).href;
  } catch {
    return false;
  }
}
