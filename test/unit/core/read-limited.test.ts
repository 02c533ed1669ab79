import { describe, expect, it } from 'vitest';
import { MAX_BYTES, readLimited } from '../../../src/core/read-limited.js';

/** An answer that comes in these pieces; `read` tells how many of them were asked for, `cancelled` whether it was given up. */
function inPieces(pieces: readonly (string | Uint8Array)[]) {
  const state = { read: 0, cancelled: false };
  const stream = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = pieces[state.read++];
        if (piece === undefined) return controller.close();
        controller.enqueue(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
      },
      cancel() {
        state.cancelled = true;
        return Promise.reject(new Error('theirs'));
      },
    },
    { highWaterMark: 0 },
  );
  return { response: new Response(stream), state };
}
/** As browsers without streams have them. */
const whole = (text: string | undefined) =>
  ({ body: null, text: () => Promise.resolve(text) }) as unknown as Response;

describe('the text of an answer', () => {
  it('is put together from its pieces, wherever they are cut', async () => {
    const bytes = new TextEncoder().encode('año €');
    expect(await readLimited(inPieces([...bytes].map((byte) => Uint8Array.of(byte))).response)).toBe('año €');
    expect(await readLimited(new Response('{"a":1}'))).toBe('{"a":1}');
    expect(await readLimited(new Response(''))).toBe('');
  });

  it('that ends within a letter says so', async () => {
    expect(await readLimited(inPieces([Uint8Array.of(0x61, 0xc3)]).response)).toBe('a\ufffd');
  });

  it('may be as long as the limit in bytes, and not longer', async () => {
    expect(await readLimited(inPieces(['ab', 'cd']).response, 4)).toBe('abcd');
    expect(await readLimited(inPieces(['ab', 'cd', 'e']).response, 4)).toBe(undefined);
    expect(await readLimited(inPieces(['€€']).response, 5)).toBe(undefined);
    expect(await readLimited(new Response('x'.repeat(MAX_BYTES)))).toHaveLength(MAX_BYTES);
    expect(await readLimited(new Response('x'.repeat(MAX_BYTES + 1)))).toBe(undefined);
  });

  it('that is too long is not read to its end, and giving it up may fail', async () => {
    const { response, state } = inPieces(Array.from({ length: 100 }, () => 'x'.repeat(10)));
    expect(await readLimited(response, 25)).toBe(undefined);
    expect(state).toEqual({ read: 3, cancelled: true });
  });

  it('is measured as a whole where there are no streams', async () => {
    expect(await readLimited(whole('abcd'), 4)).toBe('abcd');
    expect(await readLimited(whole('abcde'), 4)).toBe(undefined);
  });
});
