import { expect } from '@open-wc/testing';
import { MOVING, PARTS, stopAll } from './moving.js';
import { closePages, holdTime, openPage, press, wait } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  stopAll();
  await closePages();
});

describe('a dead press, before any rhythm could be learned', () => {
  for (const [name, { html, declared, start }] of Object.entries(MOVING)) {
    it(`beside ${name}, as the page says`, async () => {
      const page = openPage(`${declared ?? html}${PARTS}`);
      start(page);
      await wait(600);
      await press(page.find('#x'));
      await wait(2_500);
      expect(page.effects()).to.deep.equal([]);
      expect(page.answer()).to.equal(undefined);
    });
  }
});
