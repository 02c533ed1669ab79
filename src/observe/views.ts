import type { ViewRecord } from '../core/records.js';
import type { Context } from './context.js';
import { usable } from './ignored.js';
import { sanitisePath } from './path.js';

/** Steps are looked for at most this often, and once more when the page has come to rest. */
const SETTLE_MS = 150;
const MARKED = '[data-antes-step]';
const MAX_STEPS = 20;

/** Which page the customer sees, and which steps are in it. */
export function startViews(ctx: Context): () => void {
  const { bus, dom, feed, now, options, route, window } = ctx;
  const steps = options.steps.filter(
    ({ selector, id }) => usable(dom, [selector], `journeys/${id}`, ctx.report).length > 0,
  );
  let path = '';
  let told = '';
  let cancel: (() => void) | undefined;
  /** Pages without any step pay nothing for them; the attribute may still appear. */
  let marked = steps.length > 0;

  const inPage = (): string[] => {
    const found = steps.filter(({ selector }) => dom.find(dom.document, selector)).map(({ id }) => id);
    for (const el of dom.findAll(dom.document, MARKED, MAX_STEPS)) {
      const id = dom.attr(el, 'data-antes-step');
      if (id && !found.includes(id) && !ctx.ignored(el)) found.push(id);
    }
    marked ||= found.length > 0;
    return found;
  };
  const tell = (how: ViewRecord['how']) => {
    const found = inPage();
    const id = found.join(' ');
    if (how === 'dom' && id === told) return;
    told = id;
    path = window.location.pathname;
    feed({ type: 'view', at: now(), how, path: sanitisePath(path), steps: found });
  };
  const soon = () => {
    cancel ??= ctx.later('observe/views', SETTLE_MS, () => {
      cancel = undefined;
      tell('dom');
    });
  };
  /** Nodes that came or went, or the attribute itself. */
  const matters = ({ type, attributeName, addedNodes, removedNodes }: MutationRecord): boolean => {
    if (attributeName === 'data-antes-step') return (marked = true);
    if (type === 'childList') {
      if (marked) return addedNodes.length + removedNodes.length > 0;
      for (let i = 0; i < addedNodes.length && i < 8; i++) {
        const node = addedNodes[i];
        if (dom.isElement(node) && (dom.matches(node, MARKED) || dom.find(node, MARKED)))
          return (marked = true);
      }
    }
    // A selector may ask for a class or `hidden`; styles are animated.
    return type === 'attributes' && steps.length > 0 && attributeName !== 'style';
  };

  tell('load');
  const stops = [
    route.on(() => {
      if (window.location.pathname !== path) tell('route');
      else soon();
    }),
    bus.on<PageTransitionEvent>('pageshow', 'observe/views', ({ persisted }) => {
      if (persisted) tell('restore');
    }),
    ctx.mutations.on('observe/views', (batch) => {
      // Without the Navigation API a route may change with nothing but the page to show it.
      route.check();
      if (cancel) return;
      for (let i = 0; i < batch.length && i < 32; i++) if (matters(batch[i] as MutationRecord)) return soon();
    }),
  ];
  return () => {
    cancel?.();
    for (const stop of stops) stop();
  };
}
