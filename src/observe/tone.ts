import { words } from '../core/markup.js';
import { attr, bodyOf, closest, findAll, outwards, ownerOf, viewOf } from './dom.js';

/**
 * Whether a message is bad or good news, as far as that shows without reading it: by the names that developers give to
 * such things, and by its colours.
 */
export type Tone = 'bad' | 'good' | undefined;

const BAD = words('errors?|err|invalid|danger|fail|fails|failed|failure|critical|negative');
const GOOD = words(
  'success|successful|successfully|ok|done|valid|positive|confirm|confirmed|confirmation|complete|completed|info|woocommerce-message',
);
const REQUIRED = words('required|mandatory|asterisk|optional');
/** Messages are wrapped: `.toast-error > .toast-message`, `[role=alert] > ul.errors`. */
const MAX_WRAPPERS = 2;
const MAX_PARTS = 6;

/** Hues of red and of green, in degrees; in `oklch` they are turned. */
const RED = 25;
const GREEN: [number, number] = [75, 170];
const OKLCH_TURN = 27;
/** Paler or greyer than this has no colour. */
const MIN_CHROMA = 24;

const classes = (el: Element): string => (attr(el, 'class') ?? '').replace(/([a-z])([A-Z])/g, '$1-$2');
/** The mark of a required field, whatever colour it has. */
export const saysRequired = (el: Element): boolean => REQUIRED.test(classes(el)) || !!closest(el, 'abbr');
export const saysBad = (el: Element): boolean => BAD.test(classes(el));

/** By its names, and those of what is in it and around it. */
export function tone(el: Element): Tone {
  const parts = [el, ...findAll(el, '[class]', MAX_PARTS), ...outwards(el).slice(1, MAX_WRAPPERS + 1)];
  for (const one of parts) {
    if (saysBad(one)) return 'bad';
    if (GOOD.test(classes(one))) return 'good';
  }
  return undefined;
}

/** By its text, what is behind it, and its edge; but not if all of the page has that colour. */
export function tint(el: Element): Tone {
  const view = viewOf(el);
  const style = view.getComputedStyle(el);
  const body = bodyOf(ownerOf(el) ?? document);
  const paints = [style.backgroundColor];
  if (body && style.color !== view.getComputedStyle(body).color) paints.unshift(style.color);
  for (const side of ['left', 'top', 'bottom'])
    if (parseFloat(style.getPropertyValue(`border-${side}-width`)) > 0)
      paints.push(style.getPropertyValue(`border-${side}-color`));
  for (const paint of paints) {
    const news = toneOf(paint);
    if (news) return news;
  }
  return undefined;
}

/** Computed colours are `rgb(…)`, and where the page uses newer notations, these. */
function toneOf(paint: string): Tone {
  const numbers = paint.match(/[\d.]+%?/g)?.map(parseFloat) ?? [];
  const [a = 0, b = 0, c = 0, alpha = 1] = numbers;
  if (alpha < 0.1) return undefined;
  if (paint.startsWith('oklch')) return b < 0.04 ? undefined : ofHue(c - OKLCH_TURN);
  const scale = paint.startsWith('color(srgb') ? 255 : 1;
  if (scale === 1 && !paint.startsWith('rgb')) return undefined;
  const [red, green, blue] = [a * scale, b * scale, c * scale] as const;
  const most = Math.max(red, green, blue);
  const chroma = most - Math.min(red, green, blue);
  if (chroma < MIN_CHROMA) return undefined;
  const turn =
    most === red
      ? (green - blue) / chroma
      : most === green
        ? 2 + (blue - red) / chroma
        : 4 + (red - green) / chroma;
  return ofHue(turn * 60);
}
function ofHue(degrees: number): Tone {
  const hue = (degrees + 360) % 360;
  if (hue <= RED || hue >= 360 - RED) return 'bad';
  return hue >= GREEN[0] && hue <= GREEN[1] ? 'good' : undefined;
}
