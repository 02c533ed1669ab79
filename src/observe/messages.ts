import { FIELDS } from '../core/markup.js';
import { putNewest } from '../core/newest.js';
import type { MessageRecord } from '../core/records.js';
import type { Context } from './context.js';
import {
  attr,
  closest,
  connected,
  contains,
  elementsOf,
  find,
  findAll as findIn,
  isElement,
  matches,
  outwards,
  parentOf,
  rootOf,
  tag,
  titleOf,
  viewOf,
} from './dom.js';
import { type Marks, textOf } from './error-marks.js';
import { region } from './names.js';
import { isVisible, type Shown } from './shown.js';
import { saysBad, saysRequired, tint, tone } from './tone.js';

/**
 * Bad news that is not about one field: alerts, toasts, texts beside the button that was pressed, summaries of errors, a
 * title that begins with "Error". Told once each time it appears.
 */
const ALERT = '[role=alert],[role=alertdialog],[aria-live=assertive]';
const NAMED =
  ':is([class*=error i],[class*=danger i],[class*=fail i]):not(form,fieldset,label,button,a,input,select,textarea,section,main,body,html,[class*=btn i])';
const MAX_FOUND = 20;
/** Larger parts of a page only happen to have such a name. */
const MAX_PARTS = 40;
const MAX_LAYERS = 4;
/** Whose last message is remembered. */
const MAX_REGIONS = 50;
/** GOV.UK and others announce errors so; the beginning of the title is compared with these words and nothing is kept. */
const TITLE = /^\W{0,3}(?:errors?|errores|erros?|erreurs?|fehler)\b/i;

interface Known {
  readonly text: number;
  readonly at: number;
  /** Written anew since. */
  touched?: boolean;
}

export function createMessages(
  { findRare, hear, ignored, now, on, tell, window }: Context,
  shown: Shown,
): (marks: Marks, atLoad?: true) => void {
  const findAlerts = findRare(ALERT);
  const findNamed = findRare(NAMED);
  const known = new Map<Element, Known>();
  /** Hash of the last message of each region. */
  const last = new Map<string, number>();
  /** Summaries that the page moved the focus to. */
  const jumped = new Set<Element>();
  let titled: boolean | undefined;
  let titleChanged = true;

  hear('mutated', (batch) => {
    for (const { target, type } of batch) {
      if (type === 'attributes' && known.size === 0) continue;
      const el = isElement(target) ? target : parentOf(target);
      titleChanged ||= isElement(el) && /^(?:title|head)$/.test(tag(el));
      for (const [one, state] of known) if (contains(one, target)) state.touched = true;
    }
  });
  on('focus', (event) => {
    const [el] = elementsOf(event);
    if (el && matches(el, '[tabindex="-1"]') && leadsToField(el)) jumped.add(el);
  });

  const leadsToField = (el: Element) =>
    findIn(el, 'a[href^="#"]').some((link) => {
      const id = attr(link, 'href')!.slice(1);
      return !!id && !!find(rootOf(el), `#${CSS.escape(id)}`);
    });
  const isFixed = (el: Element) =>
    outwards(el)
      .slice(0, MAX_LAYERS)
      .some((one) => /fixed|sticky/.test(viewOf(one).getComputedStyle(one).position));
  const sourceOf = (el: Element): MessageRecord['source'] => {
    if (jumped.has(el) || /summary/i.test(attr(el, 'class') ?? '') || leadsToField(el)) return 'summary';
    if (isFixed(el)) return 'toast';
    return closest(el, ALERT) ? 'alert' : shown.texts.has(el) ? 'near' : 'alert';
  };
  /** About one field, or holding fields: told as the field's error, or no message at all. */
  const isOfField = (el: Element, { said }: Marks) =>
    [...said].some((one) => contains(one, el) || (contains(el, one) && !leadsToField(el))) ||
    !!find(el, FIELDS) ||
    (closest(el, 'label,legend') !== null && !closest(el, ALERT));
  const isBad = (el: Element, atLoad?: true) => {
    if (!isVisible(el) || ignored(el) || saysRequired(el)) return false;
    if (jumped.has(el) || shown.texts.has(el)) return true;
    const news = tone(el) ?? tint(el);
    if (news === 'good') return false;
    // What was in the page from the start is a notice of some kind, unless it is called an error.
    if (!matches(el, ALERT)) return saysBad(el);
    return news === 'bad' || !atLoad;
  };

  return (marks, atLoad) => {
    for (const el of known.keys()) if (!connected(el) || !isVisible(el)) known.delete(el);
    for (const el of jumped) if (!connected(el)) jumped.delete(el);
    const found = new Set([...findAlerts(MAX_FOUND), ...findNamed(MAX_FOUND), ...shown.texts, ...jumped]);
    for (const el of found) {
      // The outermost stands for all that is in it.
      if (
        outwards(el)
          .slice(1)
          .some((outer) => found.has(outer) && isBad(outer, atLoad))
      )
        continue;
      const before = known.get(el);
      const again = before?.touched && shown.tried.at > before.at;
      if (before && !before.touched) continue;
      if (findIn(el, '*', MAX_PARTS + 1).length > MAX_PARTS || !isBad(el, atLoad) || isOfField(el, marks))
        continue;
      const text = textOf(el);
      if (!text || (before?.text === text && !again)) continue;
      const where = region(el);
      known.set(el, { text, at: now() });
      tell({
        type: 'message',
        source: sourceOf(el),
        region: where,
        atLoad,
        same: last.get(where) === text || undefined,
      });
      putNewest(last, where, text, MAX_REGIONS);
    }
    if (!titleChanged) return;
    titleChanged = false;
    const isError = TITLE.test(titleOf(window.document));
    if (isError && !titled) tell({ type: 'message', source: 'title', region: 'page', atLoad });
    titled = isError;
  };
}
