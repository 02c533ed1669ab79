import { expect } from '@open-wc/testing';
import { createOpening, DAYS } from '../../../src/core/opening.js';

const HOUR_MS = 3_600_000;

describe('the clock of a zone', () => {
  it('tells the same by Temporal as by a format of dates, whatever its summer time', () => {
    const page = globalThis as { Temporal?: unknown };
    const temporal = Object.getOwnPropertyDescriptor(page, 'Temporal');
    const tell = () =>
      ['Europe/Madrid', 'America/St_Johns', 'Pacific/Chatham', 'visitor'].map((zone) => {
        const { isOpenAt, nextStart } = createOpening(DAYS.slice(0, 5), '22:15-06:45', zone, '');
        return [0, 26, 27, 89, 90, 300].flatMap((day) =>
          Array.from({ length: 48 }, (_, i) => {
            const wall = Date.UTC(2026, 2, 1 + day) + i * (HOUR_MS / 2) + 1.5;
            return `${isOpenAt(wall)} ${nextStart(wall)}`;
          }),
        );
      });
    const first = tell();
    if (temporal) Object.defineProperty(page, 'Temporal', { value: undefined, configurable: true });
    try {
      expect(tell()).to.deep.equal(first);
    } finally {
      if (temporal) Object.defineProperty(page, 'Temporal', temporal);
    }
    expect(first.flat().some((one) => one.startsWith('true'))).to.equal(true);
  });

  it('refuses what is no zone', () => {
    expect(() => createOpening(DAYS, '09:00-18:00', 'Europe/Madird', '/zone')).to.throw(
      'there is no time zone',
    );
  });
});
