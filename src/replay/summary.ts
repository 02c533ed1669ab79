import type { Config } from '../config/types.js';
import type { Story } from './story.js';

/** What became of one trigger, over all recordings. Plain data. */
export interface TriggerSummary {
  readonly trigger: string;
  armed: number;
  due: number;
  shown: number;
  /** Of those shown: how many as a badge, because the moment never came. */
  badges: number;
  solved: number;
  /** Its cause was over before it could be shown. */
  gone: number;
  /** Gate → how often it was the one that kept it from being shown, to the end of the recording or of the way. */
  readonly withheld: Record<string, number>;
  /** Recordings in which it was armed, and in which it was shown. */
  recordingsArmed: number;
  recordingsShown: number;
  first: { readonly recording: string; readonly at: number } | null;
}

export interface Summary {
  readonly triggers: readonly TriggerSummary[];
  recordings: number;
  records: number;
  ms: number;
}

/** Adds stories up, one by one: none of them has to be kept. */
export interface Summing {
  readonly summary: Summary;
  add(recording: string, story: Story): void;
}

export function createSumming(config: Config): Summing {
  const triggers = config.triggers.flatMap((one): TriggerSummary[] =>
    one === undefined
      ? []
      : [
          {
            trigger: one.id,
            armed: 0,
            due: 0,
            shown: 0,
            badges: 0,
            solved: 0,
            gone: 0,
            withheld: {},
            recordingsArmed: 0,
            recordingsShown: 0,
            first: null,
          },
        ],
  );
  const byId = new Map(triggers.map((one) => [one.trigger, one]));
  const summary: Summary = { triggers, recordings: 0, records: 0, ms: 0 };
  return {
    summary,
    add(recording, story) {
      summary.recordings++;
      summary.records += story.records;
      summary.ms += story.ms;
      const armed = new Set<TriggerSummary>();
      const shown = new Set<TriggerSummary>();
      for (const { trigger, due, end, gate, as, shown: at, solved } of story.attempts) {
        const one = byId.get(trigger);
        if (!one) continue;
        one.armed++;
        armed.add(one);
        if (due !== null) one.due++;
        if (solved !== null) one.solved++;
        if (end === 'gone') one.gone++;
        if (end === 'shown' && at !== null) {
          one.shown++;
          shown.add(one);
          if (as === 'badge') one.badges++;
          one.first ??= { recording, at };
        } else if (gate !== null) one.withheld[gate] = (one.withheld[gate] ?? 0) + 1;
      }
      for (const one of armed) one.recordingsArmed++;
      for (const one of shown) one.recordingsShown++;
    },
  };
}
