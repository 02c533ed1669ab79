import type { Channel } from '../core/records.js';
import type { Attempt, Watch } from './attempt.js';
import type { Context } from './context.js';
import { animationsOf, elementsOf, holds, outwards } from './dom.js';

/** A style sheet answers within a frame or two. */
const SOON_MS = 150;
/** By then the look of a pressed control has gone again. */
const STAYS_MS = 600;
/** So much is followed at a time: a page that turns dark sets thousands moving. */
const MAX_SHIFTS = 24;
/** What makes something appear, leave, or move; colours and shadows only say that a pointer is there. */
const VISIBLE =
  /^(?:opacity|visibility|display|(?:max-)?(?:height|width)|transform|translate|scale|left|right|top|bottom|grid-template-rows|clip-path)$/;
/** Whether an endless animation is meant for the press: it turns in the control, or in something around it. */
const NEAR = 5;

/** A property of an element that is on its way. */
interface Shift {
  readonly el: Element;
  /** A part of it that the style sheet makes, such as `::after`. */
  readonly pseudo?: string;
  readonly property: string;
  /** Its value before the presses; `undefined` where it was on its way already. */
  from: unknown;
  /** What it comes to, as far as was told. */
  to: unknown;
  /** The look of it when it was heard of, at rest or a frame later. */
  readonly before: string;
  /** The transition that was found then. */
  readonly way?: Animation | undefined;
  readonly attempts: readonly Attempt[];
}
type Followed = Shift & { cancel?: () => void };

/**
 * Answers that are in the style sheet alone (`:focus-within`, `:target`, `:has`): nothing in the page changes, but something
 * is set moving. The look of the control itself, and of what holds it, is none; nor is what is as before once the control
 * has been let go.
 */
export function startAnimations(
  { ignored, later, now, window }: Context,
  watch: Watch,
  moves: (channel: Channel, place: Node, kind: string, attempts?: readonly Attempt[]) => void,
): [types: string, listener: (event: Event) => void][] {
  const shifts = new Set<Followed>();
  /** The presses that may have set it moving. */
  const causes = (el: Element) =>
    watch
      .answerable()
      .filter((one) => now() - one.at <= SOON_MS && !one.answer && !holds(el, one.el) && !holds(one.el, el));
  const isHeld = (attempts: readonly Attempt[]) =>
    attempts.some((one) => one.id === 0 && watch.pending.has(one));
  const look = (el: Element, property: string, pseudo?: string) =>
    window.getComputedStyle(el, pseudo).getPropertyValue(property);

  const drop = (shift: Followed) => {
    shift.cancel?.();
    shifts.delete(shift);
  };
  const settle = (shift: Followed) => {
    drop(shift);
    const { attempts, before, el, from, property, pseudo, to } = shift;
    if (from === undefined || from === to) return;
    // A way back may be too short to be told of.
    if (![from, before].includes(look(el, property, pseudo))) moves('mutation', el, `~${property}`, attempts);
  };
  const judgeLater = (shift: Followed) => {
    shift.cancel?.();
    shift.cancel = later(STAYS_MS, () => (isHeld(shift.attempts) ? judgeLater(shift) : settle(shift)));
  };
  const follow = (shift: Shift) => {
    const followed: Followed = { ...shift };
    shifts.add(followed);
    judgeLater(followed);
  };

  /**
   * What was found when it was first heard of has been given up for another. Events come a frame late: where one is given up,
   * or begins, and it is still the one found then, the first event told of an earlier one, and this one began on the way.
   */
  const isGivenUp = ({ way }: Followed) => way?.playState === 'idle';

  const onTransition = (event: Event) => {
    const { propertyName: property, pseudoElement, type } = event as TransitionEvent;
    const [el] = elementsOf(event);
    if (!el || pseudoElement || !VISIBLE.test(property)) return;
    const known = [...shifts].find((one) => one.el === el && one.property === property);
    const attempts = causes(el);
    if (!known && (attempts.length === 0 || shifts.size >= MAX_SHIFTS || ignored(el))) return;
    if (known && type === 'transitioncancel') {
      if (!isGivenUp(known)) known.from = undefined;
      return;
    }
    // It is back, and what comes now comes of something else.
    if (known && attempts.length === 0 && known.from === known.to) return drop(known);
    const { from, to, way } = endsOf(el, property);
    if (known && attempts.every((one) => known.attempts.includes(one))) {
      if (way ? way === known.way : !isGivenUp(known)) known.from = undefined;
      known.to = to ?? known.to;
      judgeLater(known);
      return;
    }
    // The next press turns round what the last one has set going, or what was on its way without any.
    if (known) settle(known);
    const rest = known ? known.to : type === 'transitionrun' ? from : undefined;
    follow({ el, property, from: rest, to, before: look(el, property), way, attempts });
  };

  return [
    ['transitionrun transitioncancel', onTransition],
    [
      'animationstart',
      (event) => {
        const { animationName, pseudoElement: pseudo } = event as AnimationEvent;
        const [el] = elementsOf(event);
        if (!el || watch.answerable().length === 0 || ignored(el)) return;
        const isEndless = animationsOf(el).some(({ effect }) => effect?.getTiming().iterations === Infinity);
        if (isEndless) {
          for (const attempt of watch.answerable())
            if (
              now() - attempt.at <= SOON_MS ||
              outwards(attempt.el)
                .slice(0, NEAR)
                .some((outer) => holds(outer, el))
            )
              watch.answer(attempt, 'mutation', true);
          return;
        }
        const attempts = causes(el);
        if (attempts.length === 0) return;
        // As long as the control is held, an animation may be one of its looks: where it has it no longer after that, it was.
        if (!isHeld(attempts)) moves('mutation', el, '~animation', attempts);
        else if (shifts.size < MAX_SHIFTS)
          follow({
            el,
            pseudo,
            property: 'animation-name',
            from: 'none',
            before: 'none',
            to: animationName,
            attempts,
          });
      },
    ],
  ];
}

/** The transition that is under way, and the values that it starts from and comes to; none where it is over. */
function endsOf(
  el: Element,
  property: string,
): { way?: Animation | undefined; from?: unknown; to?: unknown } {
  const way = animationsOf(el).find((one) => (one as CSSTransition).transitionProperty === property);
  const frames = (way?.effect as KeyframeEffect | null | undefined)?.getKeyframes() ?? [];
  const name = property.replace(/-./g, (letter) => letter.charAt(1).toUpperCase());
  return { way, from: frames[0]?.[name], to: frames.at(-1)?.[name] };
}
