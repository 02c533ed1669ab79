import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

const SCRIPT = resolve(import.meta.dirname, '../../../dist/cdn/antes.js');

/** What Antes listens to while somebody presses, types and looks about. */
const HEARD =
  'pointerdown pointerup pointercancel pointermove click keydown input change focus blur submit invalid scroll wheel ' +
  'mouseout selectionchange toggle beforetoggle close cancel reset copy cut play pause select transitionrun animationstart ' +
  'fullscreenchange visibilitychange pageshow pagehide error unhandledrejection';

/** Hears and sees all that Antes does, and does nothing with it: no design that listens to so much costs less. */
export const listening = {
  id: 'floor-listening',
  title: 'listeners that do nothing',
  what: 'to the same events, changes and requests',
  packages: [],
  script: () => `for (const type of ${JSON.stringify(HEARD.split(' '))})
  window.addEventListener(type, (event) => event.isTrusted, { capture: true, passive: true });
new MutationObserver((batch) => batch.length).observe(document, {
  childList: true, attributes: true, attributeOldValue: true, characterData: true, subtree: true,
});
new PerformanceObserver((list) => list.getEntries().length).observe({ type: 'resource' });`,
};

/** The bytes of antes.js as they are, and nothing of them runs. */
export const unused = {
  id: 'floor-unused',
  title: 'antes.js, not run',
  what: 'its text and what the browser makes of it at once',
  packages: [],
  script: () =>
    `window.neverCalled = function () {${readFileSync(SCRIPT, 'utf8').replace(/^\/\/#.*\n|\n\/\/# source.*/g, '')}};`,
};
