import type { CopyRecord } from '../core/records.js';
import type { Context } from './context.js';
import { FIELDS, ERROR_CLASS } from '../core/markup.js';
import { attr, closest, elementsOf, find, findAll, matches, outwards } from './dom.js';
import { type Excerpt, excerptOf, TYPED, textOf } from './excerpt.js';
import { coversNumber, phonePattern } from './numbers.js';

/** Selecting goes on in steps; it is looked at once it has come to rest. */
const SELECT_REST_MS = 300;
/** A long press: iOS takes 500 ms, Android 400 to 500. */
const HOLD_MS = 500;
/** Words that may stand around a number that is held: `Call us: … (Mon–Fri)`. */
const MAX_AROUND = 40;
const MIN_REFERENCE = 4;
/** How far outwards names of an order number are looked for. */
const MAX_OUTWARDS = 3;

const TEL = 'a[href^="tel:" i]';
const FAILURE = `:is(${ERROR_CLASS},[role=alert]):not([class*=success i],html,body,main)`;
/** `order-number`, `orderNumber`, `case_id`, `tracking`; not `tracking-wide`, `case-study`. */
const REFERENCE =
  /^(?:.*[-_])?(?:(?:order|case|ticket|tracking|booking|invoice|confirmation|reference|claim|policy|shipment|request)[-_]?(?:number|num|no|nr|id|ref|reference|code)|reference)$|^(?:case|ticket|tracking)$/i;

/** Numbers and messages that a customer takes along to the telephone. Only of what kind they are is kept. */
export function startCopies({ ignored, later, on, options, tell, window }: Context): void {
  const { document } = window;
  const { phones, references } = options.known;
  const patterns = phones.flatMap((phone) => phonePattern(phone) ?? []);
  const inField = (event: Event) => elementsOf(event).some(isTyped);

  const selected = (): Range | undefined => {
    const selection = window.getSelection();
    const range = selection && selection.rangeCount > 0 ? selection.getRangeAt(0) : undefined;
    if (!range || range.collapsed) return undefined;
    const { commonAncestorContainer: around } = range;
    return ignored(around) || outwards(around).some(isTyped) ? undefined : range;
  };
  /** Without a number to look for, no text is looked at. */
  const mayBePhone = ({ commonAncestorContainer }: Range) =>
    patterns.length > 0 ||
    outwards(commonAncestorContainer)
      .slice(0, 2)
      .some((el) => find(el, TEL) || closest(el, TEL));
  const mayBeReference = ({ commonAncestorContainer, startContainer }: Range) =>
    references().length > 0 ||
    [commonAncestorContainer, startContainer].some((node) =>
      outwards(node)
        .slice(0, MAX_OUTWARDS + 1)
        .some(saysReference),
    );
  /** Links are numbers as well, whatever is written on them. */
  const numbersIn = (root: Element, link: Element | null) =>
    [...findAll(root, TEL), ...(link ? [link] : [])]
      .flatMap((el) => phonePattern(attr(el, 'href')!.slice('tel:'.length)) ?? [])
      .concat(patterns);
  const isPhone = ({ root, text, from, to }: Excerpt) => {
    const link = closest(root, TEL);
    const most = link && (to - from) * 2 >= text.trim().length;
    return !!most || coversNumber(text, from, to, numbersIn(root, link));
  };
  const isReference = ({ root, text, from, to }: Excerpt) => {
    const part = plain(text.slice(from, to));
    const known = references().some((reference) => {
      const whole = plain(reference);
      return (
        whole.length >= MIN_REFERENCE &&
        (part.includes(whole) ||
          (whole.includes(part) && part.length * 2 >= whole.length && plain(text).includes(whole)))
      );
    });
    return known || (/\d/.test(part) && outwards(root).slice(0, MAX_OUTWARDS).some(saysReference));
  };
  const kindOf = (range: Range): CopyRecord['what'] => {
    const excerpt = mayBePhone(range) || mayBeReference(range) ? excerptOf(range, document) : undefined;
    if (excerpt && isPhone(excerpt)) return 'phone';
    if (excerpt && isReference(excerpt)) return 'reference';
    const [inner] = outwards(range.commonAncestorContainer);
    const message = inner && closest(inner, FAILURE);
    // What holds fields is no message, but a part of the form that is wrong.
    return message && !find(message, FIELDS) ? 'error' : 'other';
  };

  let toldSelection = false;
  let cancelRest: (() => void) | undefined;
  const rest = () => {
    cancelRest?.();
    cancelRest = later(SELECT_REST_MS, () => {
      const range = selected();
      const excerpt = range && mayBePhone(range) ? excerptOf(range, document) : undefined;
      const phone = !!excerpt && isPhone(excerpt);
      if (phone && !toldSelection) tell({ type: 'copy', what: 'phone', how: 'select' });
      toldSelection = phone;
    });
  };

  let disarm: (() => void) | undefined;
  /** Without a selection, and outside of fields, nothing can be copied: then nothing listens. */
  const arm = (isOn: boolean) => {
    if (!isOn) disarm = disarm?.() as undefined;
    else
      disarm ??= on('copy cut', (event) => {
        if (ignored(event.target)) return;
        const range = inField(event) ? undefined : selected();
        tell({ type: 'copy', what: range ? kindOf(range) : 'other', how: 'copy' });
      });
  };

  let endHold: (() => void) | undefined;
  const hold = (inner: Element) => {
    const stops = [
      // Where there is a menu for it, it comes at the right moment.
      on('contextmenu', () => held(inner)),
      on('pointerup pointercancel', () => endHold?.()),
      later(HOLD_MS, () => held(inner)),
    ];
    endHold = () => {
      endHold = undefined;
      for (const stop of stops) stop();
    };
  };
  const held = (inner: Element) => {
    endHold?.();
    if (closest(inner, TEL) || showsNumber(inner)) tell({ type: 'copy', what: 'phone', how: 'hold' });
  };
  const showsNumber = (el: Element) => {
    const text = patterns.length > 0 ? textOf(el, document) : undefined;
    return patterns.some((pattern) =>
      [...(text ?? '').matchAll(pattern)].some(
        ([number]) => text!.trim().length - number.length <= MAX_AROUND,
      ),
    );
  };

  let stopUp: (() => void) | undefined;
  on<PointerEvent>('pointerdown', (event) => {
    endHold?.();
    toldSelection = false;
    // The menu has "Copy" in it, and may let nothing more be heard of the pointer.
    if (event.button !== 0) arm(true);
    const [inner] = elementsOf(event);
    if (event.pointerType !== 'mouse' && event.isPrimary && inner && !ignored(inner) && !inField(event))
      hold(inner);
    stopUp ??= on<PointerEvent>('pointerup pointercancel', (end) => {
      stopUp = stopUp?.() as undefined;
      lifted(end);
    });
  });
  const lifted = (event: PointerEvent) => {
    // Before the page's scripts hear of the click: what is selected now was selected by the customer.
    const some = selected();
    if (event.button === 0) arm(!!some || event.type === 'pointercancel' || inField(event));
    if (some || event.type === 'pointercancel') rest();
  };
  on<KeyboardEvent>('keydown', ({ ctrlKey, metaKey, shiftKey }) => {
    if (ctrlKey || metaKey) arm(true);
    if (shiftKey && selected()) rest();
  });
}

/** What is in it was typed, or can be. */
const isTyped = (el: Element): boolean => matches(el, TYPED);

/** Digits and letters, whatever is between them. */
const plain = (text: string): string => text.replace(/[^\p{L}\d]/gu, '').toLowerCase();

/** Its id, a class, `itemprop` or a data attribute says that it is the number of an order or case. */
function saysReference(el: Element): boolean {
  const names = Element.prototype.getAttributeNames.call(el).filter((name) => name.startsWith('data-'));
  const values = ['id', 'class', 'itemprop', ...names].map((name) => attr(el, name) ?? '');
  return [...names.map((name) => name.slice('data-'.length)), ...values]
    .flatMap((value) => value.split(/\s+/))
    .some((token) => REFERENCE.test(token));
}
