import { TURN_LEG_PX, TURNS_MS } from '../core/records.js';

/** Fewer turns are nothing to tell. */
const MIN_TOLD = 4;

/** Sharp turns of a mouse path, from the points that a recorder took of it (every 50 ms, as a rule). */
export function createTurns(tell: (turns: number) => void): {
  point(at: number, x: number, y: number): void;
  forget(): void;
} {
  /** Where the leg began, and its newest point. */
  let from: [x: number, y: number] | undefined;
  let last: [x: number, y: number] | undefined;
  let times: number[] = [];
  return {
    point(at, x, y) {
      if (from && last) {
        const leg = [last[0] - from[0], last[1] - from[1]] as const;
        const back = leg[0] * (x - last[0]) + leg[1] * (y - last[1]) < 0;
        if (back && Math.hypot(...leg) >= TURN_LEG_PX) {
          times = [...times.filter((time) => at - time <= TURNS_MS), at];
          if (times.length >= MIN_TOLD) tell(times.length);
        }
        if (back) from = last;
      } else from = [x, y];
      last = [x, y];
    },
    forget() {
      from = last = undefined;
      times = [];
    },
  };
}
