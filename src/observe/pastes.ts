import { real } from '../core/real.js';
import type { Context } from './context.js';
import { EDITABLE, INPUTS } from '../core/markup.js';
import { isEmpty, SECRET } from './controls.js';
import { contains, find, isElement, matches } from './dom.js';

/** A page that puts the pasted text in by itself has done so by then. */
const PREVENTED_MS = 300;
/** A page that takes it out again does so by then; looked at twice, so that it is not told late. */
const REVERTED_MS = [250, 1_000];

/** What is seen of fields while something is pasted into them. */
export interface Pastes {
  focus(): void;
  leave(): void;
  input(el: Element, pasted: boolean): void;
}

/**
 * Pages that do not take what was pasted: they prevent it, and nothing comes of it; or the field is empty again soon
 * after. What was pasted is not looked at.
 */
export function watchPastes(
  { hear, later, on, window }: Context,
  fieldOf: (event: Event) => Element | undefined,
  refused: (el: Element) => void,
): Pastes {
  let stop: (() => void) | undefined;
  /** Ends what is being waited for: the page or the customer has done something with the field. */
  let settle: (() => void) | undefined;
  const wait = (...stops: (() => void)[]) => {
    settle = () => {
      settle = undefined;
      for (const one of stops) one();
    };
  };
  const done = () => settle?.();

  const listen = () => {
    stop ??= on<ClipboardEvent>('paste', (event) => {
      const el = fieldOf(event);
      if (!el) return;
      const secret = matches(el, SECRET);
      const look = () => (secret ? '' : `${isEmpty(el)} ${(el as HTMLInputElement).validity?.valid}`);
      const before = look();
      const wasEmpty = !secret && isEmpty(el);
      let moved = false;
      done();
      wait(
        // Where a script sets the text of a field, the caret moves with it (not in WebKit).
        on('selectionchange', () => (moved = true)),
        later(PREVENTED_MS, () => {
          done();
          const taken = (moved && !wasEmpty) || look() !== before;
          if (real(event).defaultPrevented && !taken && matches(el, ':focus')) refused(el);
        }),
      );
    });
  };
  hear('mutated', (batch) => {
    // An editor that pastes by itself, or a framework that writes the attribute along with the property.
    const el = settle && find(window.document, ':focus');
    if (el && batch.some(({ target }) => contains(el, target))) done();
  });
  hear('record', (record) => {
    if (record.type === 'submit' || (record.type === 'press' && record.exempt !== 'text')) done();
  });
  on('keydown', ({ target }) => {
    // Sent with Enter, or gone on: all but leaving the field.
    if (settle && isElement(target)) later(0, () => matches(target, ':focus') && done());
  });
  if (find(window.document, `:is(${INPUTS},${EDITABLE}):focus`)) listen();

  return {
    focus: listen,
    leave() {
      stop?.();
      stop = undefined;
    },
    input(el, pasted) {
      done();
      // Right after the paste it is not empty, as far as that is known.
      if (!pasted || isEmpty(el) !== false) return;
      wait(
        ...REVERTED_MS.map((ms) =>
          later(ms, () => {
            if (!isEmpty(el)) return;
            done();
            refused(el);
          }),
        ),
      );
    },
  };
}
