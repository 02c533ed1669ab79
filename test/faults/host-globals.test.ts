import { describeFaults } from './support/describe-faults.js';

describeFaults('host-globals', ({ survives }) => {
  survives('GLOB-15', 'a page without a console', {
    inject: () => {
      Object.defineProperty(globalThis, 'console', { value: undefined });
    },
  });
});
