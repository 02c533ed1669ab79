import type { PartMessages } from './types.js';

export const enParts: PartMessages = {
  badge: {
    suggestions: { one: 'Help, {n} suggestion', other: 'Help, {n} suggestions' },
  },
  reasons: {
    because: {
      other: 'Something here may not work.',
      press: 'Something you pressed did not work.',
      slow: 'You have been waiting for a while.',
      field: 'Something you entered did not work.',
      payment: 'A payment did not work.',
    },
    notAgain: 'Don’t suggest this again',
  },
  status: {
    progress: 'Progress',
    steps: {
      placed: 'Order placed',
      packed: 'Packed',
      shipped: 'On its way',
      'out-for-delivery': 'Out for delivery',
      delivered: 'Delivered',
      exception: 'There is a problem',
      received: 'Received',
      'in-progress': 'Being worked on',
      solved: 'Solved',
      requested: 'Requested',
      approved: 'Approved',
      refunded: 'Refunded',
    },
    passed: 'done',
    details: 'Details',
    expected: 'Expected {date}',
    updated: 'Updated {time}',
    stale: 'As of {time}. It may have changed since.',
    loading: 'Looking up the latest…',
    offline: 'This cannot be looked up right now.',
    unauthorised: 'Sign in to see this.',
    empty: 'There is nothing to show yet.',
    since: 'Since {time}',
    planned: 'Planned for {time}',
    workingAgain: 'This works again.',
  },
};
