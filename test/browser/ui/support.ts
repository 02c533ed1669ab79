import { expect } from '@open-wc/testing';
import type { AntesBadge } from '../../../src/ui/badge/badge.js';
import type { AntesCard } from '../../../src/ui/card/card.js';
import {
  createStores,
  type Answer,
  type Offer,
  type Stores,
  type UiPort,
} from '../../../src/state/stores.js';
import { startUi } from '../../../src/ui/index.js';
import { uiPort } from '../../support/ui-port.js';
// Else the first test of a file would wait for it.
import '../../../src/ui/badge/index.js';
import '../../../src/ui/inline/index.js';
import '../../../src/ui/banner/index.js';
import '../../../src/ui/status/index.js';

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
  /** What an action resolves to. */
  outcome: Promise<boolean>;
  /** Goes on making an offer that was answered. */
  keeps: boolean;
  show(...offers: Offer[]): Promise<void>;
  stop(): void;
}

const running = new Set<() => void>();

/** The ui on this page, with a port that writes everything down and behaves as boot does. */
export function start(locale = 'en', port: Partial<UiPort> = {}): TestUi {
  const stores = createStores(locale);
  const ui: TestUi = {
    stores,
    answers: [],
    problems: [],
    acted: [],
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
  const answer = (id: number, { phase, as, why }: Answer) => {
    ui.answers.push([phase, as, why].filter(Boolean).join(' '));
    if (!ui.keeps && ['dismissed', 'snoozed', 'gone', 'withheld'].includes(phase)) {
      stores.$offers.set(stores.$offers.get().filter((made) => made.id !== id));
    }
  };
  const stop = startUi(
    uiPort(stores, {
      answer,
      act: (_id, index) => (ui.acted.push(index), ui.outcome),
      problem: (code) => void ui.problems.push(code),
      ...port,
    }),
  );
  running.add(ui.stop);
  return ui;
}

export function stopAll(): void {
  for (const stop of running) stop();
  for (const leftover of document.querySelectorAll('antes-layer, antes-inline, antes-banner'))
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
