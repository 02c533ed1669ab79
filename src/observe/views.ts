import type { ViewRecord } from '../core/records.js';
import { hash } from '../core/hash.js';
import { loadingOf } from '../core/loading.js';
import type { Context } from './context.js';
import { FIELDS } from '../core/markup.js';
import { attr, closest, connected, isShown } from './dom.js';
import { usable } from './ignored.js';
import { sanitisePath } from '../core/path.js';
import { isSearchField } from './search.js';

const MAX_STEPS = 20;
const MAX_FIELDS = 80;
/** Boxes around the page proper ask nothing: search, newsletter, language. */
const AROUND =
  'header,footer,nav,search,[role=search],[role=banner],[role=contentinfo],[role=navigation],:disabled,[readonly]';
/** Two addresses are told apart, and none can be told from it. */
const ADDRESS_BITS = 0xffff;

/** Which page the customer sees, and which steps are in it. */
export function startViews({
  findAll,
  findRare,
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
  const findSteps = findRare('[data-antes-step]');
  let path: string;
  let told: string;
  let asked: boolean;
  /** What asked last: as long as it does, nothing else is looked at. */
  let asker: Element | undefined;

  const isAsking = (el: Element) =>
    connected(el) &&
    !closest(el, AROUND) &&
    !isSearchField(el) &&
    isShown(el, { visibilityProperty: true }) &&
    !ignored(el);
  /** There is something to fill in. */
  const asks = () => {
    if (!asker || !isAsking(asker)) asker = findAll(FIELDS, MAX_FIELDS).find(isAsking);
    return !!asker;
  };
  const look = (how: ViewRecord['how'], about: Pick<ViewRecord, 'reload' | 'history'> = {}) => {
    const found = new Set(steps.filter(({ selector }) => findAll(selector, 1).length).map(({ id }) => id));
    for (const el of findSteps(MAX_STEPS)) if (!ignored(el)) found.add(attr(el, 'data-antes-step') as string);
    const id = [...found].join(' ');
    const same = how === 'dom' && id === told;
    // A page that is built by script asks only once it is built, and a part of it may stop asking.
    const asking = asks();
    if (same && asking === asked) return;
    asked = asking;
    told = id;
    path = window.location.pathname;
    const [address] = window.location.href.split('#');
    tell({
      type: 'view',
      how,
      path: sanitisePath(path, options.words),
      address: hash(`${options.salt} ${address}`) & ADDRESS_BITS,
      ...about,
      asks: asked || undefined,
      steps: [...found],
    });
  };
  const loaded = loadingOf(window);
  look('load', {
    ...(loaded?.type === 'reload' && { reload: true }),
    ...(loaded?.type === 'back_forward' && { history: true }),
  });
  let { length } = window.history;
  hear('moved', () => {
    length = window.history.length;
    if (window.location.pathname === path) look('dom');
    else look('route', route.byHistory ? { history: true } : {});
  });
  hear('settled', () => {
    // Without the Navigation API a route may change with nothing but the page to show it.
    route.check();
    look('dom');
  });
  const { navigation } = window as Window & { navigation?: EventTarget };
  on<Event & { navigationType?: string }>(
    navigation ? 'currententrychange' : 'popstate',
    ({ navigationType }) => {
      // A link to a fragment fires `popstate` too, and makes the history longer.
      route.check(navigation ? navigationType === 'traverse' : window.history.length === length);
      length = window.history.length;
    },
    navigation,
  );
  on<PageTransitionEvent>('pageshow', ({ persisted }) => persisted && look('restore', { history: true }));
}
