import type { Channel } from '../core/records.js';
import type { Watch } from './attempt.js';
import type { Context } from './context.js';
import { contains, elementsOf, isElement, matches } from './dom.js';

/** Scrolling and selecting this soon after wheel, touch or key is the customer's own; momentum goes on in closer steps. */
const OWN_MS = 300;
/** The window loses the focus to a file dialog or a new tab within this time; later, the customer went away. */
const WINDOW_MS = 1_000;

type Listener = (event: Event) => void;

/** Answers that an event tells of: listened to only while a press is open. In this order they hear of one. */
export function createChannels(ctx: Context, watch: Watch): [types: string, listener: Listener][] {
  const { hear, ignored, later, now, window } = ctx;
  let ownAt = -Infinity;
  let held = false;
  hear('record', (record) => {
    if (record.type === 'hold' && record.what === 'pointer') held = record.on;
  });
  const isOwn = () => held || now() - ownAt < OWN_MS;
  const says =
    (channel: Channel): Listener =>
    ({ target }) => {
      if (!ignored(target)) watch.answerAll(channel);
    };
  const away = () => {
    for (const attempt of watch.pending) if (now() - attempt.at <= WINDOW_MS) watch.answer(attempt, 'window');
  };
  /** Whether the page kept the browser from following is known once all its listeners have run. */
  const leaves = (event: Event) => {
    const { task } = watch;
    later(0, () => {
      if (!event.defaultPrevented && task && task !== 'other') watch.answer(task, 'navigation', true);
    });
  };

  return [
    [
      'keydown input wheel touchmove',
      ({ type }) => {
        // Enter and Space press; every other key may scroll or select.
        if (!watch.task) {
          watch.task = 'other';
          later(0, () => (watch.task = undefined));
        }
        if (watch.task === 'other' && type !== 'input') ownAt = now();
      },
    ],
    ['toggle beforetoggle close cancel', says('dialog')],
    ['play pause seeking volumechange', says('media')],
    ['copy cut', says('clipboard')],
    ['fullscreenchange beforeprint', says('window')],
    [
      'input change',
      (event) => {
        const [field] = elementsOf(event);
        if (!field) return;
        for (const attempt of watch.pending) {
          if (contains(attempt.el, field)) watch.answer(attempt, 'control');
          // The customer fills in a field meanwhile: its state says nothing about the press any more.
          else attempt.controls.delete(field);
        }
      },
    ],
    [
      'focus',
      (event) => {
        const [el] = elementsOf(event);
        if (!el || ignored(el)) return;
        for (const attempt of watch.answerable()) {
          // The browser focuses what was pressed, or what can have the focus around it.
          if (!contains(el, attempt.el) && !contains(attempt.el, el)) watch.answer(attempt, 'focus');
        }
      },
    ],
    [
      'select selectionchange',
      ({ type }) => {
        const { isCollapsed = true, anchorNode = null } = window.getSelection() ?? {};
        if (isOwn() || (type === 'selectionchange' && isCollapsed)) return;
        for (const attempt of watch.answerable()) {
          // A double click selects a word, whatever it was meant for.
          if (attempt.id > 0 && !contains(attempt.el, anchorNode as Node)) watch.answer(attempt, 'selection');
        }
      },
    ],
    [
      'scroll',
      (event) => {
        for (const attempt of watch.pending) if (attempt.swipe) watch.answer(attempt, 'scroll');
        if (isOwn()) ownAt = now();
        else says('scroll')(event);
      },
    ],
    ['blur', ({ target }) => target === window && away()],
    ['visibilitychange', () => window.document.visibilityState === 'hidden' && away()],
    ['submit', leaves],
    [
      'click',
      (event) => {
        const link = elementsOf(event).find((el) => matches(el, 'a[href],area[href]'));
        if (link && leavesPage(link as HTMLAnchorElement, window.location.href)) leaves(event);
      },
    ],
    // `location.href = …`
    ['beforeunload', () => watch.answerAll('navigation', true)],
    [
      'pagehide',
      () => {
        for (const attempt of watch.pending) watch.answer(attempt, 'navigation');
      },
    ],
    [
      'animationstart',
      ({ target }) => {
        if (!isElement(target) || ignored(target)) return;
        const endless = target
          .getAnimations()
          .some(({ effect }) => effect?.getTiming().iterations === Infinity);
        if (endless) watch.answerAll('mutation', true);
      },
    ],
  ];
}

/** Another document: not a fragment of this one, not a script. */
function leavesPage({ href, protocol }: HTMLAnchorElement, here: string): boolean {
  const [page, fragment] = href.split('#');
  return /^https?:$/.test(protocol) && (fragment === undefined || page !== here.split('#')[0]);
}
