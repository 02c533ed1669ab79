import type { HoldRecord } from '../core/records.js';
import type { Context } from './context.js';

/** How long the answer to a sent form is waited for: by the page's script, and by the browser (a slow server). */
const HANDLED_SUBMIT_MS = 4_000;
const BROWSER_SUBMIT_MS = 10_000;
/** Modals that are open are looked at again at most this often while the page changes. */
const MODAL_CHECK_MS = 100;

const MODAL = 'dialog[open],[aria-modal=true]';

/** What must not be interrupted: a pointer that is down, a composition, a modal of the page's, a form on its way, a film. */
export function startHolds(ctx: Context): () => void {
  const { bus, dom, feed, ignored, now } = ctx;
  const held = new Set<HoldRecord['what']>();
  const set = (what: HoldRecord['what'], on: boolean) => {
    if (held.has(what) === on) return;
    if (on) held.add(what);
    else held.delete(what);
    feed({ type: 'hold', at: now(), what, on });
  };
  /** Listeners that are there only as long as their hold. */
  const until = (what: HoldRecord['what'], types: readonly string[]) => {
    if (held.has(what)) return;
    set(what, true);
    const stops = types.map((type) => bus.on(type, 'observe/holds', () => release()));
    const release = () => {
      for (const stop of stops) stop();
      releases.delete(release);
      set(what, false);
    };
    releases.add(release);
  };
  const releases = new Set<() => void>();

  let modal: Element | null = null;
  let cancelCheck: (() => void) | undefined;
  let cancelSubmit: (() => void) | undefined;
  const isOpen = (el: Element): boolean => {
    if (!dom.connected(el) || ignored(el) || !dom.matches(el, MODAL)) return false;
    if (dom.tag(el) === 'dialog' && dom.attr(el, 'aria-modal') !== 'true' && !dom.matches(el, ':modal'))
      return false;
    return el.checkVisibility?.call(el) ?? true;
  };
  const checkModal = (candidate?: Element | null) => {
    if (!modal && candidate && isOpen(candidate)) modal = candidate;
    if (modal && !isOpen(modal)) modal = null;
    set('dialog', modal !== null);
  };
  const checkSoon = (candidate?: Element) => {
    cancelCheck ??= ctx.later('observe/holds', MODAL_CHECK_MS, () => {
      cancelCheck = undefined;
      checkModal(candidate);
    });
  };
  const endSubmit = () => {
    cancelSubmit?.();
    cancelSubmit = undefined;
    set('submit', false);
  };
  const mediaOf = (event: Event): HTMLMediaElement | null => {
    const el = event.target;
    return dom.isElement(el) && /^(?:video|audio)$/.test(dom.tag(el)) && !ignored(el)
      ? (el as HTMLMediaElement)
      : null;
  };
  let playing: HTMLMediaElement | null = null;

  const stops = [
    bus.on('pointerdown', 'observe/holds', () => until('pointer', ['pointerup', 'pointercancel'])),
    bus.on<InputEvent>('input', 'observe/holds', ({ isComposing }) => {
      if (isComposing) until('composition', ['compositionend', 'blur']);
    }),
    bus.on('focus', 'observe/holds', ({ target }) => {
      if (dom.isElement(target)) checkModal(dom.closest(target, MODAL));
    }),
    bus.on('playing', 'observe/holds', (event) => {
      const media = mediaOf(event);
      // Decoration plays muted, and for ever.
      if (!media || media.muted || media.loop) return;
      playing = media;
      set('media', true);
    }),
    bus.on('pause', 'observe/holds', (event) => {
      if (mediaOf(event) !== playing) return;
      playing = null;
      set('media', false);
    }),
    ctx.mutations.on('observe/holds', (batch) => {
      if (modal) return checkSoon();
      for (let i = 0; i < batch.length && i < 32; i++) {
        const { attributeName, target, addedNodes } = batch[i] as MutationRecord;
        if (attributeName === 'open' || attributeName === 'aria-modal') return checkModal(target as Element);
        const added = addedNodes[0];
        if (!dom.isElement(added)) continue;
        const found = dom.matches(added, MODAL) ? added : dom.find(added, MODAL);
        if (found) return checkModal(found);
      }
    }),
    ctx.watch((record) => {
      if (record.type === 'submit') {
        endSubmit();
        set('submit', true);
        cancelSubmit = ctx.later(
          'observe/holds',
          record.handled ? HANDLED_SUBMIT_MS : BROWSER_SUBMIT_MS,
          endSubmit,
        );
      } else if (held.has('submit') && /^(?:request|view|field-error|exception)$/.test(record.type))
        endSubmit();
    }),
  ];
  checkModal(dom.find(dom.document, MODAL));
  return () => {
    for (const stop of [...stops, ...releases]) stop();
    cancelCheck?.();
    cancelSubmit?.();
  };
}
