import { parseDuration } from '../core/duration.js';
import type { Data, FactsRecord, JournalRecord } from '../core/records.js';
import type { Teller } from './teller.js';

/** What can happen in a test. */
interface Verbs {
  readonly wait?: string;
  readonly away?: string;
  readonly view?: string;
  readonly step?: string;
  readonly scroll?: number;
  readonly press?: string;
  readonly fill?: string;
  readonly typing?: string;
  readonly leave?: string;
  readonly error?: string;
  readonly ok?: string;
  readonly submit?: string;
  readonly request?: number;
  readonly emit?: string;
  readonly facts?: FactsRecord['facts'];
  readonly signal?: string;
  readonly dismiss?: string;
  readonly snooze?: string;
  readonly act?: string;
  readonly solve?: string;
  readonly mute?: string;
  readonly record?: { readonly type: string };
  readonly repeat?: number;
}

/** What goes with some of the verbs. */
interface Along {
  readonly how?: 'load' | 'route' | 'dom' | 'restore';
  readonly shows?: readonly string[];
  readonly answered?: boolean;
  readonly by?: 'mouse' | 'touch' | 'pen' | 'key' | 'assist';
  readonly times?: number;
  readonly disabled?: true;
  readonly commit?: true;
  readonly leads?: 'phone' | 'mail' | 'chat';
  readonly for?: string;
  readonly empty?: true;
  readonly took?: string;
  readonly data?: Data;
  readonly target?: string;
  readonly weight?: number;
  readonly steps?: readonly Step[];
}

/** One thing that happens in a test, with exactly one verb. See docs/replay.md. */
export interface Step extends Verbs, Along {}
export type VerbName = keyof Verbs;

type Body<T> = T extends JournalRecord ? Omit<T, 'at'> : never;

/** Plays steps on virtual time. */
export interface Player {
  play(steps: readonly Step[]): void;
  readonly now: number;
}

const FORM = 'form';
/** A person presses again after this time, and types about five keys a second. */
const AGAIN_MS = 300;
const KEY_MS = 200;
const TYPING_MS = 1_000;
/** A page that works answers within this time. */
const ANSWER_MS = 100;
const REQUEST_MS = 300;

export class StepError extends Error {}

/** `pass` lets time go on; it may stop on the way to look. */
export function createPlayer(teller: Teller, pass: (until: number) => void): Player {
  let now = teller.engine.state.at;
  let presses = 0;
  let focused = '';
  const wait = (ms: number): void => pass((now += ms));
  const tell = (body: Body<JournalRecord>): void => {
    pass(now);
    teller.feed({ ...body, at: now });
  };
  const field = (name: string) => ({ type: 'field', field: name, form: FORM, kind: 'text' }) as const;
  const duration = (text: string | undefined, otherwise: number) => parseDuration(text) ?? otherwise;

  function typing(name: string, ms: number): void {
    if (focused !== name) tell({ ...field(name), what: 'focus' });
    focused = name;
    for (let left = ms; left > 0; left -= KEY_MS) {
      tell({ type: 'key' });
      tell({ ...field(name), what: 'input', via: 'type' });
      wait(Math.min(left, KEY_MS));
    }
  }
  function leave(name: string, empty = false): void {
    focused = '';
    tell({ ...field(name), what: 'leave', empty, valid: true });
  }
  function answer(trigger: string, phase: Parameters<Teller['answer']>[1]): void {
    pass(now);
    if (!teller.answer(trigger, phase)) throw new StepError(`'${trigger}' is not on screen at this moment`);
  }
  function press(target: string, { answered = true, by = 'mouse', times = 1, ...more }: Step): void {
    for (let i = 0; i < times; i++) {
      if (i > 0) wait(AGAIN_MS);
      tell({
        type: 'press',
        id: ++presses,
        target,
        role: 'button',
        region: FORM,
        by,
        x: 100,
        y: 100,
        interactive: true,
        ...(more.disabled && { disabled: true }),
        ...(more.commit && { commit: true }),
        ...(more.leads && { leads: more.leads }),
      });
      if (!answered || more.disabled) continue;
      wait(ANSWER_MS);
      tell({ type: 'effect', channel: 'mutation', press: presses });
    }
  }

  /** One entry for each verb. What it is given has been compared with the schema. */
  const verbs: { readonly [Verb in VerbName]: (value: never, step: Step) => void } = {
    wait: (text: string) => wait(duration(text, 0)),
    away(text: string) {
      tell({ type: 'page', visible: false, focused: false });
      wait(duration(text, 0));
      tell({ type: 'page', visible: true, focused: true });
    },
    view: (path: string, { how = 'load', shows = [] }) => tell({ type: 'view', how, path, steps: shows }),
    step: (step: string) => tell({ type: 'step', step }),
    scroll: (y: number) => tell({ type: 'scroll', y, screen: 800, by: 'wheel' }),
    press,
    fill(name: string, step) {
      typing(name, duration(step.for, TYPING_MS));
      leave(name);
    },
    typing: (name: string, step) => typing(name, duration(step.for, TYPING_MS)),
    leave: (name: string, { empty }) => leave(name, empty),
    error: (name: string) => tell({ type: 'field-error', field: name, form: FORM, source: 'aria' }),
    ok: (name: string) => tell({ type: 'field-ok', field: name, form: FORM }),
    submit: (form: string) => tell({ type: 'submit', form, handled: true }),
    request(status: number, { took }) {
      const start = now;
      wait(duration(took, REQUEST_MS));
      tell({ type: 'request', start, status, own: true, ...(status === 0 && { lost: true }) });
    },
    emit: (event: string, { data = {} }) => tell({ type: 'host', event, data }),
    facts: (facts: FactsRecord['facts']) => tell({ type: 'facts', facts }),
    signal(name: string, { target = '', data: evidence = {}, weight = 0.5 }) {
      pass(now);
      teller.raise({ name, target, count: 1, weight, evidence });
    },
    dismiss: (trigger: string) => answer(trigger, 'dismissed'),
    snooze: (trigger: string) => answer(trigger, 'snoozed'),
    act: (trigger: string) => answer(trigger, 'acted'),
    solve: (trigger: string) => answer(trigger, 'solved'),
    mute: (text: string) => tell({ type: 'mute', until: now + duration(text, 0) }),
    record: (body: Body<JournalRecord>) => tell(body),
    repeat(times: number, { steps = [] }) {
      for (let i = 0; i < times; i++) play(steps);
    },
  };

  function play(steps: readonly Step[]): void {
    for (const step of steps) {
      const verb = VERB_NAMES.find((name) => step[name] !== undefined);
      if (verb) (verbs[verb] as (value: unknown, step: Step) => void)(step[verb], step);
    }
  }
  return {
    play,
    get now() {
      return now;
    },
  };
}

/** Every verb, with what may stand beside it. */
export const VERBS: Readonly<Record<VerbName, readonly (keyof Along)[]>> = {
  wait: [],
  away: [],
  view: ['how', 'shows'],
  step: [],
  scroll: [],
  press: ['answered', 'by', 'times', 'disabled', 'commit', 'leads'],
  fill: ['for'],
  typing: ['for'],
  leave: ['empty'],
  error: [],
  ok: [],
  submit: [],
  request: ['took'],
  emit: ['data'],
  facts: [],
  signal: ['target', 'data', 'weight'],
  dismiss: [],
  snooze: [],
  act: [],
  solve: [],
  mute: [],
  record: [],
  repeat: ['steps'],
};
const VERB_NAMES = Object.keys(VERBS) as VerbName[];
