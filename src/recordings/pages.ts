import { sanitisePath } from '../core/path.js';
import type { ViewRecord } from '../core/records.js';
import type { Context } from './context.js';
import { EVENT, isObject, num, text } from './events.js';

const MAX_STEPS = 20;

/** Pages and routes: which page the customer sees, and which steps are in it. */
export interface Pages {
  /** Every event, before it is looked at. */
  seen(type: number): void;
  meta(data: unknown): void;
  /** A snapshot is of another page than the one before: recorders also take them of the same page from time to time. */
  isNew(data: unknown): boolean;
  /** Takes a snapshot; true if a page begins with it. */
  snapshot(data: unknown, isNew: boolean): boolean;
  /** The address changed without a page load; true if it really did. */
  route(href: string): boolean;
  changed(): void;
}

export function createPages(ctx: Context): Pages {
  const { findAll, ignored, options, shown, tell, tree } = ctx;
  const words = new Set(options.words ?? []);
  let told: string | undefined;
  let path = '';
  let next = '';
  /** A page began to load since the last snapshot. */
  let loading = false;
  let before = -1;

  const look = (how: ViewRecord['how']) => {
    const found = new Set(
      (options.steps ?? []).filter(({ selector }) => findAll(selector, 1).length > 0).map(({ id }) => id),
    );
    for (const el of findAll('[data-antes-step]', MAX_STEPS))
      if (!ignored(el)) found.add(el.attributes.get('data-antes-step')!);
    const id = [...found].join(' ');
    if (how === 'dom' && id === told) return;
    told = id;
    path = pathOf(shown.href);
    tell({ type: 'view', how, path: sanitisePath(path, words), steps: [...found] });
  };
  const moveTo = (href: string): boolean => {
    if (href.replace(/#$/, '') === shown.href) return false;
    shown.href = href.replace(/#$/, '');
    return true;
  };

  return {
    seen(type) {
      // rrweb tells of the load just before the first snapshot, or of the document just before and the load after it.
      if (type === EVENT.domContentLoaded) loading = true;
      if (type === EVENT.meta && before === EVENT.load) loading = true;
      before = type;
    },
    meta(data) {
      if (!isObject(data)) return;
      next = text(data['href']);
      shown.width = num(data['width']) || shown.width;
      shown.height = num(data['height']) || shown.height;
    },
    isNew: (data) =>
      told === undefined ||
      loading ||
      (isObject(data) && isObject(data['node']) && !tree.isSame(data['node'])),
    snapshot(data, isNew) {
      if (!isObject(data) || !isObject(data['node'])) throw new TypeError('no snapshot');
      loading = false;
      tree.take(data['node']);
      const { initialOffset } = data;
      shown.scrollX = isObject(initialOffset) ? num(initialOffset['left']) || 0 : 0;
      shown.scrollY = isObject(initialOffset) ? num(initialOffset['top']) || 0 : 0;
      const moved = moveTo(next || shown.href);
      look(isNew ? 'load' : moved ? 'route' : 'dom');
      return isNew;
    },
    route(href) {
      const to = URL.canParse(href, shown.href || undefined)
        ? new URL(href, shown.href || undefined).href
        : '';
      if (to === '' || !moveTo(to) || told === undefined) return false;
      look(pathOf(shown.href) === path ? 'dom' : 'route');
      return true;
    },
    changed() {
      if (told !== undefined) look('dom');
    },
  };
}

const pathOf = (href: string): string => (URL.canParse(href) ? new URL(href).pathname : '/');
