import type { Clock } from '../core/clock.js';
import type { Guard } from '../core/guard.js';
import { LOAD_MS } from '../core/load-limit.js';
import type { Pending } from '../decide/state.js';
import type { UiModule, UiPort } from '../state/stores.js';
import { findPlain, startPlain } from './plain.js';

/** Brings the widgets: their chunk is somewhere else for the script tag, for npm, and in the one-file build. */
export type LoadUi = () => Promise<UiModule>;

const RETRY_MS = 1_000;

/** Not in the types yet, and not in all browsers. */
interface Connected {
  readonly connection?: { readonly saveData?: boolean };
}

export interface LazyUi {
  /** Fetches the widgets ahead where something may soon be to be shown, unless the customer saves data. */
  expect(pending: Readonly<Record<string, Pending>>): void;
  /** Loads the widgets, the first time something is to be shown. */
  need(): void;
  focus(anchor: string): boolean | Promise<boolean>;
  stop(): void;
}

/** Help is shown by the widgets, or plainly where they cannot be had; either way it is shown. */
export function createLazyUi(load: LoadUi, port: UiPort, clock: Clock, guard: Guard): LazyUi {
  let ui: UiModule | undefined;
  let stopUi: (() => void) | undefined;
  let cancelTimer: (() => void) | undefined;
  let state: 'idle' | 'loading' | 'on' | 'stopped' = 'idle';
  let expected = false;

  function attempt(retry: boolean): void {
    state = 'loading';
    later(LOAD_MS, () => plainly('did not come in time'));
    // Wherever it fails, it fails in here.
    void Promise.resolve()
      .then(load)
      .then(
        guard('boot/ui', (module) => {
          if (state === 'loading') begin(module);
        }),
        guard('boot/ui', () => {
          if (state !== 'loading') return;
          if (retry) later(RETRY_MS, () => attempt(false));
          else plainly('could not be loaded');
        }),
      );
  }

  function later(ms: number, fn: () => void): void {
    cancelTimer?.();
    cancelTimer = clock.after(ms, guard('boot/ui', fn));
  }

  function begin(module: UiModule): void {
    cancelTimer?.();
    try {
      stopUi = module.startUi(port);
      ui = module;
      state = 'on';
    } catch {
      plainly('could not be started');
    }
  }

  function plainly(what: string): void {
    cancelTimer?.();
    stopUi = startPlain(port);
    state = 'on';
    // Last: whoever hears of it may have had enough.
    port.problem('UI_FAILED', 'ui', `The widgets ${what}; help is shown as plain text instead.`);
  }

  return {
    expect(pending) {
      if (state !== 'idle' || expected) return;
      // Nothing but time is missing.
      expected = Object.values(pending).some(({ heldBy }) => heldBy === null || heldBy === 'interruption');
      if (!expected || (navigator as Connected).connection?.saveData) return;
      // Where that fails, it is told by the one who needs them.
      void Promise.resolve()
        .then(load)
        .catch(() => {});
    },
    need() {
      if (state === 'idle') attempt(true);
    },
    focus(anchor) {
      if (ui) return ui.focusAnchor(anchor);
      const element = findPlain(port.root.ownerDocument, anchor);
      if (!(element instanceof HTMLElement)) return false;
      element.focus();
      return true;
    },
    stop() {
      state = 'stopped';
      cancelTimer?.();
      stopUi?.();
    },
  };
}
