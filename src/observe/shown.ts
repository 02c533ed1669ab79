import { FIELDS } from '../core/markup.js';
import type { Context } from './context.js';
import {
  childrenOf,
  connected,
  contains,
  elementsOf,
  findAll,
  isElement,
  isShown,
  isText,
  listOf,
  matches,
  outwards,
  parentOf,
} from './dom.js';
import { saysRequired, tint, tone } from './tone.js';

/** What is shown this soon after something was sent, pressed or left may be about it. */
const ATTEMPT_MS = 6_000;
/** Hints appear with the focus. */
const HINT_MS = 400;
/** The page shows what a request came to. */
const FAILED_MS = 2_000;
const MAX_TEXTS = 60;
const MAX_PARTS = 12;
/** Of the nodes that come between two looks; a page may add a hundred thousand at once. */
const MAX_LOOKED = 200;
/** A mark has a sign or two, a message words. */
const MIN_LENGTH = 4;
const NEAR = 4;

/**
 * Texts that came into view after the customer tried something, and that look like bad news, whether or not anything calls
 * them so. Their words are not looked at: that there are some, and their colour, is enough.
 */
export interface Shown {
  readonly texts: ReadonlySet<Element>;
  /** Looks anew; texts that have gone, or look well again, are left out. */
  look(): void;
  /** When something was last tried, and with what. */
  readonly tried: { at: number; el: Element | undefined };
}

const length = (node: Node): number => (node as CharacterData).length;
export const isVisible = (el: Element): boolean =>
  isShown(el, { visibilityProperty: true, opacityProperty: true });
/** It has words of its own, not only in what it holds. */
const hasWords = (el: Element): boolean =>
  childrenOf(el).some((node) => isText(node) && length(node) >= MIN_LENGTH);

export function createShown({ hear, ignored, now, on }: Context): Shown {
  const candidates = new Map<Element, { hint: boolean }>();
  const texts = new Set<Element>();
  const tried: Shown['tried'] = { at: -Infinity, el: undefined };
  let failedAt = -Infinity;
  let focused: Element | undefined;
  let focusedAt = -Infinity;
  let pressed: Element | undefined;

  on('pointerdown keydown submit', (event) => {
    pressed = elementsOf(event)[0];
  });
  on('focus', (event) => {
    [focused] = elementsOf(event);
    focusedAt = now();
  });
  hear('record', (record) => {
    const { type, at } = record;
    const isAttempt =
      type === 'submit' ||
      (type === 'press' && record.interactive && !record.exempt) ||
      (type === 'field' && /^(?:leave|change)$/.test(record.what));
    if (isAttempt) tried.at = at;
    if (isAttempt && type !== 'field') tried.el = pressed;
    if (type === 'request' && record.own && at - tried.at < ATTEMPT_MS) {
      tried.at = at;
      if (record.status >= 400 || record.lost) failedAt = at;
    }
  });

  /** So many may still be looked at before the next look. */
  let left = MAX_LOOKED;
  /** Since the last look. */
  const added = new Map<Element, boolean>();
  const add = (el: Element) => {
    if (left-- <= 0) return;
    const hint =
      !!focused &&
      now() - focusedAt < HINT_MS &&
      matches(focused, FIELDS) &&
      outwards(focused)
        .slice(1, NEAR)
        .some((outer) => !matches(outer, 'form,body,html,main') && contains(outer, el));
    // What it holds was looked at with it; what comes or changes in it since is told of by itself.
    const parts = added.get(el) === hint ? [] : findAll(el, ':not(option,script,style)', MAX_PARTS);
    added.set(el, hint);
    for (const one of [el, ...parts]) {
      if (candidates.size >= MAX_TEXTS) return;
      if (hasWords(one)) candidates.set(one, { hint });
    }
  };
  hear('mutated', (batch) => {
    if (now() - tried.at > ATTEMPT_MS) return;
    for (const record of batch) {
      const { target, type } = record;
      if (type === 'childList') {
        for (const node of listOf(record.addedNodes, MAX_LOOKED)) {
          if (isElement(node)) add(node);
          else if (isElement(target)) add(target);
        }
      } else if (!isElement(target)) {
        const parent = parentOf(target);
        if (isElement(parent)) add(parent);
      } else if (/^(?:class|style|hidden|aria-hidden|open)$/.test(record.attributeName!)) add(target);
    }
  });

  const nearTried = (el: Element) =>
    !!tried.el &&
    outwards(tried.el)
      .slice(1, NEAR)
      .some((outer) => !matches(outer, 'body,html,main') && contains(outer, el));
  const isBad = (el: Element) => {
    if (!connected(el) || !isVisible(el) || !hasWords(el) || saysRequired(el) || ignored(el)) return false;
    if (matches(el, 'button,a,label,option,th,h1')) return false;
    const named = tone(el);
    if (named) return named === 'bad';
    const seen = tint(el);
    return seen ? seen === 'bad' : now() - failedAt < FAILED_MS && nearTried(el);
  };
  return {
    texts,
    tried,
    look() {
      for (const el of texts)
        if (!connected(el) || !isVisible(el) || !hasWords(el) || tint(el) === 'good') texts.delete(el);
      for (const [el, { hint }] of candidates) {
        if (!hint && isBad(el)) texts.add(el);
        else if (texts.has(el) && (tone(el) !== undefined || tint(el) !== 'bad')) texts.delete(el);
      }
      candidates.clear();
      added.clear();
      left = MAX_LOOKED;
    },
  };
}
