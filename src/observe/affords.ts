import { words } from '../core/markup.js';
import { attr, bodyOf, matches, outwards } from './dom.js';

/** How far outwards the look of a thing is followed: an icon or a word in it is what the finger hits. */
const MAX_DEPTH = 3;
/** Names that say "press me". */
const PRESS_ME = words('btn|button|link|cta|clickable');
/** What holds several of them. */
const HOLDER = words('group|bar|toolbar|list|row|set|wrap|wrapper|container|area|section');

/** Blue as links are: much more of it than of red and green. Browsers' own is 0, 0, 238; GOV.UK's 29, 112, 184. */
function isLinkBlue(color: string): boolean {
  const [r = 0, g = 0, b = 0] = color.startsWith('rgb(') ? (color.match(/\d+/g) ?? []).map(Number) : [];
  return b >= 150 && b - r >= 80 && b - g >= 60;
}

/** No control, yet it looks like one: underlined, blue as a link among other text, or by its class a button. */
export const affords = (inner: Element, window: Window): boolean =>
  outwards(inner)
    .slice(0, MAX_DEPTH)
    .filter((el) => !matches(el, 'body,html'))
    .some((el) => {
      const names = (attr(el, 'class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2').split(/\s+/);
      if (names.some((name) => PRESS_ME.test(name) && !HOLDER.test(name))) return true;
      const { color, textDecorationLine } = window.getComputedStyle(el);
      return (
        /underline/.test(textDecorationLine) ||
        // Headings wear the colours of the house.
        (isLinkBlue(color) &&
          !matches(el, ':is(h1,h2,h3,h4,h5,h6,h1 *,h2 *,h3 *,h4 *,h5 *,h6 *)') &&
          color !== plainColor(window))
      );
    });

/** Of ordinary text. */
function plainColor(window: Window): string {
  const body = bodyOf(window.document);
  return body ? window.getComputedStyle(body).color : '';
}
