import { expect } from '@open-wc/testing';
import { MOVING, PARTS, stopAll } from './moving.js';
import { closePages, holdTime, openPage, press, until, wait } from './page.js';

beforeEach(holdTime);
afterEach(async () => {
  stopAll();
  await closePages();
});

describe('answers, at once and late', () => {
  for (const [name, { html, start }] of Object.entries(MOVING)) {
    it(`beside ${name}`, async () => {
      const page = openPage(`${html}${PARTS}`);
      page.find('#live').addEventListener('click', () => page.find('#out').append('Done'));
      page
        .find('#late')
        .addEventListener('click', () => setTimeout(() => (page.find('#out').textContent = 'Done'), 1_500));
      start(page);
      await wait(1_200);
      await press(page.find('#live'));
      await until(() => page.answer());
      expect(page.answer(), 'at once').to.equal('mutation');
      await press(page.find('#late'));
      const { id } = page.presses().at(-1)!;
      await wait(2_100);
      const told = page.effects().filter((effect) => effect.press === id);
      expect(told.at(-1), 'late').to.include({ channel: 'mutation' });
      expect(told.at(-1)).not.to.have.any.keys('undone', 'busy');
    });
  }
});
