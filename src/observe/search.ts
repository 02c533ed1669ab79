import { INPUTS } from '../core/markup.js';
import { attr, closest, findAll, matches } from './dom.js';
import { kind } from './names.js';

const SAYS = '[type=search],[role=searchbox],[role=search] *,search *';
/** What the one text field of a search form is called, in the languages of most of the web. */
const NAMED = /^[qs]$|search|query|keyword|^term$|busca|busque|pesquis|suche|recherche/i;

const isText = (el: Element) => /textbox|searchbox/.test(kind(el));

/** A box to search with, not a question that has to be answered. */
export function isSearchField(el: Element): boolean {
  if (!isText(el)) return false;
  if (matches(el, SAYS)) return true;
  const form = NAMED.test(attr(el, 'name') ?? '') && closest(el, 'form');
  return form ? findAll(form, INPUTS).filter(isText).length === 1 : false;
}
