import { expect } from '@open-wc/testing';

it('all widgets work under a strict content security policy with trusted types', async () => {
  const frame = document.createElement('iframe');
  frame.title = 'Strict policy';
  // Large enough for none of them to lie over another.
  frame.width = '1200';
  frame.height = '900';
  frame.src = new URL('./csp.html', import.meta.url).href;
  const told = new Promise<MessageEvent>((resolve) => addEventListener('message', resolve, { once: true }));
  document.body.append(frame);
  const { data } = await told;
  frame.remove();
  expect(data.violations).to.deep.equal([]);
  expect(data.shown).to.have.members(['shown inline', 'shown notice', 'shown badge', 'shown banner']);
  expect(data.color).to.equal('rgb(255, 255, 255)');
});
