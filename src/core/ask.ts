import { quietly } from './quietly.js';

/**
 * The page's `fetch`, looked up each time, as it may be replaced at any time. Where it is broken (it throws, or brings no
 * answer), the older way. What fails is for whoever has asked: a connection may just be gone.
 */
export const createAsk =
  (page: Pick<Window & typeof globalThis, 'fetch' | 'XMLHttpRequest'>): typeof fetch =>
  async (url, init) => {
    let asked: Promise<Response | undefined> | undefined;
    try {
      asked = page.fetch(url, init);
    } catch {
      // Not the browser's own any more: that one never throws.
    }
    const response = await asked;
    return typeof response?.status === 'number' ? response : byRequest(new page.XMLHttpRequest(), url, init);
  };

const byRequest = (
  xhr: XMLHttpRequest,
  url: URL | RequestInfo,
  { headers = {}, signal }: RequestInit = {},
): Promise<Response> =>
  new Promise((done, fail) => {
    xhr.open('GET', url as string);
    for (const [name, value] of Object.entries(headers)) xhr.setRequestHeader(name, value as string);
    xhr.onloadend = () => {
      const { status } = xhr;
      if (status === 0) return fail(new TypeError('no answer'));
      return done({
        status,
        ok: status >= 200 && status < 300,
        headers: { get: (name: string) => xhr.getResponseHeader(name) },
        text: () => Promise.resolve(xhr.responseText),
      } as Response);
    };
    signal?.addEventListener(
      'abort',
      quietly(() => xhr.abort()),
    );
    xhr.send();
  });
