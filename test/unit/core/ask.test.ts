import { describe, expect, it } from 'vitest';
import { createAsk } from '../../../src/core/ask.js';

/** A request in the older way, answered by hand. */
class Request {
  status = 200;
  responseText = 'older';
  asked: unknown[] = [];
  onloadend: () => void = () => {};
  open = (...args: unknown[]) => void this.asked.push(args);
  setRequestHeader = (...args: unknown[]) => void this.asked.push(args);
  getResponseHeader = (name: string) => (name === 'etag' ? '"1"' : null);
  send = () => void this.asked.push('sent');
  abort = () => {
    this.status = 0;
    this.onloadend();
  };
}

function pageWith(fetch: unknown) {
  const made: Request[] = [];
  const page = {
    fetch,
    XMLHttpRequest: function XMLHttpRequest() {
      const request = new Request();
      made.push(request);
      return request;
    },
  };
  return { page, made, ask: createAsk(page as unknown as Parameters<typeof createAsk>[0]) };
}
const broken = () => {
  throw new TypeError('not the browser’s own');
};
/** Asks, and answers once the older request has been sent. */
async function older(fetch: unknown, answer: (request: Request) => void, init?: RequestInit) {
  const { ask, made } = pageWith(fetch);
  const asked = ask('/feed', init);
  // Whoever asks waits for it; a rejection is looked at by them.
  asked.catch(() => {});
  await new Promise(setImmediate);
  expect(made).toHaveLength(1);
  answer(made[0]!);
  return { response: await asked, request: made[0]! };
}

describe('the fetch of the page', () => {
  it('is asked as it is now, and nothing else with it', async () => {
    const { page, made, ask } = pageWith(broken);
    const init = { headers: { a: 'b' } };
    const asked: unknown[] = [];
    page.fetch = (...args: unknown[]) => {
      asked.push(args);
      return Promise.resolve(new Response('new', { status: 404 }));
    };
    const response = await ask('/feed', init);
    expect([response.status, await response.text()]).toEqual([404, 'new']);
    expect(asked).toEqual([['/feed', init]]);
    expect(made).toEqual([]);
  });

  it('fails as it fails: the connection may be gone', async () => {
    const { made, ask } = pageWith(() => Promise.reject(new TypeError('offline')));
    await expect(ask('/feed')).rejects.toThrow('offline');
    expect(made).toEqual([]);
  });

  it.each<[string, unknown]>([
    ['throws', broken],
    ['is not there', undefined],
    ['brings nothing', () => undefined],
    ['brings no answer', () => Promise.resolve({ ok: true })],
    ['brings null', () => Promise.resolve(null)],
  ])('that %s is gone round by the older way', async (_how, fetch) => {
    const { response } = await older(fetch, (request) => request.onloadend());
    expect(response.ok).toBe(true);
    expect(response.status).toBe(200);
    expect(await response.text()).toBe('older');
    expect([response.headers.get('etag'), response.headers.get('age')]).toEqual(['"1"', null]);
  });
});

describe('the older way', () => {
  it('asks for the same, with the same headers, before it is sent', async () => {
    const { request } = await older(broken, (one) => one.onloadend(), { headers: { Accept: 'text/plain' } });
    expect(request.asked).toEqual([['GET', '/feed'], ['Accept', 'text/plain'], 'sent']);
  });

  it.each([
    [199, false],
    [200, true],
    [299, true],
    [300, false],
    [404, false],
    [500, false],
  ])('%d is good: %s', async (status, ok) => {
    const { response } = await older(broken, (request) => {
      request.status = status;
      request.onloadend();
    });
    expect([response.status, response.ok]).toEqual([status, ok]);
  });

  it('fails as fetch does where no answer came', async () => {
    const failed = older(broken, (request) => {
      request.status = 0;
      request.onloadend();
    });
    await expect(failed).rejects.toBeInstanceOf(TypeError);
  });

  it('is given up when whoever asked gives up', async () => {
    const controller = new AbortController();
    const failed = older(broken, () => controller.abort(), { signal: controller.signal });
    await expect(failed).rejects.toBeInstanceOf(TypeError);
  });
});
