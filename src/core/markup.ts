/**
 * What the markup of pages means: selectors and words that are the same for a page that is looked at live and for one
 * that somebody has recorded.
 */

export const EDITABLE = '[contenteditable=""],[contenteditable=true],[contenteditable=plaintext-only]';
export const INPUTS =
  'input:not([type=hidden],[type=submit],[type=button],[type=reset],[type=image]),select,textarea';
/** What a customer fills in. */
export const FIELDS: string = `${INPUTS},${EDITABLE},[role=radiogroup],[role=combobox],[role=textbox]`;

/** What promises to react. */
export const INTERACTIVE: string =
  `:is(button,a[href],area[href],summary,input,select,textarea,label,${EDITABLE},[onclick],` +
  '[role=button],[role=link],[role=checkbox],[role=radio],[role=switch],[role=tab],[role=option],[role=menuitem],' +
  '[role=menuitemcheckbox],[role=menuitemradio],[role=slider],[role=spinbutton],[role=combobox],[role=textbox],' +
  '[role=searchbox],[role=treeitem],[role=gridcell]):not(body,html)';
export const TEXT_SURFACE: string = `${EDITABLE},[role=textbox],[role=searchbox]`;
export const OFF = ':disabled,[aria-disabled=true]';

/** The answer is given by the browser, another program, or where nobody can look. */
export const UNOBSERVABLE = 'canvas,video,audio,iframe,embed,object';
export const ELSEWHERE =
  'a:is([download],[target]:not([target=""],[target=_self]),[href^="mailto:" i],[href^="tel:" i],[href^="sms:" i])';
/** Already in the state that pressing it asks for. */
export const SATISFIED: string =
  'input[type=radio]:checked,[aria-current]:not([aria-current=false]),[role=radio][aria-checked=true],' +
  ':is([role=tab],[role=option])[aria-selected=true]';

export const SEARCH = '[role=search],[role=search] form,search form';
/** Things to look up elsewhere: a card, a code. */
export const LOOKUP = '[autocomplete*=cc-],[autocomplete*=one-time-code]';

/** How pages mark a field as wrong. Angular calls every field that is still empty invalid; it means it once the field was visited. */
export const MARKED_WRONG = '[aria-invalid]:not([aria-invalid=""],[aria-invalid=false])';
export const ERROR_CLASS =
  ':is([class*=error i],[class*=invalid i],[class*=danger i]):not(form,button,a,[class*=summary i],.ng-untouched,.ng-pristine:not(.ng-touched),[class*=btn i])';

/** One of these English words in a class name: `is-loading`, `btn-spinner`, `LoaderRing`. */
export const words = (list: string): RegExp => new RegExp(`(?:^|[^a-z])(?:${list})(?![a-z])`, 'i');

/** Names of things that turn while one waits. */
const WAITING = words('spinner|spin|loading|loader|busy|skeleton|progress');
export const saysWaiting = (className: string): boolean =>
  WAITING.test(className.replace(/([a-z])([A-Z])/g, '$1-$2'));
export const SAYS_WAITING = 'progress,[role=progressbar],[aria-busy=true]';
/** A subtree with more elements than this is content that happens to hold a spinner, unless half of it is skeleton. */
export const MAX_PROGRESS_ELEMENTS = 8;

/** Ripples take up to 550 ms to fade (Material), pressed looks less; what stays longer is an answer. */
export const LOOK_MS = 600;
/** Set and removed by component libraries while the pointer or the focus is on a control. */
export const PRESSED_LOOK: RegExp =
  /^(?:tabindex|data-(?:.*-)?(?:press(?:ed)?|hover(?:ed)?|focus(?:ed|-visible.*|-within)?|active|whatinput|whatintent))$/;
/** In names of classes that stay while the focus or the pointer is on a control, and of properties with the last ripple in them. */
const PASSING = /focus|hover|press|ripple/i;
/** What of a `class` or `style` is no passing look. */
export function lasting(name: string, look: string | null): string {
  const isClass = name === 'class';
  return (look ?? '')
    .split(isClass ? /\s+/ : /;\s*/)
    .filter((part) => part && !PASSING.test(isClass ? part : part.split(':')[0]!))
    .join(' ');
}

/** Ids of help that Antes shows beside a control, and that describes it meanwhile. */
const OWN_DESCRIPTION = /(?:^|\s+)antes-[\w-]+/g;
/** The control is described by Antes' own help, or no longer: nothing that the page did. */
export const isOwnDescription = (name: string, before: string | null, after: string | null): boolean =>
  name === 'aria-describedby' &&
  (before ?? '').replace(OWN_DESCRIPTION, '').trim() === (after ?? '').replace(OWN_DESCRIPTION, '').trim();
