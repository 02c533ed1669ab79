import {
  ELSEWHERE,
  INTERACTIVE,
  OFF,
  SATISFIED,
  SEARCH,
  TEXT_SURFACE,
  UNOBSERVABLE,
} from '../core/markup.js';
import type { By, Exempt } from '../core/records.js';
import type { Answers, Attempt } from './answers.js';
import type { Context } from './context.js';
import { type Loose, MOUSE, num } from './events.js';
import { contains, outwards, type Recorded } from './tree.js';

/** A click without a pointer-down of its own this soon after another comes from a label or a script, not from a hand. */
const TWIN_CLICK_MS = 40;
/** A click, or the menu of the other button, comes right after pointer-up. */
const CLICK_MS = 60;
const POSITION_GRAIN_PX = 10;
/** `PointerTypes` of rrweb. */
const POINTERS: readonly By[] = ['mouse', 'pen', 'touch'];

interface Target {
  readonly el: Recorded;
  readonly inner: Recorded;
  readonly interactive: boolean;
  readonly off: boolean;
}

/** From the moment the pointer goes down until its click. */
interface Gesture {
  readonly target: Target;
  readonly before: Exempt | undefined;
  readonly attempt: Attempt;
  readonly by: By;
  readonly x: number;
  readonly y: number;
  /** The pointer is up again. What is switched off gets no click, and is told after a moment without one. */
  ended?: true;
}

export interface Presses {
  interaction(data: Loose): void;
  /** The recording ends. */
  finish(): void;
  /** The finger scrolls. */
  moved(): void;
  /** It is what was clicked just now. */
  isPressed(el: Recorded): boolean;
  /** Text is selected, or no longer. */
  selection(isSome: boolean): void;
}

export function createPresses(ctx: Context, answers: Answers): Presses {
  const { closest, findAll, ignored, later, matches, names, nextPress, now, options, shown, tell, tree } =
    ctx;
  const commits = ['[data-antes-commit]', ...(options.commits ?? [])];
  let gesture: Gesture | undefined;
  let lastClickAt = -Infinity;
  let lastClicked: number | undefined;
  let held = false;
  let selected = false;
  /** Recorders may be told to leave pointer-down out: then its absence means nothing. */
  let hasDowns = false;

  const isTextSurface = (el: Recorded) =>
    /textbox|searchbox|spinbutton/.test(names.kind(el)) || !!closest(el, TEXT_SURFACE);
  const labelled = (el: Recorded): Recorded => {
    if (el.tag !== 'label') return el;
    const name = el.attributes.get('for');
    const [control] = findAll('button,input:not([type=hidden]),meter,output,progress,select,textarea').filter(
      (one) => (name === undefined ? contains(el, one) : one.attributes.get('id') === name),
    );
    return control ?? el;
  };
  const targetOf = (id: unknown): Target | undefined => {
    const inner = tree.element(id);
    if (!inner || ignored(inner)) return undefined;
    // A label of nothing is text.
    const control = outwards(inner)
      .filter((el) => matches(el, INTERACTIVE))
      .map(labelled)
      .find((el) => el.tag !== 'label');
    const off = closest(inner, `:is(button,input,select,textarea,a):is(${OFF})`);
    const el = control ?? off ?? inner;
    return { el, inner, interactive: !!(control ?? off), off: matches(el, OFF) };
  };
  const leadsHere = (el: Recorded): boolean => {
    const href = el.tag === 'a' ? el.attributes.get('href') : undefined;
    // A bare `#` is a button in disguise and must answer like one.
    return href !== undefined && !href.endsWith('#') && href === shown.href.replace(/#$/, '');
  };
  const exemptBefore = ({ el, interactive }: Target): Exempt | undefined => {
    if (!interactive) return selected ? 'selection' : undefined;
    return leadsHere(el) || matches(el, SATISFIED) ? 'satisfied' : undefined;
  };
  const exemptAfter = (
    { el, inner, interactive }: Target,
    before: Exempt | undefined,
  ): Exempt | undefined => {
    if (isTextSurface(el)) return 'text';
    if (before === 'selection' || (!interactive && selected)) return 'selection';
    const unseen =
      closest(inner, UNOBSERVABLE) ||
      /file|color|date|combobox/.test(names.kind(el)) ||
      matches(el, ELSEWHERE);
    return unseen ? 'unobservable' : before;
  };
  const leads = (el: Recorded) => {
    const href = closest(el, 'a[href]')?.attributes.get('href') ?? '';
    return /^tel:/i.test(href) ? 'phone' : /^mailto:/i.test(href) ? 'mail' : undefined;
  };

  const hold = (on: boolean) => {
    if (held === on) return;
    held = on;
    tell({ type: 'hold', what: 'pointer', on });
  };
  const drop = () => {
    if (gesture) answers.close(gesture.attempt);
    gesture = undefined;
  };
  /** No click came, and none will. */
  const finish = () => {
    if (gesture?.ended && gesture.target.off) complete(gesture);
    else drop();
  };
  const begin = (target: Target, by: By, x: number, y: number): Gesture => {
    drop();
    const attempt = answers.open(target.el, target.off);
    return (gesture = { target, before: exemptBefore(target), attempt, by, x, y });
  };
  const complete = ({ target, before, attempt, by, x, y }: Gesture) => {
    gesture = undefined;
    const { el, interactive, off } = target;
    const exempt = exemptAfter(target, before);
    const at = (client: number, scrolled: number) =>
      by === 'key' ? 0 : Math.round((client + scrolled) / POSITION_GRAIN_PX) * POSITION_GRAIN_PX || 0;
    const id = nextPress();
    tell({
      type: 'press',
      id,
      target: names.key(el),
      role: names.role(el),
      region: names.region(el),
      by,
      x: at(x, shown.scrollX),
      y: at(y, shown.scrollY),
      interactive,
      disabled: off || undefined,
      exempt,
      commit: commits.some((selector) => closest(el, selector)) || undefined,
      leads: leads(el),
      answer: attempt.answer,
    });
    answers.confirm(attempt, id, !!exempt);
  };

  /** A press on a button that sends its form, unless the browser would have refused: an empty field that is required. */
  const sends = (el: Recorded) => {
    if (!matches(el, 'button:not([type=button],[type=reset]),input:is([type=submit],[type=image])')) return;
    if (matches(el, ':disabled')) return;
    const id = el.attributes.get('form');
    const form =
      id === undefined ? closest(el, 'form') : findAll('form').find((one) => one.attributes.get('id') === id);
    if (!form || ignored(form)) return;
    const inside = findAll('input,select,textarea').filter((one) => contains(form, one));
    const refused =
      !form.attributes.has('novalidate') &&
      !el.attributes.has('formnovalidate') &&
      inside.some((one) => matches(one, 'input[required],textarea[required]') && isEmpty(one, inside));
    const search = matches(form, SEARCH) || inside.some((one) => matches(one, 'input[type=search]'));
    if (!refused) tell({ type: 'submit', form: names.form(form), search: search || undefined });
  };
  const isEmpty = (field: Recorded, all: readonly Recorded[]): boolean => {
    const kind = names.kind(field);
    if (kind === 'checkbox') return !field.checked;
    if (kind !== 'radio') return !field.filled && !matches(field, ':disabled');
    const name = field.attributes.get('name');
    return !all.some((one) => one.checked && one.attributes.get('name') === name);
  };

  const click = (data: Loose) => {
    const by = POINTERS[num(data['pointerType'])];
    const own = gesture;
    if (!own && now() - lastClickAt <= TWIN_CLICK_MS) return;
    lastClickAt = now();
    const target = targetOf(data['id']);
    lastClicked = target?.el.id;
    if (!target) return drop();
    // With pointer-downs recorded, a click without one was made by a key.
    const how = own?.by ?? (hasDowns ? 'key' : (by ?? 'mouse'));
    const mine = own?.target.el.id === target.el.id ? own : undefined;
    complete(mine ?? begin(target, how, num(data['x']), num(data['y'])));
    sends(tree.get(target.el.id) ?? target.el);
  };

  return {
    interaction(data) {
      const type = num(data['type']);
      if (type === MOUSE.click) click(data);
      else if (type === MOUSE.down || type === MOUSE.touchStart) {
        hasDowns = true;
        hold(true);
        finish();
        const target = targetOf(data['id']);
        const by = POINTERS[num(data['pointerType'])] ?? (type === MOUSE.down ? 'mouse' : 'touch');
        if (target) begin(target, by, num(data['x']), num(data['y']));
      } else if (type === MOUSE.up || type === MOUSE.touchEnd) {
        hold(false);
        const one = gesture;
        if (!one || one.ended) return;
        one.ended = true;
        later(CLICK_MS, () => gesture === one && finish());
      } else if (type === MOUSE.contextMenu || type === MOUSE.touchCancel) {
        hold(false);
        drop();
      }
    },
    moved() {
      if (gesture?.by === 'touch') drop();
    },
    finish,
    isPressed: (el) => el.id === lastClicked && now() - lastClickAt <= CLICK_MS,
    selection(isSome) {
      selected = isSome;
    },
  };
}
