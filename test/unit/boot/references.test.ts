import { expect, it } from 'vitest';
import { referencesIn } from '../../../src/boot/references.js';

it('takes the numbers of orders and cases, and nothing that only sounds like one', () => {
  expect(
    referencesIn({
      'order.id': 'A-1',
      orderNumber: 81_723,
      'case.number': 'C 2',
      'booking.reference': 'XY12',
      'order.paid': 'yes',
      'order.state': 'late',
      'order.items': ['x'],
      'customer.id': 'never',
      'case.code': true,
    }),
  ).toEqual(['A-1', '81723', 'C 2', 'XY12']);
});
