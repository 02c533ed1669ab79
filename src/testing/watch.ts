import type { Antes, HelpDetail } from '../boot/antes.js';
import type { Signal } from '../core/happenings.js';
import type { Problem } from '../core/problems.js';

/** What an instance on a page has told since it is watched. */
export interface Watched {
  readonly help: readonly HelpDetail[];
  readonly signals: readonly Signal[];
  /** Those from before it was watched as well. */
  readonly problems: readonly Problem[];
  /** Triggers whose help was on screen, in order. */
  shown(): string[];
  /** Resolves once this help is on screen; at once, if it was. */
  untilShown(trigger: string): Promise<HelpDetail>;
  stop(): void;
}

/** Writes down what an instance tells. */
export function watch(antes: Pick<Antes, 'on' | 'problems'>): Watched {
  const help: HelpDetail[] = [];
  const signals: Signal[] = [];
  const waiting = new Set<() => void>();
  const offs = [
    antes.on('help', (detail) => {
      help.push(detail);
      for (const look of waiting) look();
    }),
    antes.on('signal', (signal) => void signals.push(signal)),
  ];
  const isShown = ({ phase }: HelpDetail) => phase === 'shown';
  return {
    help,
    signals,
    problems: antes.problems,
    shown: () => help.filter(isShown).map(({ trigger }) => trigger),
    untilShown: (wanted) =>
      new Promise((done) => {
        const look = () => {
          const found = help.find((one) => one.trigger === wanted && isShown(one));
          if (!found) return;
          waiting.delete(look);
          done(found);
        };
        waiting.add(look);
        look();
      }),
    stop() {
      for (const off of offs) off();
      waiting.clear();
    },
  };
}
