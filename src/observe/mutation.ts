import { isOwnDescription, lasting, LOOK_MS, OFF, PRESSED_LOOK } from '../core/markup.js';
import { type Ambient, changeOf } from './ambient.js';
import type { Attempt, Watch } from './attempt.js';
import { isProgress, showsBusy } from './busy.js';
import { redrawn } from './redrawn.js';
import type { Context } from './context.js';
import { attr, childrenOf, connected, holds, isElement, isText, listOf, matches, outwards } from './dom.js';

const MAX_NODES = 8;
/** Progress that a display shows by its numbers and its width. */
const AMOUNT = /^(?:value|style|aria-valuenow|aria-valuetext|class)$/;
/** Attributes that change how a thing looks and not what it is. */
const LOOKS = /^(?:class|style|transform|d|points|c?[xy]|r|width|height|opacity|fill|stroke.*|viewBox)$/;
/** Looks that change elsewhere answer a press this soon; later it is an animation, if not after a request (which tells itself). */
const SOON_MS = 600;
/** Elsewhere: not inside any of so many elements around the control. */
const NEAR = 5;
/** What follows an answer this closely belongs to it. */
const ONE_ANSWER_MS = 400;

/** While no press is open, so many changes of a batch are noted: another part of it the next time. */
const MAX_IDLE = 40;

/** What a change says about a press, the weightier the higher. */
const NOTHING = 0;
/** The control looks different, maybe only as long as it is pressed. */
const LOOK = 1;
const CHANGE = 2;
const BUSY = 3;
/** Content, also beside a progress display. */
const CONTENT = 4;

/** A change of a control's looks that is judged later: by whether it is still there. */
interface Look {
  readonly attempt: Attempt;
  readonly node: Node;
  /** The attribute; `null` for nodes that came or went. */
  readonly name: string | null;
  stays(): boolean;
}

export interface MutationChannel {
  /** The next press begins: what the last ones did to the looks of their controls was an answer if it is still there. */
  settle(): void;
}

/** The page changed: the most common answer, and the one most often mistaken. */
export function createMutationChannel(ctx: Context, watch: Watch, ambient: Ambient): MutationChannel {
  const { hear, ignored, later, now } = ctx;
  /** Elements that showed progress: when they stop, that is the answer. */
  const waiting = new WeakSet<Node>();
  const answeredAt = new WeakMap<Attempt, number>();
  let looks: Look[] = [];
  let cancel: (() => void) | undefined;

  const judgeLater = (look: Look): number => {
    const known = looks.some(
      ({ attempt, node, name }) => attempt === look.attempt && node === look.node && name === look.name,
    );
    if (!known) looks.push(look);
    cancel?.();
    cancel = later(LOOK_MS, () => settle(() => true));
    return LOOK;
  };
  const content = (list: NodeList): Node[] =>
    listOf(list, MAX_NODES).filter(
      (node) =>
        isText(node) || (isElement(node) && !ignored(node) && !matches(node, 'script,style,link,meta')),
    );
  const ofAttribute = (attempt: Attempt, name: string, record: MutationRecord, related: boolean): number => {
    const el = record.target as Element;
    if (name === 'aria-busy') return showsBusy(el) ? BUSY : CHANGE;
    if (name === 'disabled' || name === 'aria-disabled') return related && matches(el, OFF) ? BUSY : CHANGE;
    if (PRESSED_LOOK.test(name) || isOwnDescription(name, record.oldValue, attr(el, name))) return NOTHING;
    if (AMOUNT.test(name) && matches(el, 'progress,[role=progressbar]')) return BUSY;
    if (name !== 'class' && name !== 'style') return CHANGE;
    if (showsBusy(el) && (name === 'class' || !related)) return BUSY;
    if (waiting.has(el) || !related || attempt.swipe) return CHANGE;
    // Wrappers that light up while the pointer is down (`is-focused`, `using-mouse`).
    if (!holds(attempt.el, el)) return attempt.id > 0 ? CHANGE : NOTHING;
    const before = lasting(name, record.oldValue);
    return judgeLater({ attempt, node: el, name, stays: () => lasting(name, attr(el, name)) !== before });
  };
  /** Nodes that came within the changes at hand: those that went again before anybody could see them are nothing. */
  let came = new Set<Node>();
  const judge = (attempt: Attempt, record: MutationRecord): number => {
    const { attributeName, target, type } = record;
    const inside = holds(attempt.el, target);
    if (attributeName)
      return ofAttribute(attempt, attributeName, record, inside || holds(target, attempt.el));
    const isOff = () => matches(attempt.el, OFF) || showsBusy(attempt.el);
    if (type === 'characterData') return inside && isOff() ? BUSY : CHANGE;
    const come = content(record.addedNodes).filter(connected);
    const gone = content(record.removedNodes).filter((node) => !came.has(node));
    const nodes = [...come, ...gone];
    if (nodes.length === 0) return NOTHING;
    if (nodes.every(isProgress)) return come.length > 0 ? BUSY : CHANGE;
    if (!inside) return come.some((node) => isElement(node) && !isProgress(node)) ? CONTENT : CHANGE;
    if (isOff()) return BUSY;
    if (nodes.some(hasText)) return CHANGE;
    const stays = () => come.some(connected) || !gone.every(connected);
    return judgeLater({ attempt, node: nodes[0] as Node, name: null, stays });
  };
  const settle = (which: (look: Look) => boolean) => {
    const due = looks.filter(which);
    looks = looks.filter((look) => watch.pending.has(look.attempt) && !due.includes(look));
    for (const { attempt, stays } of due)
      if (connected(attempt.el) && stays()) watch.answer(attempt, 'mutation');
  };

  /** An animation somewhere else, in a task of its own: nothing that the press can have asked for. */
  const isFar = (attempt: Attempt, { attributeName, target }: MutationRecord) =>
    LOOKS.test(attributeName ?? '') &&
    attempt.id > 0 &&
    now() - attempt.at > SOON_MS &&
    !holds(target, attempt.el) &&
    !outwards(attempt.el)
      .slice(0, NEAR)
      .some((outer) => !matches(outer, 'html,body,main') && holds(outer, target));

  let turn = 0;
  hear('mutated', (batch) => {
    const attempts = watch.answerable();
    if (attempts.length === 0) {
      const step = Math.ceil(batch.length / MAX_IDLE);
      for (let i = turn++ % step; i < batch.length; i += step)
        ambient.note(changeOf(batch[i]!), !!watch.task);
      return;
    }
    const changes = batch.map(changeOf);
    const taken = new Set<MutationRecord>();
    const unchanged = redrawn(batch);
    came = new Set(batch.flatMap((record) => (record.type === 'childList' ? listOf(record.addedNodes) : [])));
    for (const attempt of attempts) {
      if (attempt.off && !matches(attempt.el, OFF)) {
        watch.answer(attempt, 'control');
        continue;
      }
      const own = watch.task === attempt;
      const open = !attempt.answer || now() - (answeredAt.get(attempt) ?? 0) < ONE_ANSWER_MS;
      let most = NOTHING;
      const verdicts = batch.map((record, i) => {
        const change = changes[i]!;
        if (
          unchanged.has(record) ||
          (own ? ambient.ran(change, attempt) : ambient.is(change, attempt) || isFar(attempt, record))
        )
          return NOTHING;
        const verdict = judge(attempt, record);
        if (verdict === BUSY) waiting.add(record.target);
        most = Math.max(most, verdict);
        return verdict;
      });
      if (most <= LOOK) continue;
      const busy = most === BUSY;
      if (own) {
        watch.answer(attempt, 'mutation', busy);
        continue;
      }
      if (!attempt.answer && !busy) answeredAt.set(attempt, now());
      verdicts.forEach((verdict, i) => {
        if (verdict <= LOOK || busy !== (verdict === BUSY)) return;
        if (open) taken.add(batch[i]!);
        ambient.doubt(changes[i]!, attempt, () => watch.guess(attempt, 'mutation', busy));
      });
    }
    batch.forEach((record, i) => ambient.note(changes[i]!, !!watch.task || taken.has(record)));
  });
  // Nodes without words may still be the ripple of the last press.
  return { settle: () => settle(({ attempt, name }) => attempt.id > 0 && name !== null) };
}

/** Without words in it, a node may be a ripple. */
const hasText = (node: Node): boolean => isText(node) || (isElement(node) && childrenOf(node).some(hasText));
