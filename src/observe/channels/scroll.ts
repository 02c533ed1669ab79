import type { ChannelPart, Watch } from '../attempt.js';
import type { Context } from '../context.js';

/** A scroll this soon after wheel, touch or key is the customer's own; momentum goes on in steps closer than this. */
const OWN_SCROLL_MS = 250;

/** The page scrolled by itself: to an anchor, to the first error, back to the top. */
export function startScrollChannel({ bus, dom, ignored, now }: Context, watch: Watch): ChannelPart {
  let ownAt = -Infinity;
  let held = false;
  const own = () => void (ownAt = now());
  const stops = [
    ...['wheel', 'touchmove'].map((type) => bus.on(type, 'observe/scroll', own)),
    // Enter and Space press; every other key may scroll.
    bus.on('keydown', 'observe/scroll', () => watch.task === 'other' && own()),
    bus.on('pointerdown', 'observe/scroll', () => void (held = true)),
    ...['pointerup', 'pointercancel'].map((type) =>
      bus.on(type, 'observe/scroll', () => void (held = false)),
    ),
    bus.on('scroll', 'observe/scroll', ({ target }) => {
      if (held || now() - ownAt < OWN_SCROLL_MS) own();
      else if (!dom.isElement(target) || !ignored(target)) watch.answerAll('scroll');
    }),
  ];
  return { stop: () => stops.forEach((stop) => stop()) };
}
