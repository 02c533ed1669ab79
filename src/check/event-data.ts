import { NEUTRAL_EVENTS } from '../config/schema/events.js';
import { say, type Found, type Path } from './finding.js';
import type { Subject } from './subject.js';
import { closest, distance } from './suggest.js';
import { eventsIn, plain } from './uses.js';

/** What every signal carries beside its evidence. */
const OF_SIGNALS = ['target', 'count', 'step'];

/** Tests of what an event does not carry: nothing can pass them. What pages hand over with events of their own is not known. */
export function checkEventData({ config, signals, sound }: Subject): Found[] {
  return eventsIn(config).flatMap(([{ event, where, distinct }, path]) => {
    const asked: [name: string, path: Path, key: boolean][] = Object.keys(plain(where)).map((name) => [
      name,
      [...path, 'where', name],
      true,
    ]);
    if (typeof distinct === 'string') asked.push([distinct, [...path, 'distinct'], false]);
    return asked.flatMap(([name, at, key]) => (sound(at) ? judge(event, name, at, key, signals) : []));
  });
}

function judge(event: unknown, name: string, path: Path, key: boolean, signals: Subject['signals']): Found[] {
  const data = NEUTRAL_EVENTS.find((one) => one.name === event)?.data;
  if (data) {
    if (data.includes(name)) return [];
    return [
      {
        code: 'DATA_UNKNOWN',
        path,
        key,
        message: `The event '${String(event)}' carries no ${say(name)}`,
        expected: data.length > 0 ? `one of ${data.join(', ')}` : 'no test: it carries nothing',
        suggestion: closest(name, data),
      },
    ];
  }
  if (!signals.some((one) => one.name === event)) return [];
  // Each has evidence of its own, and some has keys that pages choose: only a slip of the pen is told.
  const suggestion = OF_SIGNALS.find((one) => distance(name, one) === 1);
  return suggestion === undefined
    ? []
    : [
        {
          code: 'DATA_DOUBTFUL',
          path,
          key,
          message: `The signal '${String(event)}' is not known to carry ${say(name)}`,
          expected: `${OF_SIGNALS.join(', ')}, or something of its evidence`,
          suggestion,
        },
      ];
}
