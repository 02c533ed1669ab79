import { describe, expect, it } from 'vitest';
import { makeCode, readCode, sayCode } from '../../../src/contact/code.js';
import { leaveUnderCode, post } from '../../../src/contact/send.js';

const bytes = (...some: number[]) => Uint8Array.from(some);
const handoff = { reason: 'r', step: null, journey: null, signals: [], failed: [], help: [], facts: {} };

describe('a code for the phone', () => {
  it('has six letters of which none is taken for another', () => {
    for (let byte = 0; byte < 256; byte++)
      expect(makeCode(new Uint8Array(6).fill(byte))).toMatch(/^[0-9A-HJKMNP-TV-Z]{6}$/);
  });
  it('every letter is as likely', () => {
    const counts = new Map<string, number>();
    for (let byte = 0; byte < 256; byte++) {
      const letter = makeCode(new Uint8Array(6).fill(byte))[0]!;
      counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect([...counts.values()]).toEqual(Array.from({ length: 32 }, () => 8));
  });
  it('is said in two groups', () => expect(sayCode('K7M2QX')).toBe('K7M 2QX'));
  it('is read as it was meant', () => {
    expect(readCode(' k7m-2qx ')).toBe('K7M2QX');
    expect(readCode('OIL 123')).toBe('011123');
    for (const wrong of ['', 'K7M', 'K7M2QXX', 'K7M2QU', 'K7M2Q!']) expect(readCode(wrong)).toBeUndefined();
  });
});

describe('leaving a hand-off under a code', () => {
  /** A server that answers with these statuses in turn. */
  const server = (...statuses: number[]) => {
    const bodies: { code: string; handoff: unknown }[] = [];
    const fetcher = ((_url: string, { body }: { body: string }) => {
      bodies.push(JSON.parse(body) as (typeof bodies)[number]);
      return Promise.resolve(Response.json({}, { status: statuses[bodies.length - 1] ?? 201 }));
    }) as unknown as typeof fetch;
    return { bodies, fetcher };
  };
  const codes = () => {
    let n = 0;
    return () => new Uint8Array(6).fill(n++);
  };
  it('sends both, and says the code', async () => {
    const { bodies, fetcher } = server(201);
    expect(await leaveUnderCode('/h', handoff, () => bytes(1, 2, 3, 4, 5, 6), fetcher)).toBe('123456');
    expect(bodies).toEqual([{ code: '123456', handoff }]);
  });
  it('takes another code where somebody has it', async () => {
    const { bodies, fetcher } = server(409, 409, 201);
    expect(await leaveUnderCode('/h', handoff, codes(), fetcher)).toBe('222222');
    expect(bodies).toHaveLength(3);
  });
  it('has none where the server does not take it', async () => {
    expect(await leaveUnderCode('/h', handoff, codes(), server(500).fetcher)).toBeUndefined();
    const full = server(409, 409, 409, 409);
    expect(await leaveUnderCode('/h', handoff, codes(), full.fetcher)).toBeUndefined();
    expect(full.bodies).toHaveLength(3);
    const gone = (() => Promise.reject(new TypeError('offline'))) as typeof fetch;
    expect(await leaveUnderCode('/h', handoff, codes(), gone)).toBeUndefined();
  });
  it('what is no JSON is no answer, and no failure', async () => {
    const page = (() => Promise.resolve(new Response('<p>'))) as typeof fetch;
    expect(await post('/h', {}, page)).toEqual({ ok: true, answer: {} });
    const list = (() => Promise.resolve(Response.json('no', { status: 422 }))) as typeof fetch;
    expect(await post('/h', {}, list)).toEqual({ ok: false, status: 422, answer: {} });
  });
});
