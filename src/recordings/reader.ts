import { type JournalRecord, type PressRecord, SCROLL_GRAIN_MS, type SubmitRecord } from '../core/records.js';
import { siteOf } from '../core/site.js';
import { createAnswers } from './answers.js';
import { createContext, type Meaning, type RrwebOptions, type Shown, type Told } from './context.js';
import { createErrors } from './errors.js';
import {
  EVENT,
  millis,
  isEvent,
  isObject,
  list,
  type Loose,
  num,
  type RrwebEvent,
  SOURCE,
  text,
  MOUSE,
} from './events.js';
import { createFields } from './fields.js';
import { createPages } from './pages.js';
import { createPresses } from './presses.js';
import { exceptionOf, factsOf, meaningOf, requestsOf, type Sent } from './told.js';
import { RecordedTree } from './tree.js';
import { createTurns } from './turns.js';

/** Reads a recording event by event. One tab each: two at the same time are two recordings. */
export interface RrwebReader {
  /** The records that this event leads to, in order. What cannot be read is counted and leads to none. */
  feed(event: unknown): JournalRecord[];
  /** What was still being waited for when the recording ended. */
  end(): JournalRecord[];
  /** Events that could not be read. */
  readonly skipped: number;
  /** Milliseconds from the first event to the newest. */
  readonly now: number;
}

const GRAIN_PX = 50;
const MODAL = 'dialog[rr_open_mode=modal],[aria-modal=true]';
/** A request that starts this soon after a press was caused by it, as on a live page. */
const CAUSED_MS = 500;
const BEFORE_MS = 20;
const MAX_CAUSES = 16;
const SETTLE_MS = 100;

export function createRrwebReader(options: RrwebOptions = {}): RrwebReader {
  let now = 0;
  let zero: number | undefined;
  let skipped = 0;
  let events = 0;
  let told = 0;
  let out: JournalRecord[] = [];
  let timers: { at: number; fn: () => void }[] = [];
  const shown: Shown = { href: '', width: 0, height: 0, scrollX: 0, scrollY: 0 };
  const tree = new RecordedTree();
  const causes: (PressRecord | SubmitRecord)[] = [];

  const tell = (record: Told) => {
    const known = Object.entries({ ...record, at: now }).filter(([, value]) => value !== undefined);
    const made = Object.fromEntries(known) as unknown as JournalRecord;
    out.push(made);
    told++;
    if (made.type !== 'press' && made.type !== 'submit') return;
    errors.asked(made.type === 'submit');
    causes.push(made);
    if (causes.length > MAX_CAUSES) causes.shift();
  };
  const later = (ms: number, fn: () => void) => {
    const one = { at: now + ms, fn };
    timers.push(one);
    return () => void (timers = timers.filter((other) => other !== one));
  };
  const ctx = createContext({ options, tree, shown, now: () => now, tell, later });
  const answers = createAnswers(ctx);
  const pages = createPages(ctx);
  const errors = createErrors(ctx);
  const presses = createPresses(ctx, answers);
  const fields = createFields(ctx, answers, errors.edited, presses.isPressed);
  const turns = createTurns((count) => tell({ type: 'turns', turns: count }));
  let scrollAt = -Infinity;
  let modal = false;
  let settling = false;
  let isDown = false;

  /** Lets time pass up to `at`. */
  const pass = (at: number) => {
    for (;;) {
      const next = timers.reduce<(typeof timers)[number] | undefined>(
        (first, one) => (one.at <= at && (!first || one.at < first.at) ? one : first),
        undefined,
      );
      if (!next) break;
      timers = timers.filter((one) => one !== next);
      now = Math.max(now, next.at);
      next.fn();
    }
    now = Math.max(now, at);
  };

  const checkModal = () => {
    const isOpen = ctx.findAll(MODAL).some((el) => !ctx.ignored(el) && !el.attributes.has('hidden'));
    if (isOpen !== modal) tell({ type: 'hold', what: 'dialog', on: isOpen });
    modal = isOpen;
  };
  const mutate = (data: Loose) => {
    const changes = tree.apply(data);
    if (changes.length === 0) return;
    answers.changed(changes);
    errors.changed(changes);
    if (settling) return;
    settling = true;
    later(SETTLE_MS, () => {
      settling = false;
      pages.changed();
      checkModal();
    });
  };
  const scroll = (data: Loose) => {
    const node = tree.get(data['id']);
    const isPage = node?.type === 'root' || node?.tag === 'html' || node?.tag === 'body';
    if (isPage) {
      shown.scrollX = num(data['x']) || 0;
      shown.scrollY = num(data['y']) || 0;
    }
    if (!node || ctx.ignored(node)) return;
    presses.moved();
    answers.scrolled();
    if (now - scrollAt < SCROLL_GRAIN_MS) return;
    scrollAt = now;
    const grain = (px: number) => Math.round(px / GRAIN_PX) * GRAIN_PX;
    tell({
      type: 'scroll',
      y: isPage ? grain(shown.scrollY) : undefined,
      screen: isPage && shown.height > 0 ? grain(shown.height) : undefined,
    });
  };
  const interaction = (data: Loose) => {
    const type = num(data['type']);
    const el = tree.element(data['id']);
    if (type === MOUSE.focus && el) {
      fields.focus(el);
      answers.focused(el);
    } else if (type === MOUSE.blur && el) fields.blur(el);
    else {
      isDown = type === MOUSE.down || type === MOUSE.touchStart;
      presses.interaction(data);
    }
  };
  const selection = (data: Loose) => {
    const some = list(data['ranges']).find(
      (one) => isObject(one) && (one['start'] !== one['end'] || one['startOffset'] !== one['endOffset']),
    );
    presses.selection(some !== undefined);
    if (isObject(some) && !isDown) answers.selected(tree.element(some['start']));
  };
  const incremental = (data: Loose, timestamp: number) => {
    const source = data['source'];
    if (source === SOURCE.mutation) mutate(data);
    else if (source === SOURCE.mouseInteraction) interaction(data);
    else if (source === SOURCE.scroll) scroll(data);
    else if (source === SOURCE.input) {
      const el = tree.element(data['id']);
      if (el) fields.input(el, data);
    } else if (source === SOURCE.mouseMove && !isDown) {
      for (const point of list(data['positions']))
        if (isObject(point))
          turns.point(timestamp + num(point['timeOffset']), num(point['x']), num(point['y']));
    } else if (source === SOURCE.touchMove) presses.moved();
    else if (source === SOURCE.media) answers.all('media');
    else if (source === SOURCE.selection) selection(data);
    else if (source === SOURCE.viewportResize) {
      shown.width = num(data['width']) || shown.width;
      shown.height = num(data['height']) || shown.height;
    }
  };
  const request = ({ url, start: began, end, status }: Sent) => {
    const start = Math.max(0, Math.round(began - (zero ?? 0)));
    const cause = causes.findLast(({ at }) => start >= at - BEFORE_MS && start <= at + CAUSED_MS);
    if (!cause || !Number.isFinite(start) || !URL.canParse(url, shown.href || undefined)) return;
    const { hostname, pathname } = new URL(url, shown.href || undefined);
    if (options.ignoreUrl?.(pathname)) return;
    const own = siteOf(hostname) === siteOf(URL.canParse(shown.href) ? new URL(shown.href).hostname : '');
    const settle = () => tell({ type: 'request', start, status, own });
    const left = Math.round(end - (zero ?? 0)) - now;
    // Some tell of a request as it begins.
    if (left > 0) later(left, settle);
    else settle();
  };
  const mean = (meaning: Meaning | undefined) => {
    if (!meaning) return;
    if ('event' in meaning) tell({ type: 'host', event: meaning.event, data: meaning.data ?? {} });
    else if ('href' in meaning) {
      if (!pages.route(meaning.href)) return;
      answers.all('route');
    } else tell({ type: 'page', visible: meaning.visible, focused: meaning.focused });
  };
  const said = (name: string, payload: unknown, timestamp: number) => {
    for (const one of requestsOf(name, payload, timestamp)) request(one);
    const thrown = exceptionOf(name, payload);
    if (thrown) {
      const own = thrown.from === '' || thrown.from.startsWith(`${originOf(shown.href)}/`);
      if (!/extension:/i.test(thrown.from)) tell({ type: 'exception', kind: thrown.kind, own });
    }
  };
  const renewed = () => {
    tell({ type: 'page', visible: true, focused: true });
    fields.forget();
    turns.forget();
    isDown = false;
    modal = false;
    checkModal();
    errors.loaded();
  };
  const snapshot = (data: unknown, at: number) => {
    const isNew = pages.isNew(data);
    // The old page was left with its last event; the first one of the new page may come long after.
    if (isNew) answers.all('navigation');
    pass(at);
    if (pages.snapshot(data, isNew)) renewed();
  };
  const custom = (tag: string, payload: unknown, timestamp: number) => {
    const facts = factsOf(tag, payload);
    if (facts) tell({ type: 'facts', facts });
    mean(options.custom?.(tag, payload) ?? meaningOf(tag, payload));
    said(tag, payload, timestamp);
  };
  const read = ({ type, data }: RrwebEvent, timestamp: number) => {
    const at = Math.max(0, Math.round(timestamp - zero!));
    pages.seen(type);
    // These come before anything is known of the page that they belong to.
    if (type === EVENT.domContentLoaded || type === EVENT.load) return;
    if (type === EVENT.meta) return pages.meta(data);
    if (type === EVENT.fullSnapshot) return snapshot(data, at);
    pass(at);
    if (!isObject(data)) throw new TypeError('no data');
    if (type === EVENT.incremental) incremental(data, timestamp);
    else if (type === EVENT.custom) custom(text(data['tag']), data['payload'], timestamp);
    else if (type === EVENT.plugin) said(text(data['plugin']), data['payload'], timestamp);
  };
  const taken = () => {
    const records = out;
    out = [];
    return records;
  };

  return {
    feed(event) {
      events++;
      if (!isEvent(event)) {
        skipped++;
        return [];
      }
      try {
        const { timestamp } = event;
        if (zero === undefined) {
          zero = timestamp;
          tell({ type: 'wall', wall: Math.round(timestamp) });
        }
        read(event, millis(timestamp, zero));
      } catch {
        skipped++;
      }
      return taken();
    },
    end() {
      presses.finish();
      options.report?.({ events, skipped, records: told });
      return taken();
    },
    get skipped() {
      return skipped;
    },
    get now() {
      return now;
    },
  };
}

const originOf = (href: string): string => (URL.canParse(href) ? new URL(href).origin : '');
