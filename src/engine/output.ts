import type { Level, Signal } from '../core/happenings.js';
import type { Decision } from '../decide/state.js';
import type { explain } from '../journey/struggle.js';

/** What the engine says. Same config, same records, same seed: the same outputs, byte for byte. */
export type Output =
  | ({ readonly kind: 'signal' } & Signal)
  | {
      readonly kind: 'level';
      readonly at: number;
      readonly step: string | null;
      readonly level: Level;
      readonly score: number;
      readonly signals: ReturnType<typeof explain>;
    }
  | Decision;
