import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { line, movePath, type Point } from '../../support/pointer.js';
import { closePages, openPage, until } from './page.js';

afterEach(closePages);

const TALL = '<div style="height:6000px"></div>';

describe('the path of the mouse', () => {
  const there: Point = [100, 150];
  const back: Point = [300, 150];
  const toAndFro = (turns: number): Point[] =>
    Array.from({ length: turns + 1 }, (_, i) =>
      line(i % 2 ? back : there, i % 2 ? there : back, 3).slice(i ? 1 : 0),
    ).flat();

  it('turns from four on', async () => {
    const page = openPage(TALL);
    await movePath([[100, 150]], 50);
    await movePath(toAndFro(6), 12);
    await until(() => page.of('turns').length >= 3);
    expect(page.of('turns').map(({ turns }) => turns)).to.deep.equal([4, 5, 6]);
  });

  it('is no news while it goes round, trembles, or is short', async () => {
    const page = openPage(TALL);
    const circle = Array.from({ length: 60 }, (_, i): Point => [
      Math.round(300 + 120 * Math.cos(i / 3)),
      Math.round(250 + 120 * Math.sin(i / 3)),
    ]);
    await movePath(circle, 10);
    const short = Array.from({ length: 40 }, (_, i): Point => [300 + (i % 2) * 40, 250]);
    await movePath(short, 10);
    expect(page.of('turns')).to.deep.equal([]);
  });

  it('is not followed while a button is down, nor over a map', async () => {
    const page = openPage(`<canvas style="width:600px;height:300px"></canvas>${TALL}`);
    await movePath(toAndFro(6), 12);
    page.find('canvas').remove();
    await sendMouse({ type: 'down' });
    await movePath(toAndFro(6), 12);
    await sendMouse({ type: 'up' });
    expect(page.of('turns')).to.deep.equal([]);
  });
});
