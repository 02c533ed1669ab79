import { expect } from '@open-wc/testing';
import { MOVING, PARTS, stands, stopAll } from './moving.js';
import { closePages, holdTime, openPage, press, until, wait } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  stopAll();
  await closePages();
});

describe('a dead press, where nothing tells what moves by itself', () => {
  for (const [name, { html, start }] of Object.entries(MOVING)) {
    it(`beside ${name}: stands, or its answer is taken back`, async function () {
      this.timeout(20_000);
      const page = openPage(`${html}${PARTS}`);
      start(page);
      await wait(1_200);
      await press(page.find('#x'));
      await wait(2_600);
      expect(await until(() => stands(page), 12_000, 200), JSON.stringify(page.effects())).to.equal(true);
    });
  }
});
