import type { Channel } from '../core/records.js';
import type { Watch } from './attempt.js';
import type { Context } from './context.js';
import { animationsOf, holds, isElement, outwards } from './dom.js';

/** A style sheet answers within a frame or two. */
const SOON_MS = 150;
/** By then the look of a pressed control has gone again. */
const STAYS_MS = 600;
/** What makes something appear, leave, or move; colours and shadows only say that a pointer is there. */
const VISIBLE =
  /^(?:opacity|visibility|display|(?:max-)?(?:height|width)|transform|translate|scale|left|right|top|bottom|grid-template-rows|clip-path)$/;
/** Whether an endless animation is meant for the press: it turns in the control, or in something around it. */
const NEAR = 5;

/**
 * Answers that are in the style sheet alone (`:focus-within`, `:target`, `:has`): nothing in the page changes, but something
 * is set moving. The look of the control itself, and of what holds it, is none.
 */
export function startAnimations(
  { ignored, later, now, window }: Context,
  watch: Watch,
  moves: (channel: Channel, place: Node, kind: string) => void,
): [types: string, listener: (event: Event) => void][] {
  const elsewhere = (el: Element) =>
    watch
      .answerable()
      .some((one) => now() - one.at <= SOON_MS && !one.answer && !holds(el, one.el) && !holds(one.el, el));
  return [
    [
      'transitionrun',
      (event) => {
        const { propertyName, target } = event as TransitionEvent;
        if (!isElement(target) || !VISIBLE.test(propertyName) || ignored(target) || !elsewhere(target))
          return;
        const look = () => window.getComputedStyle(target).getPropertyValue(propertyName);
        const before = look();
        later(STAYS_MS, () => look() !== before && moves('mutation', target, `~${propertyName}`));
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
          if (elsewhere(target)) moves('mutation', target, '~animation');
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
