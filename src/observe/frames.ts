import type { Context } from './context.js';
import { connected, FRAME, matches, windowOf } from './dom.js';

/** Frames are entered up to this number: each costs its own listeners. */
const MAX_FRAMES = 8;

/**
 * Frames of the same origin that the page counts to itself (`data-antes-frame`): presses in them give records, changes in
 * and around them answer them. Nothing is put into them but listeners, and these go with the frame.
 */
export function startFrames({ enter, findRare, hear, ignored, on, undo, window }: Context): void {
  const entered = new Map<Element, { readonly document: Document; leave(): void }>();
  const find = findRare(FRAME);
  let stopLoads: (() => void) | undefined;
  // A frame has no named members that could hide this one.
  const documentOf = (el: Element) => (el as HTMLIFrameElement).contentDocument;

  const look = () => {
    for (const [el, { document, leave }] of entered) {
      if (connected(el) && matches(el, FRAME) && documentOf(el) === document) continue;
      entered.delete(el);
      leave();
    }
    const frames = find(MAX_FRAMES).filter((el) => !ignored(el));
    for (const el of frames) {
      // Of another origin: there is nothing to see.
      const document = entered.has(el) ? null : documentOf(el);
      const view = document && windowOf(document);
      if (!view || entered.size >= MAX_FRAMES) continue;
      entered.set(el, { document, leave: enter(view) });
    }
    if (frames.length > 0) stopLoads ??= on('load', look, window.document);
    else {
      stopLoads?.();
      stopLoads = undefined;
    }
  };
  look();
  hear('settled', look);
  undo(() => {
    for (const { leave } of entered.values()) leave();
  });
}
