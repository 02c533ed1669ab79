/**
 * Every signal, one line each; types, the schema's enum and the table in the docs derive from here. They look at a
 * record in the order of their names.
 */
export { awayAndBack } from './away-and-back.js';
export { blockedClick } from './blocked-click.js';
export { cartChurn } from './cart-churn.js';
export { contactSeeking } from './contact-seeking.js';
export { deadClick } from './dead-click.js';
export { deadSwipe } from './dead-swipe.js';
export { errorClick } from './error-click.js';
export { errorMessage } from './error-message.js';
export { evidenceCopy } from './evidence-copy.js';
export { exitIntent } from './exit-intent.js';
export { falseAffordance } from './false-affordance.js';
export { fieldChurn } from './field-churn.js';
export { fieldErrorLoop } from './field-error-loop.js';
export { fieldStall } from './field-stall.js';
export { focusTrap } from './focus-trap.js';
export { frozenPage } from './frozen-page.js';
export { hesitation } from './hesitation.js';
export { impatientClick } from './impatient-click.js';
export { missedTap } from './missed-tap.js';
export { optionChurn } from './option-churn.js';
export { pageSearch } from './page-search.js';
export { paymentFailure } from './payment-failure.js';
export { phoneSeeking } from './phone-seeking.js';
export { rageClick } from './rage-click.js';
export { rageKey } from './rage-key.js';
export { rejectedPaste } from './rejected-paste.js';
export { repeatedClick } from './repeated-click.js';
export { requestFailure } from './request-failure.js';
export { scrollHunt } from './scroll-hunt.js';
export { searchStruggle } from './search-struggle.js';
export { slowClick } from './slow-click.js';
export { statusAnxiety } from './status-anxiety.js';
export { stepStall } from './step-stall.js';
export { submitLoop } from './submit-loop.js';
export { thrashedCursor } from './thrashed-cursor.js';
export { uTurn } from './u-turn.js';
export { zoom } from './zoom.js';
