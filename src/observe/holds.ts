import type { HoldRecord } from '../core/records.js';
import type { Context } from './context.js';
import { isShown } from './dom.js';

/** How long the answer to a sent form is waited for: by the page's script, and by the browser (a slow server). */
const HANDLED_SUBMIT_MS = 4_000;
const BROWSER_SUBMIT_MS = 10_000;
/** A script that is at work shows it by then; one that shows nothing may well do nothing. */
const SIGN_OF_WORK_MS = 600;
const AT_WORK = 'progress,[role=progressbar],[aria-busy=true]';

const MODAL = ':is(dialog:modal,[aria-modal=true])';

/** What must not be interrupted: a pointer that is down, a composition, a modal of the page's, a form on its way, a film. */
export function startHolds({ findAll, findRare, hear, ignored, later, on, tell }: Context): void {
  const findModals = findRare(MODAL);
  const findMedia = findRare('video,audio');
  const held = new Set<HoldRecord['what']>();
  const set = (what: HoldRecord['what'], isOn: boolean) => {
    if (held.has(what) === isOn) return;
    held[isOn ? 'add' : 'delete'](what);
    tell({ type: 'hold', what, on: isOn });
  };
  /** Listens for the end only as long as the hold lasts. */
  const until = (what: HoldRecord['what'], types: string) => {
    if (held.has(what)) return;
    // A hold without an end would keep help back for ever.
    const stop = on(types, () => {
      stop();
      set(what, false);
    });
    set(what, true);
  };
  const checkModal = () =>
    set(
      'dialog',
      findModals().some((el) => !ignored(el) && isShown(el)),
    );
  let cancelSubmit: (() => void) | undefined;
  const submitting = (ms: number) => {
    cancelSubmit?.();
    set('submit', ms > 0);
    cancelSubmit = ms > 0 ? later(ms, () => set('submit', false)) : undefined;
  };
  const handling = () => {
    cancelSubmit?.();
    set('submit', true);
    cancelSubmit = later(SIGN_OF_WORK_MS, () =>
      submitting(findAll(AT_WORK).length ? HANDLED_SUBMIT_MS - SIGN_OF_WORK_MS : 0),
    );
  };

  // Another button opens a menu of the browser's, and the pointer may never come up for the page.
  on<PointerEvent>(
    'pointerdown',
    ({ button }) => button === 0 && until('pointer', 'pointerup pointercancel'),
  );
  on<InputEvent>('input', ({ isComposing }) => isComposing && until('composition', 'compositionend blur'));
  let playing: (() => void) | undefined;
  /** Most pages have nothing to play. */
  const checkMedia = () => {
    if (findMedia(1).length > 0)
      playing ??= on('playing', ({ target }) => {
        // Decoration plays muted, and for ever.
        const { loop, muted } = target as HTMLMediaElement;
        if (!muted && !loop && !ignored(target)) until('media', 'pause');
      });
  };
  const check = () => {
    checkModal();
    checkMedia();
  };
  check();
  hear('settled', check);
  // At once, as what comes while it is open would lie in its way.
  hear('mutated', (batch) => {
    if (batch.some(({ attributeName }) => attributeName === 'open' || attributeName === 'aria-modal'))
      checkModal();
  });
  hear('record', (record) => {
    if (record.type === 'submit') {
      if (record.handled) handling();
      else submitting(BROWSER_SUBMIT_MS);
    } else if (/^(?:request|view|field-error|exception)$/.test(record.type)) submitting(0);
  });
}
