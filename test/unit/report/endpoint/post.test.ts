import { describe, expect, it } from 'vitest';
import { readOk } from '../../../../src/report/endpoint/index.js';
import { createPost, TIMEOUT_MS, type Sender } from '../../../../src/report/endpoint/post.js';
import { virtualClock } from '../../../support/virtual-clock.js';

/** As far as it is used. */
class FakeXhr extends EventTarget {
  static sent: string[] = [];
  status = 0;
  responseText = '';
  onloadend = () => {};
  open(): void {}
  setRequestHeader(): void {}
  getResponseHeader = (): string | null => null;
  abort(): void {
    this.onloadend();
  }
  send(body: string): void {
    FakeXhr.sent.push(body);
    this.status = 200;
    this.responseText = '{"ok":true}';
    queueMicrotask(() => this.onloadend());
  }
}

function poster(sender: Partial<Sender>) {
  const clock = virtualClock();
  FakeXhr.sent = [];
  const post = createPost({
    clock,
    sender: {
      fetch: () => Promise.reject(new TypeError('no')),
      Request,
      navigator: { sendBeacon: () => false },
      ...sender,
    },
    url: 'https://reports.example/',
    type: 'text/plain;charset=UTF-8',
    readBody: readOk,
  });
  return { clock, post };
}
const XMLHttpRequest = FakeXhr as unknown as typeof globalThis.XMLHttpRequest;

describe('post', () => {
  it('is a simple request that tells nothing of its page, and outlives it where that is wanted', async () => {
    let asked: RequestInit = {};
    const { post } = poster({
      fetch: async (_url, init) => {
        asked = init;
        return Response.json({ ok: true });
      },
    });
    expect(await post('body')).toEqual({ kind: 'accepted' });
    expect(asked).toMatchObject({
      method: 'POST',
      body: 'body',
      headers: { 'content-type': 'text/plain;charset=UTF-8' },
      keepalive: true,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'error',
    });
    expect(await post('body', new AbortController())).toEqual({ kind: 'accepted' });
    expect(asked.keepalive).toBe(false);
  });

  it.each<[string, Sender['fetch']]>([
    [
      'throws',
      () => {
        throw new TypeError('wrapped');
      },
    ],
    ['gives nothing', (() => undefined) as never],
    ['promises nothing', (() => Promise.resolve(undefined)) as never],
    ['promises something else', (() => Promise.resolve({ data: 1 })) as never],
  ])('goes the older way where the page has a fetch that %s', async (_, fetch) => {
    const { post, clock } = poster({ fetch, XMLHttpRequest });
    expect(await post('body')).toEqual({ kind: 'accepted' });
    expect(FakeXhr.sent).toEqual(['body']);
    expect(clock.waiting).toBe(0);
  });

  it('tries the older way the next time, where a wrapper of the page’s rejects', async () => {
    let asked = 0;
    const fetch = () => {
      asked++;
      return Promise.reject(new TypeError('gone'));
    };
    const { post } = poster({ fetch, XMLHttpRequest });
    const answers = [];
    for (let i = 0; i < 3; i++) answers.push((await post('body', new AbortController())).kind);
    expect(answers).toEqual(['again', 'accepted', 'again']);
    expect(asked).toBe(2);
  });

  it('fails where there is no other way', async () => {
    const { post } = poster({ fetch: (() => undefined) as never });
    expect(await post('body')).toEqual({ kind: 'again' });
  });

  it('ends after 10 s, though nobody listens', async () => {
    const { post, clock } = poster({ fetch: () => new Promise(() => {}) });
    let answer: unknown;
    void post('body').then((given) => (answer = given));
    await clock.pass(TIMEOUT_MS - 1);
    expect(answer).toBeUndefined();
    await clock.pass(1);
    expect(answer).toEqual({ kind: 'again' });
    expect(clock.waiting).toBe(0);
  });

  it('reads as many triggers that are off as are ever believed', async () => {
    const off = Array.from({ length: 100 }, (_, i) => String(i).padEnd(85, 'x'));
    const { post } = poster({ fetch: async () => Response.json({ ok: true, off }) });
    expect(await post('body')).toEqual({ kind: 'accepted', off });
  });

  it('reads no more of an answer than 16 KiB, and of a failure nothing', async () => {
    let read = 0;
    const endless = (status: number) =>
      new Response(
        new ReadableStream(
          {
            pull(controller) {
              read++;
              controller.enqueue(new TextEncoder().encode(' '.repeat(1_024)));
            },
          },
          { highWaterMark: 0 },
        ),
        { status },
      );
    const { post } = poster({ fetch: async () => endless(200) });
    expect(await post('body')).toEqual({ kind: 'again' });
    expect(read).toBeLessThanOrEqual(18);
    read = 0;
    const { post: failing } = poster({ fetch: async () => endless(500) });
    expect(await failing('body')).toMatchObject({ kind: 'again' });
    expect(read).toBe(0);
  });
});
