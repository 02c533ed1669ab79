import { clock } from './clock.js';
import type { Guard } from '../core/guard.js';
import type { AntesLayer } from './layer/layer.js';

export interface Announcer {
  say(text: string, lang: string): void;
  stop(): void;
}

/** A region that was just shown is not listened to yet. */
const SETTLE_MS = 150;
/** Said once; who reads the page later shall not find it again. */
const FORGET_MS = 5_000;

/** Says something politely in the one live region, which lives in the layer and so in the topmost modal. */
export function createAnnouncer(layer: AntesLayer, guard: Guard): Announcer {
  let cancel: (() => void) | undefined;
  let queue: { text: string; lang: string }[] = [];

  const next = guard('ui/announcer', () => {
    cancel = undefined;
    const message = queue.shift();
    if (!message && !layer.message.text) return;
    layer.message = message ?? { text: '', lang: '' };
    cancel = clock.after(message && queue.length ? SETTLE_MS * 10 : FORGET_MS, next);
  });

  return {
    say(text, lang) {
      queue.push({ text, lang });
      cancel?.();
      cancel = clock.after(SETTLE_MS, next);
    },
    stop() {
      queue = [];
      cancel?.();
    },
  };
}
