import { describe, expect, it } from 'vitest';
import { loadUrl } from '../../../src/config/load.js';
import { virtualClock } from '../../support/virtual-clock.js';

type Answer = () => Response | Promise<Response>;
const hangs: Answer = () => new Promise<Response>(() => {});
const lost: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
const status =
  (code: number): Answer =>
  () =>
    new Response('no', { status: code });
const good: Answer = () => new Response('{"version":1}');

/** Asks on virtual time; the answers come in this order. */
function load(...answers: readonly Answer[]) {
  const clock = virtualClock();
  const asked: { at: number; init: RequestInit }[] = [];
  const abort = new AbortController();
  const fetcher = ((_url: string, init: RequestInit) => {
    asked.push({ at: clock.now(), init });
    return Promise.resolve(answers[asked.length - 1]!());
  }) as typeof fetch;
  let loaded: Awaited<ReturnType<typeof loadUrl>> | undefined;
  void loadUrl('/antes.json', clock, fetcher, abort).then((what) => (loaded = what));
  return { clock, asked, abort, loaded: () => loaded };
}

describe('the address of a config', () => {
  it.each([
    ['404', status(404)],
    ['403', status(403)],
    ['500', status(500)],
    ['no connection', lost],
  ])('that fails (%s) is asked once more, a second later', async (_what, fails) => {
    const { clock, asked, loaded } = load(fails, good);
    await clock.pass(999);
    expect(asked).toHaveLength(1);
    await clock.pass(1);
    expect(asked).toHaveLength(2);
    expect(loaded()).toEqual({ value: { version: 1 } });
    expect(clock.waiting).toBe(0);
  });

  it('that fails again is given up, and says why', async () => {
    const { clock, asked, loaded } = load(lost, status(503));
    await clock.pass(60_000);
    expect(asked).toHaveLength(2);
    expect(loaded()).toMatchObject({ code: 'CONFIG_UNREACHABLE', message: /answered 503/ as never });
    expect(clock.waiting).toBe(0);
  });

  it('is given up after 5 s in all, though nobody listens to the abort', async () => {
    for (const answers of [[hangs], [status(500), hangs]]) {
      const { clock, asked, loaded } = load(...answers);
      await clock.pass(4_999);
      expect(loaded()).toBeUndefined();
      await clock.pass(1);
      expect(loaded()).toMatchObject({ code: 'CONFIG_UNREACHABLE', message: /within 5 s/ as never });
      expect(asked[0]!.init.signal!.aborted).toBe(true);
      await clock.pass(60_000);
      expect(asked).toHaveLength(answers.length);
      expect(clock.waiting).toBe(0);
    }
  });

  it('is not asked again once Antes is stopped', async () => {
    const { clock, asked, abort } = load(status(500));
    await clock.pass(10);
    abort.abort();
    await clock.pass(0);
    expect(clock.waiting).toBe(0);
    await clock.pass(60_000);
    expect(asked.length).toBeLessThanOrEqual(2);
  });

  it('tells another site nothing of the page', () => {
    expect(load(hangs).asked[0]!.init).toMatchObject({
      credentials: 'same-origin',
      referrerPolicy: 'same-origin',
    });
  });

  it('is not read beyond 256 KiB, in whatever way the page answers for it', async () => {
    const huge = 'x'.repeat(300_000);
    const polyfill = { ok: true, status: 200, body: undefined, text: () => Promise.resolve(huge) };
    for (const answer of [() => new Response(huge), () => polyfill as unknown as Response]) {
      const { clock, loaded } = load(answer);
      await clock.pass(0);
      expect(loaded()).toMatchObject({ code: 'CONFIG_TOO_LARGE' });
    }
  });
});
