import type { Place } from '../core/happenings.js';
import {
  ANSWER_MAX_MS,
  BUSY_MAX_MS,
  type EffectRecord,
  type PressRecord,
  type RequestRecord,
  type ViewRecord,
} from '../core/records.js';

/** A request that starts within this time of a press, or of the sending of a form, was started by it. */
const REQUEST_START_MS = 500;

/** Pages may act on pointer-down, a little before the click. */
const DOWN_TO_CLICK_MS = 100;

/** Something the page does this soon after the newest open press answers that one, not older ones elsewhere. */
const NEWEST_MS = 1_000;

/** The longest a detector looks back at what was answered: presses on a blocked control, by key. */
const MEMORY_MS = 20_000;

/** A request that hangs may still end: gateways give up after 60 s as a rule, and tell a little later. */
export const PENDING_MS = 90_000;

const MAX_OPEN = 30;

/** A press and what became of it. */
export interface Press {
  readonly id: number;
  readonly at: number;
  readonly target: string;
  readonly region: string;
  readonly role: string;
  readonly by: PressRecord['by'];
  readonly x: number;
  readonly y: number;
  readonly place: Place;
  readonly interactive: boolean;
  readonly exempt?: PressRecord['exempt'];
  /** May be judged: interactive, not exempt, not disabled, and really activated. */
  readonly judged: boolean;
  readonly disabled: boolean;
  readonly gesture?: PressRecord['gesture'];
  readonly affords?: true;
  readonly near?: string;
  readonly state?: number;
  /** When and how the first real answer came. */
  answeredAt?: number;
  channel?: string;
  /** Since when only progress is shown. */
  busyAt?: number;
  /** Reported as a dead click, or as part of a rage click; a late answer takes that back, once. */
  dead?: true;
  rage?: true;
  takenBack?: true;
  /** The page was hidden while it waited: nothing can be said about it any more. */
  void?: true;
}

/** The recent presses, oldest first. Plain data. */
export type Presses = Press[];

export function addPress(list: Presses, record: PressRecord, place: Place): Press {
  const press: Press = {
    id: record.id,
    at: record.at,
    target: record.target,
    region: record.region,
    role: record.role,
    by: record.by,
    x: record.x,
    y: record.y,
    place,
    interactive: record.interactive,
    judged: record.interactive && !record.exempt && !record.disabled && !record.gesture,
    disabled: record.disabled === true,
    ...(record.exempt && { exempt: record.exempt }),
    ...(record.gesture && { gesture: record.gesture }),
    ...(record.affords && { affords: record.affords }),
    ...(record.near !== undefined && { near: record.near }),
    ...(record.state !== undefined && { state: record.state }),
  };
  if (record.answer) {
    press.answeredAt = record.at;
    press.channel = record.answer;
  }
  forgetOld(list, record.at);
  list.push(press);
  return press;
}

/** In place: everybody looks at the same list. */
function forgetOld(list: Presses, at: number): void {
  for (let i = list.length - 1; i >= 0; i--) {
    const { answeredAt, at: since } = list[i]!;
    if (at - since > (answeredAt === undefined ? PENDING_MS : MEMORY_MS)) list.splice(i, 1);
  }
  if (list.length >= MAX_OPEN) list.shift();
}

/** Heard, but the answer is still outstanding. */
export const isBusy = (press: Press): boolean => press.busyAt !== undefined && press.answeredAt === undefined;

/** Not answered, not even heard, as far as the customer could see. */
export const isSilent = (press: Press): boolean =>
  press.answeredAt === undefined && press.busyAt === undefined && !press.void;

/** Waiting for its answer at `at`. */
export const isOpen = (press: Press, at: number): boolean =>
  press.answeredAt === undefined &&
  !press.void &&
  at - press.at <= (isBusy(press) ? BUSY_MAX_MS : ANSWER_MAX_MS);

/** Applies an effect; returns the presses it answered. */
export function applyEffect(list: Presses, effect: EffectRecord): Press[] {
  const answered: Press[] = [];
  for (const press of answeredBy(list, effect)) {
    if (effect.busy) press.busyAt ??= effect.at;
    else {
      press.answeredAt = effect.at;
      press.channel = effect.channel;
      answered.push(press);
    }
  }
  return answered;
}

/** What was taken for the answer was none. Returns the presses that are open again. */
export function takeBack(list: Presses, { press: id, busy }: EffectRecord): Press[] {
  const named = list.find((press) => press.id === id);
  if (!named) return [];
  const { answeredAt, busyAt, target } = named;
  const open = list.filter(
    (press) => press.target === target && (busy ? press.busyAt === busyAt : press.answeredAt === answeredAt),
  );
  for (const press of open) {
    if (busy) delete press.busyAt;
    else {
      delete press.answeredAt;
      delete press.channel;
    }
  }
  return open;
}

function answeredBy(list: Presses, effect: EffectRecord): Press[] {
  const open = list.filter((press) => isOpen(press, effect.at) && press.at <= effect.at);
  const named =
    effect.press === undefined ? newest(list, effect.at) : list.find((press) => press.id === effect.press);
  if (!named) return open;
  return open.filter((press) => press === named || (press.target === named.target && press.at <= named.at));
}

const newestOpen = (list: Presses, at: number): Press | undefined => list.findLast((p) => isOpen(p, at));

function newest(list: Presses, at: number): Press | undefined {
  const last = newestOpen(list, at);
  return last && at - last.at < NEWEST_MS ? last : undefined;
}

/** Another address, or another page: that answers the newest press, and with the old page the others are gone. */
export function applyView(list: Presses, { at, how }: ViewRecord): Press[] {
  if (how === 'dom') return [];
  const press = how === 'route' ? undefined : newestOpen(list, at)?.id;
  const answered = applyEffect(list, {
    type: 'effect',
    at,
    channel: 'route',
    ...(press !== undefined && { press }),
  });
  if (how !== 'route') voidOpen(list, at);
  return answered;
}

/** Whether a request began with what was done at `at`. The clocks of the two differ a little. */
export const startsWith = (
  { start }: RequestRecord,
  at: number,
  withinMs: number = REQUEST_START_MS,
): boolean => start >= at - DOWN_TO_CLICK_MS && start - at <= withinMs;

/** The press that started a request. One to somebody else (analytics, advertising) answers nobody. */
export const startedBy = (list: Presses, request: RequestRecord): Press | undefined =>
  request.own ? list.findLast((p) => startsWith(request, p.at)) : undefined;

/** An earlier press of the same control or region that the newest press was too impatient to wait for. */
export function waitingFor(list: Presses, at: number, waitMs: number): Press | undefined {
  const last = list.at(-1)!;
  // Placing a caret, swiping or a right click is no second try.
  if (last.exempt || last.gesture) return undefined;
  return list.find(
    (p) =>
      p !== last &&
      p.judged &&
      isOpen(p, at) &&
      at - p.at > waitMs &&
      (p.target === last.target || p.region === last.region),
  );
}

/** A request that ended shows that the press just before its start was heard and is now answered. */
export function applyRequest(list: Presses, request: RequestRecord): Press[] {
  const press = startedBy(list, request);
  return press
    ? applyEffect(list, { type: 'effect', at: request.at, channel: 'request', press: press.id })
    : [];
}

/** While the page is out of sight nobody can see an answer. */
export function voidOpen(list: Presses, at: number): void {
  for (const press of list) if (isOpen(press, at)) press.void = true;
}
