import type { Hours } from '../config/types.js';
import { createOpening, DAYS } from '../core/opening.js';

/** Whether somebody is there, and until when that stays so. */
export interface Attendance {
  readonly open: boolean;
  /** Wall-clock time at which it closes, or opens again; nothing where it is always open. */
  readonly until?: number;
}

const ALWAYS: Attendance = { open: true };
/** Days that are looked ahead: a week, and the day it begins with. */
const DAYS_AHEAD = 8;

/** Opening hours at a moment, by the clock of their own zone. Where they are not understood the way to a person stays open. */
export function attendanceOf(hours: Hours | undefined, wall: number): Attendance {
  if (hours === undefined) return ALWAYS;
  const { days = DAYS, hours: span, zone } = hours;
  try {
    const opening = createOpening(days, span, zone, '');
    // The hours at which nobody is there, of any day: they begin when it closes.
    const closing = createOpening(DAYS, span && span.split('-').reverse().join('-'), zone, '');
    const open = opening.isOpenAt(wall);
    let until = wall;
    for (let day = 0; day < DAYS_AHEAD; day++) {
      until = open ? closing.nextStart(until) : opening.nextStart(until);
      if (opening.isOpenAt(until) !== open) return { open, until };
    }
    return { open };
  } catch {
    return ALWAYS;
  }
}
