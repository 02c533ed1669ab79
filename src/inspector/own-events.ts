/** What the page would take for its own shortcuts, or for a press outside of what it has open. */
export const OWN_EVENTS: readonly string[] = [
  'keydown',
  'keyup',
  'keypress',
  'beforeinput',
  'input',
  'click',
  'pointerdown',
  'pointerup',
  'mousedown',
  'mouseup',
];
