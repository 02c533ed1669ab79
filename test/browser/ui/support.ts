import { expect } from '@open-wc/testing';
import type { AntesBadge } from '../../../src/ui/badge/badge.js';
import type { AntesContact } from '../../../src/ui/contact/contact.js';
import type { AntesPanel } from '../../../src/ui/panel/panel.js';
import type { AntesCard } from '../../../src/ui/card/card.js';
import {
  createStores,
  type Answer,
  type Offer,
  type Stores,
  type UiPort,
} from '../../../src/state/stores.js';
import type { AntesHint } from '../../../src/ui/hint/hint.js';
import { createGuard } from '../../../src/core/guard.js';
import type { Happening } from '../../../src/core/happenings.js';
import { startUi } from '../../../src/ui/index.js';
import { uiPort } from '../../support/ui-port.js';
// Else the first test of a file would wait for it.
import '../../../src/ui/badge/index.js';
import '../../../src/ui/cover.js';
import '../../../src/ui/feedback/index.js';
import '../../../src/ui/guide/index.js';
import '../../../src/ui/hint/index.js';
import '../../../src/ui/inline/index.js';
import '../../../src/ui/banner/index.js';
import '../../../src/ui/status/index.js';
import '../../../src/ui/panel/index.js';

let count = 0;
export const offer = (rest: Partial<Offer> = {}): Offer => ({
  id: ++count,
  trigger: 'test',
  reason: 'test',
  as: 'inline',
  anchor: 'field',
  orElse: 'nothing',
  title: 'Can’t find your address?',
  body: 'Type the **postcode** first.',
  actions: [{ label: 'Enter by hand', style: 'primary' }],
  tone: 'info',
  feedback: 'helpful',
  lang: 'en',
  dir: 'ltr',
  because: 'payment',
  leaving: false,
  ...rest,
});

export interface TestUi {
  readonly stores: Stores;
  /** What was answered, as `id phase as why`. */
  readonly answers: string[];
  readonly problems: string[];
  readonly acted: number[];
  /** Something happens, as the engine tells it. */
  happen(name: string, data?: Happening['data']): void;
  /** For how long help was muted; `null` where it was wanted again. */
  readonly muted: (string | null)[];
  /** What an action resolves to. */
  outcome: Promise<boolean>;
  /** Goes on making an offer that was answered. */
  keeps: boolean;
  show(...offers: Offer[]): Promise<void>;
  stop(): void;
}

const running = new Set<() => void>();

/** The ui on this page, with a port that writes everything down and behaves as boot does. */
export function start(locale = 'en', own: Partial<UiPort> = {}): TestUi {
  const stores = createStores(locale);
  const listeners = new Set<(happening: Happening) => void>();
  const ui: TestUi = {
    stores,
    answers: [],
    problems: [],
    acted: [],
    muted: [],
    happen(name, data = {}) {
      const place = { step: null, journey: null, path: '/', visit: 1, stay: 1 };
      for (const tell of listeners) tell({ name, at: 0, place, data });
    },
    outcome: Promise.resolve(true),
    keeps: false,
    async show(...offers) {
      stores.$offers.set(offers);
      await settled();
    },
    stop() {
      running.delete(ui.stop);
      stop();
    },
  };
  const answer = (id: number, { phase, as, why, forever, alike, effort }: Answer) => {
    ui.answers.push(
      [phase, as, why, forever && 'forever', alike && 'alike', effort].filter(Boolean).join(' '),
    );
    if (!ui.keeps && ['dismissed', 'snoozed', 'gone', 'withheld'].includes(phase)) {
      stores.$offers.set(stores.$offers.get().filter((made) => made.id !== id));
    }
  };
  const stop = startUi(
    uiPort(stores, {
      answer,
      heard(tell) {
        listeners.add(tell);
        return () => void listeners.delete(tell);
      },
      mute: (duration) => void ui.muted.push(duration),
      act: (_id, index) => (ui.acted.push(index), ui.outcome),
      guard: createGuard(() => ui.problems.push('UI_FAILED') > 0),
      problem: (code) => void ui.problems.push(code),
      ...own,
    }),
  );
  running.add(ui.stop);
  return ui;
}

export function stopAll(): void {
  for (const stop of running) stop();
  for (const leftover of document.querySelectorAll(
    'antes-layer, antes-inline, antes-hint, antes-banner, antes-panel',
  ))
    leftover.remove();
}

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));

/** Everything that happens by itself right after a change has happened. */
export async function settled(): Promise<void> {
  for (let i = 0; i < 3; i++) {
    await frame();
    await wait(20);
  }
}

export async function until(what: () => unknown, ms = 3_000): Promise<void> {
  const end = performance.now() + ms;
  while (!what()) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${String(what)}`);
    await wait(20);
  }
}

export const layer = (): HTMLElement => document.querySelector('antes-layer') as HTMLElement;
export const inline = (root: ParentNode = document): AntesCard =>
  root.querySelector('antes-inline') as unknown as AntesCard;
export const notice = (root: ParentNode = document): AntesCard =>
  root.querySelector('antes-notice') as unknown as AntesCard;
export const hint = (root: ParentNode = document): AntesHint =>
  root.querySelector('antes-hint') as unknown as AntesHint;
export const panel = (root: ParentNode = document): AntesPanel =>
  root.querySelector('antes-panel') as unknown as AntesPanel;
/** The part of the panel that leads to a person. */
export const contact = (): AntesContact =>
  panel().shadowRoot?.querySelector('antes-contact') as unknown as AntesContact;
export const badge = (root: ParentNode = document): AntesBadge =>
  root.querySelector('antes-badge') as unknown as AntesBadge;

/** An element of a widget by its part. */
export function part<E extends HTMLElement = HTMLElement>(widget: Element, name: string): E {
  const found = widget.shadowRoot?.querySelector<E>(`[part~="${name}"]`);
  expect(found, `part ${name}`).to.exist;
  return found as E;
}
export const hasPart = (widget: Element, name: string): boolean =>
  Boolean(widget.shadowRoot?.querySelector(`[part~="${name}"]`));

/** All elements of a widget of one part. */
export const parts = <E extends HTMLElement = HTMLElement>(widget: Element, name: string): E[] => [
  ...(widget.shadowRoot?.querySelectorAll<E>(`[part~="${name}"]`) ?? []),
];

/** What a part says, without the white space of its template. */
export const text = (widget: Element, name: string): string => part(widget, name).textContent.trim();

/** The focused element, through shadow roots. */
export function focused(): Element | null {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at;
}

export const centre = (element: Element): [number, number] => {
  const { left, top, width, height } = element.getBoundingClientRect();
  return [Math.round(left + width / 2), Math.round(top + height / 2)];
};

export function page(markup: string): HTMLElement {
  const box = document.createElement('div');
  box.className = 'test-page';
  box.innerHTML = markup;
  document.body.append(box);
  return box;
}
export function clearPage(): void {
  for (const box of document.querySelectorAll('.test-page')) box.remove();
}

/** Everything that fades in has arrived: colours can be judged. */
export async function arrived(): Promise<void> {
  await settled();
  for (const widget of document.querySelectorAll('antes-inline, antes-hint, antes-notice, antes-badge')) {
    for (const animation of widget.shadowRoot?.getAnimations() ?? []) {
      if (animation.effect?.getTiming().iterations !== Infinity) animation.finish();
    }
  }
  await settled();
}

/** Layout shift as Chromium counts it, without what followed an input; 0 where it is not measured. */
export function measureShift(): () => number {
  let sum = 0;
  if (!PerformanceObserver.supportedEntryTypes.includes('layout-shift')) return () => 0;
  const add = (entries: PerformanceEntryList) => {
    for (const entry of entries as (PerformanceEntry & { value: number; hadRecentInput: boolean })[]) {
      if (!entry.hadRecentInput) sum += entry.value;
    }
  };
  const observer = new PerformanceObserver((list) => add(list.getEntries()));
  observer.observe({ type: 'layout-shift' });
  return () => {
    add(observer.takeRecords());
    observer.disconnect();
    return sum;
  };
}
