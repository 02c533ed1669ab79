// @ts-check
import { randomUUID } from 'node:crypto';
import { MINUTE_MS } from './clock.js';
import { isDuplicate } from './db.js';

/** Six letters of which none is taken for another on the phone. */
const CODE = /^[0-9A-HJKMNP-TV-Z]{6}$/;
const MAX_LENGTH = 8000;

/** How long somebody talks to one customer, and for how long a chat counts as going on. */
const MINUTES_PER_CHAT = 3;
const CHAT_MS = 10 * MINUTE_MS;

/** @typedef {{ label: string, text: string }} Line */
/** @typedef {{ id: string, channel: string, code: string | null, lines: Line[], queue: string, at: number }} Handoff */

/** As it was meant: O is a zero, I and L are ones. @param {string} said */
export function readCode(said) {
  const code = said.toUpperCase().replace(/[\s-]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return CODE.test(code) ? code : undefined;
}

/** What a customer agreed to pass on, as somebody at the shop reads it. @param {unknown} json @returns {{ lines: Line[], queue: string }} */
export function linesOf(json) {
  try {
    const { lines, queue } = JSON.parse(String(json)) ?? {};
    const isLine = (/** @type {any} */ line) =>
      typeof line?.label === 'string' && typeof line?.text === 'string';
    return {
      lines: Array.isArray(lines) ? lines.filter(isLine) : [],
      queue: typeof queue === 'string' ? queue : '',
    };
  } catch {
    return { lines: [], queue: '' };
  }
}

/** @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock }} deps */
export function createHandoffs({ db, clock }) {
  const read = (/** @type {import('./db.js').Row} */ row) => ({
    id: String(row['id']),
    channel: String(row['channel']),
    code: row['code'] === null ? null : String(row['code']),
    at: Number(row['created_at']),
    ...linesOf(row['handoff']),
  });
  return {
    /**
     * @param {{ session: string, channel: 'phone' | 'chat', code?: unknown, handoff: unknown }} what
     * @returns {Promise<'stored' | 'taken' | 'wrong'>}
     */
    async store({ session, channel, code, handoff }) {
      const json = JSON.stringify(handoff) ?? '';
      if (typeof handoff !== 'object' || handoff === null || json.length > MAX_LENGTH) return 'wrong';
      if (channel === 'phone' && !CODE.test(String(code))) return 'wrong';
      try {
        await db.run(
          'INSERT INTO handoffs (id, session_id, channel, code, handoff, created_at) VALUES (?, ?, ?, ?, ?, ?)',
          [randomUUID(), session, channel, channel === 'phone' ? String(code) : null, json, clock.now()],
        );
        return 'stored';
      } catch (error) {
        if (isDuplicate(error)) return 'taken';
        throw error;
      }
    },
    /** @param {string} code @returns {Promise<Handoff | undefined>} */
    async byCode(code) {
      const row = await db.one('SELECT * FROM handoffs WHERE code = ?', [code]);
      return row && read(row);
    },
    /** @returns {Promise<Handoff[]>} */
    chats: async () =>
      (await db.all(`SELECT * FROM handoffs WHERE channel = 'chat' ORDER BY created_at DESC LIMIT 50`)).map(
        read,
      ),
    /** Minutes until somebody answers in the chat. */
    async chatWait() {
      const row = await db.one(
        `SELECT count(*) AS n FROM handoffs WHERE channel = 'chat' AND created_at > ?`,
        [clock.now() - CHAT_MS],
      );
      return Number(row?.['n'] ?? 0) * MINUTES_PER_CHAT;
    },
  };
}
