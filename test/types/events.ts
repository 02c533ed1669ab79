import type {
  Antes,
  AntesEvents,
  ContactDetail,
  Handoff,
  HelpDetail,
  LevelDetail,
  Problem,
  ProblemCode,
  SentEvent,
  Signal,
} from 'antes';

export function listen(antes: Antes): void {
  const off: () => void = antes.on('signal', (signal) => {
    const { name, at, because }: { name: string; at: number; because: string } = signal;
    console.log(name, at, because);
  });
  off();
  antes.on('level', ({ level, score, step }: LevelDetail) => {
    const word: 'calm' | 'strained' | 'struggling' | 'stuck' = level;
    console.log(word, score.toFixed(), step ?? '');
  });
  antes.on('help', ({ trigger, phase, gate }) => {
    if (phase === 'withheld') console.log(trigger, gate);
    // @ts-expect-error -- there is no such phase
    if (phase === 'closed') console.log();
  });
  antes.on('contact', ({ handoff }: ContactDetail) => {
    const lines: Handoff['lines'] = handoff?.lines;
    console.log(lines);
    // @ts-expect-error -- there may be none
    console.log(handoff.reason);
  });
  antes.on('problem', ({ code }: Problem) => {
    const known: ProblemCode = code;
    console.log(known);
    // @ts-expect-error -- no problem has this code
    if (code === 'ANCHOR_GONE') console.log();
  });
  // @ts-expect-error -- there is no such event
  antes.on('helped', () => {});
  // @ts-expect-error -- of another event
  antes.on('signal', ({ trigger }) => console.log(trigger));
}

export function register(antes: Antes): void {
  antes.register('pay.paypal', () => true);
  antes.register('pay.later', async () => false);
  antes.register('chat.open', (handoff?: Handoff) => console.log(handoff?.reason));
  antes.register('analytics.antes', (event: SentEvent) => console.log(event.type));
  // @ts-expect-error -- a function
  antes.register('pay.paypal', 'pay');
  // @ts-expect-error -- a name
  antes.register(() => true);
}

// The same as events on `document`.
document.addEventListener('antes:help', ({ detail }) => {
  const help: HelpDetail = detail;
  console.log(help.trigger);
});
document.addEventListener('antes:signal', ({ detail }: CustomEvent<Signal>) => console.log(detail.because));
document.addEventListener('antes:problem', (event) => {
  // @ts-expect-error -- a problem has no trigger
  console.log(event.detail.trigger);
});
export const kinds: readonly (keyof AntesEvents)[] = ['signal', 'level', 'help', 'contact', 'problem'];
