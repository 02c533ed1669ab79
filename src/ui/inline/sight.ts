import { real } from '../../core/real.js';
import type { Guard } from '../../core/guard.js';
import type { BadgeHolder } from '../badge/holder.js';
import { undoAll } from '../undo-all.js';

/** Help out of sight is no help, and a page is not scrolled unasked: until it has been seen, the badge shows the way. */
export function keepInSight(
  /** What has to be seen. */
  target: () => Element,
  badge: BadgeHolder,
  guard: Guard,
): { watch(): void; stop(): void } {
  const reveal = () => real(target()).scrollIntoView({ block: 'center' });
  const sight = new IntersectionObserver(
    guard('ui/inline', (entries: IntersectionObserverEntry[]) => {
      if (!entries.at(-1)?.isIntersecting) void badge.add(reveal).catch(() => undefined);
      else stop();
    }),
  );
  function stop(): void {
    undoAll(
      guard,
      () => sight.disconnect(),
      () => badge.remove(reveal),
    );
  }
  return { watch: () => sight.observe(target()), stop };
}
