/**
 * Every signal, one line each; types, the schema's enum and the table in the docs derive from here. They look at a
 * record in the order of their names.
 */
export { blockedClick } from './blocked-click.js';
export { deadClick } from './dead-click.js';
export { deadSwipe } from './dead-swipe.js';
export { errorClick } from './error-click.js';
export { falseAffordance } from './false-affordance.js';
export { fieldErrorLoop } from './field-error-loop.js';
export { fieldStall } from './field-stall.js';
export { focusTrap } from './focus-trap.js';
export { frozenPage } from './frozen-page.js';
export { hesitation } from './hesitation.js';
export { impatientClick } from './impatient-click.js';
export { missedTap } from './missed-tap.js';
export { pageSearch } from './page-search.js';
export { paymentFailure } from './payment-failure.js';
export { rageClick } from './rage-click.js';
export { rageKey } from './rage-key.js';
export { repeatedClick } from './repeated-click.js';
export { scrollHunt } from './scroll-hunt.js';
export { slowClick } from './slow-click.js';
export { submitLoop } from './submit-loop.js';
export { thrashedCursor } from './thrashed-cursor.js';
export { zoom } from './zoom.js';
