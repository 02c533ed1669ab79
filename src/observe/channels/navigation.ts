import type { ChannelPart, Watch } from '../attempt.js';
import type { Context } from '../context.js';
import { navigationOf } from '../route.js';
import { pathOf } from '../target.js';

/** The address changed, or the page is being left. */
export function startNavigationChannel(ctx: Context, watch: Watch): ChannelPart {
  const { bus, dom, route, window } = ctx;
  const leaving = () => watch.answerAll('navigation', true);
  const probe = () => {
    for (const attempt of watch.pending) if (attempt.href !== route.href) watch.answer(attempt, 'route');
  };
  /** Whether the page kept the browser from following is known once all its listeners have run. */
  const unlessPrevented = (event: Event) => {
    const attempt = watch.task;
    ctx.later('observe/navigation', 0, () => {
      if (!event.defaultPrevented && attempt && attempt !== 'other')
        watch.answer(attempt, 'navigation', true);
    });
  };
  const stops = [
    route.on(probe),
    bus.on('click', 'observe/navigation', (event) => {
      const link = pathOf(event).find(
        (node): node is Element => dom.isElement(node) && dom.matches(node, 'a[href],area[href]'),
      );
      if (link && leavesPage(link as HTMLAnchorElement, window.location)) unlessPrevented(event);
    }),
    bus.on('submit', 'observe/navigation', unlessPrevented),
    bus.on('pagehide', 'observe/navigation', () => {
      for (const attempt of watch.pending) watch.answer(attempt, 'navigation');
    }),
  ];
  // `location.href = …`: told by the Navigation API, or else by `beforeunload`, which is listened to only now.
  const navigation = navigationOf(window);
  if (!navigation) stops.push(bus.on('beforeunload', 'observe/navigation', leaving));
  else {
    stops.push(
      bus.onTarget(navigation, 'navigate', 'observe/navigation', (event) => {
        const { destination, downloadRequest } = event as Event & {
          destination?: { sameDocument: boolean };
          downloadRequest?: string | null;
        };
        if (destination && !destination.sameDocument && downloadRequest === null) leaving();
      }),
    );
  }
  return { stop: () => stops.forEach((stop) => stop()), probe };
}

/** Another document: not a fragment of this one, not a script. */
function leavesPage(link: HTMLAnchorElement, here: Location): boolean {
  if (!/^https?:$/.test(link.protocol)) return false;
  return !(
    link.hash &&
    link.origin === here.origin &&
    link.pathname === here.pathname &&
    link.search === here.search
  );
}
