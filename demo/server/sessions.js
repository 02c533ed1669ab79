// @ts-check
import { randomUUID } from 'node:crypto';

/** What can be broken on purpose, and on which control. The texts are in the locales under `demo.faults`. */
export const faults = [
  'dead-button',
  'stuck-disabled',
  'field-overwrite',
  'throwing-handler',
  'frozen-page',
  'endless-spinner',
  'coupon-fails',
];

/** @typedef {{ id: string, faults: string[] }} Session */

/** @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock }} deps */
export function createSessions({ db, clock }) {
  return {
    /** @param {string | undefined} id from the cookie @returns {Promise<Session>} */
    async open(id) {
      const known = id && (await db.one('SELECT id, faults FROM sessions WHERE id = ?', [id]));
      if (known) return { id: known['id'], faults: parseFaults(known['faults']) };
      const fresh = randomUUID();
      await db.run('INSERT INTO sessions (id, created_at) VALUES (?, ?)', [fresh, clock.now()]);
      return { id: fresh, faults: [] };
    },
    /** @param {string} id @param {string[]} wanted */
    async setFaults(id, wanted) {
      const kept = faults.filter((fault) => wanted.includes(fault));
      await db.run('UPDATE sessions SET faults = ? WHERE id = ?', [kept.join(','), id]);
      return kept;
    },
  };
}

/** @param {unknown} list comma separated @returns {string[]} only faults that exist */
export const parseFaults = (list) => {
  const wanted = (typeof list === 'string' ? list : '').split(',');
  return faults.filter((fault) => wanted.includes(fault));
};
