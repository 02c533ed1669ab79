import type { Channel } from '../core/records.js';
import type { Attempt, Watch } from './attempt.js';
import type { Context } from './context.js';
import { animationsOf, holds, isElement, isShown, outwards } from './dom.js';

/** A style sheet answers within a frame or two. */
const SOON_MS = 150;
/** By then the look of a pressed control has gone again. */
const STAYS_MS = 600;
/** What makes something appear, leave, or move; colours and shadows only say that a pointer is there. */
const VISIBLE =
  /^(?:opacity|visibility|display|(?:max-)?(?:height|width)|transform|translate|scale|left|right|top|bottom|grid-template-rows|clip-path)$/;
/** Whether an endless animation is meant for the press: it turns in the control, or in something around it. */
const NEAR = 5;

/** So many are followed at a time: a page that turns dark sets thousands moving. */
const MAX_SHIFTS = 24;

/** A property of an element that is on its way. */
interface Shift {
  readonly target: Element;
  readonly property: string;
  /** Its value before the presses, and the one it comes to. */
  from: unknown;
  to: unknown;
  way: Animation | undefined;
  readonly attempts: readonly Attempt[];
  cancel?: () => void;
}

/**
 * Answers that are in the style sheet alone (`:focus-within`, `:target`, `:has`): nothing in the page changes, but something
 * is set moving. The look of the control itself, and of what holds it, is none; nor is what turns back when it is let go.
 */
export function startAnimations(
  { ignored, later, now }: Context,
  watch: Watch,
  moves: (channel: Channel, place: Node, kind: string, attempts?: readonly Attempt[]) => void,
): [types: string, listener: (event: Event) => void][] {
  const shifts = new Set<Shift>();
  /** The presses that may have set it moving. */
  const causes = (el: Element) =>
    watch
      .answerable()
      .filter((one) => now() - one.at <= SOON_MS && !one.answer && !holds(el, one.el) && !holds(one.el, el));
  const shiftOf = (el: Element, property: string) =>
    [...shifts].find((one) => one.target === el && one.property === property);
  const drop = (shift: Shift) => {
    shift.cancel?.();
    shifts.delete(shift);
  };
  const settle = (shift: Shift) => {
    drop(shift);
    const { attempts, from, property, target, to } = shift;
    if (from !== to) moves('mutation', target, `~${property}`, attempts);
  };
  const judgeLater = (shift: Shift) => {
    shift.cancel?.();
    shift.cancel = later(STAYS_MS, () => {
      // What it comes to is known when no pointer holds it any more.
      if (shift.attempts.some((one) => one.id === 0 && watch.pending.has(one))) judgeLater(shift);
      else settle(shift);
    });
  };
  return [
    [
      'transitionrun',
      (event) => {
        const { propertyName: property, target } = event as TransitionEvent;
        if (!isElement(target) || !VISIBLE.test(property) || ignored(target)) return;
        const known = shiftOf(target, property);
        const attempts = causes(target);
        if (!known && (attempts.length === 0 || shifts.size >= MAX_SHIFTS)) return;
        const { from, to, way } = wayOf(target, property);
        if (known && attempts.every((one) => known.attempts.includes(one))) {
          // Told twice of the same: what was told of first had been turned back before anybody could look at it.
          if (known.way === way) known.from = to;
          Object.assign(known, { to, way });
          judgeLater(known);
          return;
        }
        // The next press turns it round: it starts from where the last one was taking it.
        if (known) settle(known);
        const shift = { target, property, from: known ? known.to : from, to, way, attempts };
        shifts.add(shift);
        judgeLater(shift);
      },
    ],
    [
      'transitioncancel',
      (event) => {
        const { propertyName: property, target } = event as TransitionEvent;
        const known = isElement(target) && shiftOf(target, property);
        // Turned back before it had moved at all. What is turned back later tells of the way back as well.
        if (known && !wayOf(known.target, property).way && isShown(known.target)) drop(known);
      },
    ],
    [
      'animationstart',
      ({ target }) => {
        if (!isElement(target) || ignored(target)) return;
        const endless = animationsOf(target).some(
          ({ effect }) => effect?.getTiming().iterations === Infinity,
        );
        if (!endless) {
          const attempts = causes(target);
          if (attempts.length > 0) moves('mutation', target, '~animation', attempts);
          return;
        }
        for (const attempt of watch.answerable())
          if (
            now() - attempt.at <= SOON_MS ||
            outwards(attempt.el)
              .slice(0, NEAR)
              .some((el) => holds(el, target))
          )
            watch.answer(attempt, 'mutation', true);
      },
    ],
  ];
}

/** A transition under way, and where it starts and ends; nothing where the browser does not tell. */
function wayOf(target: Element, property: string): Pick<Shift, 'from' | 'to' | 'way'> {
  const way = animationsOf(target).find((one) => (one as CSSTransition).transitionProperty === property);
  const frames = (way?.effect as KeyframeEffect | null | undefined)?.getKeyframes() ?? [];
  const name = property.replace(/-./g, (letter) => letter.charAt(1).toUpperCase());
  return { way, from: frames[0]?.[name], to: frames.at(-1)?.[name] };
}
