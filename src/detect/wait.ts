/**
 * How much of a wait is felt: 0 up to `fromMs`, 1 at `toMs`, growing with the logarithm in between (Weber–Fechner;
 * ITU-T G.1030 rates the waiting for web pages so). Longer waits are felt no more than all the way.
 */
export function waitShare(waitedMs: number, fromMs: number, toMs: number): number {
  if (waitedMs <= fromMs) return 0;
  // Measured from nothing at all, every wait is endless.
  if (waitedMs >= toMs || fromMs <= 0) return 1;
  return Math.log(waitedMs / fromMs) / Math.log(toMs / fromMs);
}
