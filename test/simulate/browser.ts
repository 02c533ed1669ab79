import {
  MOVE_GRAIN_MS,
  TYPING_GRAIN_MS,
  type By,
  type Channel,
  type FieldRecord,
  type PressRecord,
} from '../../src/core/records.js';
import type { Body, World } from './world.js';

/** Something that can be pressed. */
export interface Control {
  readonly name: string;
  readonly region: string;
  readonly x: number;
  readonly y: number;
  readonly role?: string;
  readonly more?: Partial<PressRecord>;
  /** Looked at when it is pressed. */
  readonly disabled?: () => boolean;
  readonly state?: () => number;
  /** What the page does about it. */
  readonly acts?: (press: Attempt) => void;
}

export interface Field {
  readonly name: string;
  readonly form: string;
  readonly x: number;
  readonly y: number;
  readonly kind?: FieldRecord['kind'];
  /** What the page does when it is left, changed, typed into. */
  readonly left?: () => void;
  readonly typed?: () => void;
}

/** A press between its beginning and its answer, as observe follows it. */
export interface Attempt {
  id: number;
  readonly at: number;
  answer?: Channel;
  busy?: true;
}

/** As in observe: presses are followed this long, a script shows by then that it works, and gets so long for it. */
const FOLLOWED_MS = 7_000;
const SIGN_OF_WORK_MS = 600;
const AT_WORK_MS = 4_000;
const BROWSER_SUBMIT_MS = 10_000;
const GRAIN_PX = 10;

/**
 * The page as observe sees it: what is done to it goes in, records come out, in the order and form in which observe
 * tells them. It knows nothing of people; when something is done is up to its caller.
 */
export interface Browser {
  readonly path: string;
  readonly focused: Field | null;
  readonly world: World;
  tell(body: Body): void;
  /** Another document. `reload`, `history`: how the customer got there. */
  load(path: string, how?: { reload?: true; history?: true }): void;
  /** Another address without a page load. */
  route(path: string, how?: { history?: true }): void;
  /** The pointer or key goes down on something; it may be a field. */
  down(on: Control | Field, by: By): Attempt;
  /** … and is activated there. */
  activate(on: Control | Field, by: By, attempt: Attempt): void;
  /** The page answers: all presses that wait, or one. */
  effect(channel: Channel, only?: Attempt): void;
  /** The page shows that it works on it. */
  busy(attempt: Attempt): void;
  focus(field: Field | null): void;
  key(): void;
  /** The mouse moves. */
  move(): void;
  edit(via: NonNullable<FieldRecord['via']>): void;
  /** A choice or number takes another of its states. */
  choose(field: Field, state: number): void;
  invalid(field: Field, source?: 'aria' | 'invalid' | 'linked' | 'text'): void;
  valid(field: Field): void;
  submit(form: string, how?: { search?: true; browser?: true }): void;
  /** A request that began `ms` ago has ended. */
  request(ms: number, status?: number): void;
  show(visible: boolean): void;
  isEmpty(field: Field): boolean;
}

export const isField = (on: Control | Field): on is Field => 'form' in on;

export function createBrowser(world: World): Browser {
  let path = '';
  let presses = 0;
  let focused: Field | null = null;
  let edited = false;
  let lastKey = -Infinity;
  let lastMove = -Infinity;
  let lastEdit = { field: '', via: '', at: -Infinity };
  let pending: Attempt[] = [];
  let submitting = 0;
  let wrong = new Set<string>();
  const filled = new Set<string>();
  const id = ({ form, name }: Field) => `${form} ${name}`;
  const about = (field: Field) =>
    ({ field: field.name, form: field.form, kind: field.kind ?? 'text' }) as const;

  function tell(body: Body): void {
    world.tell(body);
    if (submitting && /^(?:request|view|field-error|exception)$/.test(body.type)) holdSubmit(0);
  }
  function holdSubmit(ms: number): void {
    const on = ms > 0;
    const was = submitting > 0;
    const mine = (submitting = on ? world.now + ms : 0);
    if (on !== was) world.tell({ type: 'hold', what: 'submit', on });
    if (on) world.later(ms, () => submitting === mine && holdSubmit(0));
  }
  const answer = (attempt: Attempt, channel: Channel, busy?: true) => {
    if (attempt.answer || (busy && attempt.busy) || world.now - attempt.at > FOLLOWED_MS) return;
    if (busy) attempt.busy = true;
    else attempt.answer = channel;
    if (attempt.id > 0) tell({ type: 'effect', channel, press: attempt.id, ...(busy && { busy }) });
  };
  const leave = () => {
    if (!focused) return;
    const field = focused;
    if (edited) tell({ type: 'field', what: 'change', ...about(field) });
    const empty = !filled.has(id(field));
    tell({ type: 'field', what: 'leave', ...about(field), empty, valid: !wrong.has(id(field)) });
    focused = null;
    edited = false;
    field.left?.();
  };
  const asks = () => (/^\/(?:checkout|contact)/.test(path) ? { asks: true as const } : {});
  const press = (on: Control | Field, by: By, attempt: Attempt) => {
    const pointed = by !== 'key' && by !== 'assist';
    const control: Partial<Control> = isField(on) ? {} : on;
    const grain = (px: number) => (pointed ? Math.round(px / GRAIN_PX) * GRAIN_PX : 0);
    const state = control.state?.();
    attempt.id = ++presses;
    tell({
      type: 'press',
      id: attempt.id,
      target: on.name,
      role: isField(on) ? 'textbox' : (on.role ?? 'button'),
      region: isField(on) ? on.form : on.region,
      by,
      x: grain(on.x),
      y: grain(on.y),
      interactive: true,
      ...(isField(on) && { exempt: 'text' as const }),
      ...(control.disabled?.() && { disabled: true as const }),
      ...(state !== undefined && { state }),
      ...control.more,
      ...(attempt.answer && { answer: attempt.answer }),
    });
    // An attempt on what is off, and one that says nothing, is followed no further.
    if (control.disabled?.() || isField(on) || control.more?.exempt) attempt.answer ??= 'focus';
  };
  const arrive = (next: string) => {
    path = next;
    pending = [];
    submitting = 0;
  };

  const browser: Browser = {
    get path() {
      return path;
    },
    get focused() {
      return focused;
    },
    world,
    tell,
    load(next, how = {}) {
      for (const attempt of pending) answer(attempt, 'navigation');
      leave();
      arrive(next);
      filled.clear();
      wrong = new Set();
      tell({ type: 'view', how: 'load', path, steps: [], ...asks(), ...how });
      tell({ type: 'page', visible: true, focused: true });
    },
    route(next, how = {}) {
      for (const attempt of pending) answer(attempt, 'route');
      leave();
      arrive(next);
      tell({ type: 'view', how: 'route', path, steps: [], ...asks(), ...how });
    },
    down(on, by) {
      const attempt: Attempt = { id: 0, at: world.now };
      pending = [...pending.filter((one) => !one.answer && world.now - one.at < FOLLOWED_MS), attempt];
      if (by !== 'key' && by !== 'assist') tell({ type: 'hold', what: 'pointer', on: true });
      if (by === 'mouse' || by === 'pen') browser.focus(isField(on) ? on : null);
      // What is off gets no click: it is told as soon as the pointer is down.
      if (!isField(on) && on.disabled?.() && (by === 'mouse' || by === 'pen')) press(on, by, attempt);
      return attempt;
    },
    activate(on, by, attempt) {
      const pointed = by !== 'key' && by !== 'assist';
      const off = !isField(on) && on.disabled?.();
      if (off && attempt.id === 0) press(on, by, attempt);
      if (pointed) tell({ type: 'hold', what: 'pointer', on: false });
      if (by === 'touch' || by === 'assist') browser.focus(isField(on) ? on : null);
      if (attempt.id > 0) return;
      press(on, by, attempt);
      if (attempt.busy && !attempt.answer)
        tell({ type: 'effect', channel: 'mutation', press: attempt.id, busy: true });
      if (!isField(on)) on.acts?.(attempt);
    },
    effect(channel, only) {
      for (const attempt of only ? [only] : pending) answer(attempt, channel);
    },
    busy: (attempt) => answer(attempt, 'mutation', true),
    focus(field) {
      if (field === focused) return;
      leave();
      focused = field;
      if (field) tell({ type: 'field', what: 'focus', ...about(field) });
    },
    key() {
      if (world.now - lastKey < TYPING_GRAIN_MS) return;
      lastKey = world.now;
      tell({ type: 'key' });
    },
    move() {
      if (world.now - lastMove < MOVE_GRAIN_MS) return;
      lastMove = world.now;
      tell({ type: 'move' });
    },
    edit(via) {
      if (!focused) return;
      const field = focused;
      edited = true;
      if (via === 'clear') filled.delete(id(field));
      else filled.add(id(field));
      if (
        lastEdit.field !== id(field) ||
        lastEdit.via !== via ||
        world.now - lastEdit.at >= TYPING_GRAIN_MS
      ) {
        lastEdit = { field: id(field), via, at: world.now };
        tell({ type: 'field', what: 'input', ...about(field), via });
      }
      field.typed?.();
    },
    choose(field, state) {
      filled.add(id(field));
      tell({ type: 'field', what: 'change', ...about(field), state });
    },
    invalid(field, source = 'aria') {
      wrong.add(id(field));
      tell({ type: 'field-error', field: field.name, form: field.form, source });
    },
    valid(field) {
      if (wrong.delete(id(field))) tell({ type: 'field-ok', field: field.name, form: field.form });
    },
    submit(form, { search, browser: native } = {}) {
      tell({ type: 'submit', form, ...(search && { search }), ...(!native && { handled: true }) });
      if (native) holdSubmit(BROWSER_SUBMIT_MS);
      else holdSubmit(pending.some(({ busy, answer: done }) => busy && !done) ? AT_WORK_MS : SIGN_OF_WORK_MS);
    },
    request(ms, status = 200) {
      tell({ type: 'request', start: Math.round(world.now - ms), status, own: true });
    },
    show(visible) {
      if (!visible)
        for (const attempt of pending) if (world.now - attempt.at < 1_000) answer(attempt, 'window');
      tell({ type: 'page', visible, focused: visible });
    },
    isEmpty: (field) => !filled.has(id(field)),
  };
  return browser;
}
