import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { CAN_CONTROL, offline } from '../../support/page-control.js';
import { closePages, frame, openPage, type Page, press, until, wait } from './page.js';

afterEach(closePages);

const isWebKit = !CAN_CONTROL;
const isFirefox = navigator.userAgent.includes('Firefox');

/** A page with a button that starts a request; gives back what was told of it. */
async function requestOf(start: () => void, ms = 600): Promise<Page> {
  const page = openPage('<button>Pay</button>');
  page.find('button').addEventListener('click', start);
  await press(page.find('button'));
  await until(() => page.of('request').length, ms);
  return page;
}

describe('the connection', () => {
  it('lost and back', async function () {
    if (!CAN_CONTROL) this.skip();
    const page = openPage('<p></p>');
    await offline(100);
    await until(() => page.of('network').length === 2);
    expect(page.of('network').map(({ online }) => online)).to.deep.equal([false, true]);
  });

  it('nothing that a script dispatches', () => {
    const page = openPage('<p></p>');
    window.dispatchEvent(new Event('offline'));
    expect(page.of('network')).to.deep.equal([]);
  });
});

describe('requests', () => {
  it('without a connection: lost, where the engine tells of it', async function () {
    // Firefox and WebKit say nothing at all of a request that could not be made.
    if (isFirefox || isWebKit) this.skip();
    const page = openPage('<button>Pay</button>');
    page.find('button').addEventListener('click', () => {
      const look = setInterval(() => {
        if (navigator.onLine) return;
        clearInterval(look);
        // The browser says so a moment before it is so.
        setTimeout(() => void fetch('/missing').catch(() => {}), 60);
      }, 10);
    });
    await press(page.find('button'));
    await offline(300);
    await until(() => page.of('request').length);
    expect(page.of('request')[0]).to.include({ status: 0, lost: true, own: true });
  });

  it('with an answer: not lost, whatever it says', async () => {
    const page = await requestOf(() => void fetch('/missing'));
    expect(page.of('request')).to.have.length(1);
    expect(page.of('request')[0]).not.to.have.any.keys('lost', 'page');
  });

  it('that the page aborts: not lost', async () => {
    for (const ms of [0, 20, 120]) {
      const page = await requestOf(() => {
        const abort = new AbortController();
        void fetch('/missing?slow', { signal: abort.signal }).catch(() => {});
        setTimeout(() => abort.abort(), ms);
      }, 300);
      for (const record of page.of('request')) expect(record, `after ${ms} ms`).not.to.have.any.keys('lost');
    }
  });

  it('that may not be read (CORS): not lost', async () => {
    const page = await requestOf(
      () => void fetch(location.href.replace('localhost', '127.0.0.1')).catch(() => {}),
      300,
    );
    for (const record of page.of('request')) expect(record).not.to.have.any.keys('lost');
  });

  it('that start as the pointer goes down belong to the press', async () => {
    const page = openPage('<button>Pay</button>');
    page.find('button').addEventListener('pointerdown', () => void fetch('/missing?down'));
    const { left, top } = page.find('button').getBoundingClientRect();
    await sendMouse({ type: 'move', position: [Math.round(left + 5), Math.round(top + 5)] });
    await sendMouse({ type: 'down' });
    // Fingers are not that quick with a mouse.
    await wait(150);
    await sendMouse({ type: 'up' });
    await until(() => page.of('request').length, 1_000);
    expect(page.of('request')).to.have.length(1);
  });

  it('for the page itself, when that failed', async function () {
    if (isWebKit) this.skip();
    const { el, view } = await frame('/missing/page');
    const page = openPage('<p></p>', {}, view);
    expect(page.of('request')).to.have.length(1);
    expect(page.of('request')[0]).to.include({ status: 404, own: true, page: true });
    el.remove();
    const fine = openPage('<p></p>');
    await wait(50);
    expect(fine.of('request')).to.deep.equal([]);
  });
});
