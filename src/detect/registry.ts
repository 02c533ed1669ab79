/**
 * Every signal, one line each; types, the schema's enum and the table in the docs derive from here. They look at a
 * record in the order of their names.
 */
export { blockedClick } from './blocked-click.js';
export { deadClick } from './dead-click.js';
export { errorClick } from './error-click.js';
export { fieldErrorLoop } from './field-error-loop.js';
export { fieldStall } from './field-stall.js';
export { impatientClick } from './impatient-click.js';
export { paymentFailure } from './payment-failure.js';
export { rageClick } from './rage-click.js';
export { slowClick } from './slow-click.js';
export { submitLoop } from './submit-loop.js';
