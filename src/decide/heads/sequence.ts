import { duration, list } from '../expect.js';
import type { Head } from '../rule.js';

/** These events in this order, others may fall between. A completed run is used up by what it leads to. */
export const sequence: Head = {
  keys: ['sequence', 'within'],
  compile(node, { at, id, lasting, hear, reset, pattern }) {
    const items = list(node['sequence'], `${at}/sequence`, 2, 6).map((item, i) =>
      pattern(item, `${at}/sequence/${i}`),
    );
    const within = duration(node['within'], `${at}/within`);
    const fresh = () => items.map(() => null);
    for (const name of new Set(items.map((item) => item.event))) {
      hear(name, (happening, now) => {
        const cell = now.cell(id);
        const runs: (number | null)[] = (cell.p ??= fresh());
        // From the end, so that one event never takes two places of the same run.
        for (let i = items.length - 1; i >= 0; i--) {
          const item = items[i]!;
          if (item.event !== name || !item.matches(happening, now)) continue;
          const start = i === 0 ? now.at : (runs[i - 1] ?? null);
          if (start !== null && now.at - start <= within) runs[i] = start;
        }
        if (typeof runs.at(-1) === 'number') Object.assign(cell, { m: now.at, p: fresh() });
      });
    }
    reset((now) => void Object.assign(now.cell(id), { m: null }));
    return (now) => lasting(now) || typeof now.cell(id).m === 'number';
  },
};
