// @ts-check

/** The switches of the house that hold for every visitor. Each has a closed list of values. */
export const switches = {
  incident: ['off', 'payments'],
  speed: ['1', '60', '720', '8640'],
  hours: ['real', 'open', 'closed'],
};

const defaults = { incident: 'off', speed: '720', hours: 'real' };

/**
 * @typedef {keyof typeof defaults} Switch
 * @typedef {{ get(key: Switch): Promise<string>, all(): Promise<Record<Switch, string>>, set(key: Switch, value: string): Promise<boolean>,
 *   since(key: Switch): Promise<number>, reset(): Promise<void> }} Settings
 */

/** @param {{ db: import('./db.js').Db, clock: import('./clock.js').Clock, speed?: string }} deps @returns {Settings} */
export function createSettings({ db, clock, speed }) {
  const initial = { ...defaults, ...(speed && switches.speed.includes(speed) ? { speed } : {}) };
  const read = async (/** @type {string} */ key) =>
    (await db.one('SELECT value FROM settings WHERE key = ?', [key]))?.['value'];
  const write = (/** @type {string} */ key, /** @type {string} */ value) =>
    db.run(
      'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, value],
    );

  return {
    get: async (key) => (await read(key)) ?? initial[key],
    all: async () => ({
      incident: (await read('incident')) ?? initial.incident,
      speed: (await read('speed')) ?? initial.speed,
      hours: (await read('hours')) ?? initial.hours,
    }),
    async set(key, value) {
      if (!Object.hasOwn(switches, key) || !switches[key].includes(value)) return false;
      if (((await read(key)) ?? initial[key]) !== value) {
        await write(key, value);
        await write(`${key}.since`, String(clock.now()));
      }
      return true;
    },
    since: async (key) => Number((await read(`${key}.since`)) ?? clock.now()),
    reset: async () => void (await db.run('DELETE FROM settings')),
  };
}
