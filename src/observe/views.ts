import type { ViewRecord } from '../core/records.js';
import type { Context } from './context.js';
import { attr } from './dom.js';
import { usable } from './ignored.js';
import { sanitisePath } from '../core/path.js';

const MAX_STEPS = 20;

/** Which page the customer sees, and which steps are in it. */
export function startViews({
  findAll,
  hear,
  ignored,
  on,
  options,
  report,
  route,
  tell,
  window,
}: Context): void {
  const steps = usable(options.steps, report);
  let path: string;
  let told: string;

  const look = (how: ViewRecord['how']) => {
    const found = new Set(steps.filter(({ selector }) => findAll(selector, 1).length).map(({ id }) => id));
    for (const el of findAll('[data-antes-step]', MAX_STEPS))
      if (!ignored(el)) found.add(attr(el, 'data-antes-step') as string);
    const id = [...found].join(' ');
    if (how === 'dom' && id === told) return;
    told = id;
    path = window.location.pathname;
    tell({ type: 'view', how, path: sanitisePath(path, options.words), steps: [...found] });
  };
  look('load');
  hear('moved', () => look(window.location.pathname === path ? 'dom' : 'route'));
  hear('settled', () => {
    // Without the Navigation API a route may change with nothing but the page to show it.
    route.check();
    look('dom');
  });
  const { navigation } = window as Window & { navigation?: EventTarget };
  on(navigation ? 'currententrychange' : 'popstate', () => route.check(), navigation);
  on<PageTransitionEvent>('pageshow', ({ persisted }) => persisted && look('restore'));
}
