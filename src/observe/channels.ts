import { real } from '../core/real.js';
import type { Channel } from '../core/records.js';
import type { Attempt, Watch } from './attempt.js';
import { type Ambient, type Change, SCROLL } from './ambient.js';
import { startAnimations } from './animations.js';
import type { Context } from './context.js';
import { leaveOut } from './controls.js';
import {
  boxOf,
  connected,
  contains,
  elementsOf,
  focusIn,
  hasFocus,
  holds,
  isElement,
  isHidden,
  matches,
} from './dom.js';

/** Scrolling and selecting this soon after wheel, touch or key is the customer's own; momentum goes on in closer steps. */
const OWN_MS = 300;
/** The window loses the focus to a file dialog or a new tab within this time; later, the customer went away. */
const WINDOW_MS = 1_000;

/** A script that a press asks to copy does so by then, also where it waits for something first. */
const COPIED_MS = 1_000;

/** A press that the page's script passes on to a control whose answer cannot be seen: a file dialog, a download, a call. */
const PASSED_ON =
  'input:is([type=file],[type=color]),a:is([download],[target=_blank],[href^="mailto:" i],[href^="tel:" i],[href^="sms:" i])';
/** Scroll events closer together than this are one movement. */
const SCROLL_GAP_MS = 200;
/** A picture or a frame smaller than this is a counter, not content. */
const MIN_FRAME_PX = 40;

type Listener = (event: Event) => void;

/** Answers that an event tells of: listened to only while a press is open. In this order they hear of one. */
export function createChannels(
  ctx: Context,
  watch: Watch,
  ambient: Ambient,
): [types: string, listener: Listener, target?: EventTarget | undefined][] {
  const { hear, ignored, later, now, window } = ctx;
  let ownAt = -Infinity;
  let held = false;
  /** The customer has selected or copied something, or pressed a chord: what comes to the clipboard may be that. */
  let copiedAt = -Infinity;
  hear('record', (record) => {
    if (record.type === 'hold' && record.what === 'pointer') held = record.on;
  });
  const isOwn = () => held || now() - ownAt < OWN_MS;
  const says =
    (channel: Channel): Listener =>
    ({ target }) => {
      if (!ignored(target)) watch.answerAll(channel);
    };
  /** What may as well happen by itself: no answer where it does so. */
  const moves = (
    channel: Channel,
    place: Node,
    kind: string,
    by: readonly Attempt[] = watch.answerable(),
  ) => {
    const change: Change = { place, kind, come: undefined, gone: undefined };
    const attempts = by.filter((one) => !ambient.is(change, one));
    // Whoever has an answer already does not keep a place from being known as one that moves by itself.
    const taken = attempts.some(({ answer }) => !answer);
    for (const attempt of attempts) {
      if (watch.task === attempt) watch.answer(attempt, channel);
      else ambient.doubt(change, attempt, () => watch.guess(attempt, channel));
    }
    ambient.note(change, !!watch.task || taken);
  };
  const scrolled = new WeakMap<EventTarget, { since: number; last: number; by?: Element | undefined }>();
  const scroll = (target: EventTarget | null) => {
    if (!target || ignored(target)) return;
    let one = scrolled.get(target);
    if (!one || now() - one.last > SCROLL_GAP_MS) scrolled.set(target, (one = { since: now(), last: 0 }));
    one.last = now();
    const open = watch.answerable();
    // Smooth scrolling goes on for a while: it is the answer to what was pressed before it began, and to the same again.
    if (open.some(({ down, el }) => one.since < down && one.by !== el)) return;
    one.by ??= open.at(-1)?.el;
    moves('scroll', target as Node, SCROLL);
  };
  const away = () => {
    for (const attempt of watch.pending) if (now() - attempt.at <= WINDOW_MS) watch.answer(attempt, 'window');
  };
  /** Whether the page kept the browser from following is known once all its listeners have run. */
  const leaves = (event: Event) => {
    const { task } = watch;
    later(0, () => {
      if (!real(event).defaultPrevented && task && task !== 'other') watch.answer(task, 'navigation', true);
    });
  };

  return [
    [
      'keydown input wheel touchmove',
      (event) => {
        const { type } = event;
        if ((event as KeyboardEvent).ctrlKey || (event as KeyboardEvent).metaKey) copiedAt = now();
        // Enter and Space press; every other key may scroll or select.
        if (!watch.task) {
          watch.task = 'other';
          later(0, () => (watch.task = undefined));
        }
        if (watch.task === 'other' && type !== 'input') ownAt = now();
      },
    ],
    ['toggle beforetoggle close cancel', says('dialog')],
    // The browser or the page refuses what was filled in, or empties the form.
    ['invalid reset', says('control')],
    // What has played to its end stops by itself.
    [
      'play pause seeking volumechange',
      (event) => {
        if (event.type !== 'pause' || !(event.target as HTMLMediaElement).ended) says('media')(event);
      },
    ],
    [
      'copy cut',
      (event) => {
        if (!watch.task || watch.task === 'other') copiedAt = now();
        says('clipboard')(event);
      },
    ],
    ['fullscreenchange beforeprint', says('window')],
    [
      'input change',
      (event) => {
        const [field] = elementsOf(event);
        if (!field) return;
        for (const attempt of watch.pending) {
          if (contains(attempt.el, field)) watch.answer(attempt, 'control');
          // The customer fills in a field meanwhile: its state says nothing about the press any more.
          else leaveOut(attempt.controls, field);
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
        if (type === 'selectionchange' && isCollapsed) return;
        if (isOwn()) {
          copiedAt = now();
          return;
        }
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
        else scroll(event.target);
      },
    ],
    [
      'blur',
      ({ target }) => {
        if (target !== window) return;
        const { task } = watch;
        // Firefox knows only then who has the focus instead.
        later(0, () => {
          const activeElement = focusIn(window.document);
          if (!hasFocus(window.document)) away();
          // Into a frame: by the page's script, or by the customer, who pressed something in it.
          else if (task && task !== 'other' && activeElement && !holds(activeElement, task.el))
            watch.answer(task, 'focus');
        });
      },
    ],
    ['visibilitychange', () => isHidden(window.document) && away()],
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
    ...startAnimations(ctx, watch, moves),
    [
      'load',
      ({ target }) => {
        if (!isElement(target) || !matches(target, 'iframe') || ignored(target)) return;
        // Tools put one into the page for a moment.
        later(0, () => {
          if (connected(target) && boxOf(target).width >= MIN_FRAME_PX) moves('mutation', target, '~load');
        });
      },
      // It does not get as far as the window.
      window.document,
    ],
    [
      'navigate',
      (event) => {
        const { downloadRequest = null } = event as Event & { downloadRequest?: string | null };
        // A download, also through a link that is not in the page.
        if (downloadRequest !== null && watch.task && watch.task !== 'other')
          watch.answer(watch.task, 'navigation');
      },
      (window as Window & { navigation?: EventTarget }).navigation,
    ],
    // Tells that something was copied, by whatever program, where the browser knows it; what it was is not looked at. Chromium
    // tells of what other programs have copied as well, at the latest with the first press.
    [
      'clipboardchange',
      () => {
        const { isCollapsed = true, anchorNode = null } = window.getSelection() ?? {};
        for (const attempt of watch.answerable()) {
          // Where selecting copies (X11), the word that a double click selects is copied, and no page has a part in it.
          const selects = !isCollapsed && contains(attempt.el, anchorNode as Node);
          const soonAfter = attempt.id > 0 && now() - attempt.at <= COPIED_MS && copiedAt < attempt.down;
          if (!selects && soonAfter) watch.answer(attempt, 'clipboard');
        }
      },
      window.navigator.clipboard,
    ],
    [
      'click!',
      (event) => {
        const [el] = elementsOf(event);
        if (!el || !matches(el, PASSED_ON) || ignored(el)) return;
        if (watch.task && watch.task !== 'other') watch.answer(watch.task, 'window');
      },
    ],
  ];
}

/** Another document: not a fragment of this one, not a script. */
function leavesPage({ href, protocol }: HTMLAnchorElement, here: string): boolean {
  const [page, fragment] = href.split('#');
  return /^https?:$/.test(protocol) && (fragment === undefined || page !== here.split('#')[0]);
}
