/**
 * How much of a wait is felt: 0 up to `fromMs`, 1 at `toMs`, growing with the logarithm in between (Weber–Fechner;
 * ITU-T G.1030 rates the waiting for web pages so). Longer waits are felt no more than all the way.
 */
export const waitShare = (waitedMs: number, fromMs: number, toMs: number): number =>
  Math.min(1, Math.max(0, Math.log(waitedMs / fromMs) / Math.log(toMs / fromMs)));
