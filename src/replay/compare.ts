import type { Attempt, Story } from './story.js';

/** What a change of config changes for one trigger in one recording. Plain data. */
export interface Change {
  readonly trigger: string;
  readonly kind:
    | 'newly-shown'
    | 'no-longer-shown'
    | 'earlier'
    | 'later'
    | 'other-form'
    | 'other-content'
    | 'other-gate';
  readonly old: Side;
  readonly now: Side;
}

/** The end of the way: when it was shown and how, or what kept it back. */
export interface Side {
  readonly armed: number | null;
  readonly shown: number | null;
  readonly as: string | null;
  readonly content: string | null;
  readonly gate: string | null;
}

const NOTHING: Side = { armed: null, shown: null, as: null, content: null, gate: null };
const sideOf = (attempt: Attempt | undefined): Side => {
  if (!attempt) return NOTHING;
  const { armed, shown, as, content, gate } = attempt;
  return shown === null ? { ...NOTHING, armed, gate } : { armed, shown, as, content, gate: null };
};

/** In the order of `triggers`; the first showing of each is compared with the first, the second with the second. */
export function compareStories(triggers: Iterable<string>, old: Story, now: Story): Change[] {
  return [...triggers].flatMap((trigger) => {
    const before = waysOf(trigger, old);
    const after = waysOf(trigger, now);
    const changes: Change[] = [];
    const most = Math.max(before.shown.length, after.shown.length);
    for (let i = 0; i < most; i++) {
      const a = before.shown[i];
      const b = after.shown[i];
      const kind = kindOf(a, b);
      const sides = { old: sideOf(a ?? before.held[0]), now: sideOf(b ?? after.held[0]) };
      if (kind) changes.push({ trigger, kind, ...sides });
    }
    // Never shown under either: then what kept it back may have changed.
    if (most === 0) {
      const sides = { old: sideOf(before.held.at(-1)), now: sideOf(after.held.at(-1)) };
      if (sides.old.gate !== sides.now.gate) changes.push({ trigger, kind: 'other-gate', ...sides });
    }
    return changes;
  });
}

function waysOf(trigger: string, { attempts }: Story): { shown: Attempt[]; held: Attempt[] } {
  const own = attempts.filter((one) => one.trigger === trigger);
  return {
    shown: own.filter(({ shown }) => shown !== null),
    held: own.filter(({ shown }) => shown === null),
  };
}

function kindOf(a: Attempt | undefined, b: Attempt | undefined): Change['kind'] | undefined {
  if (!a) return 'newly-shown';
  if (!b) return 'no-longer-shown';
  if (a.as !== b.as) return 'other-form';
  if (a.content !== b.content) return 'other-content';
  if (a.shown === b.shown) return undefined;
  return b.shown! < a.shown! ? 'earlier' : 'later';
}
