import type { Output } from '../engine/engine.js';
import type { Decision } from '../decide/state.js';
import type { AntesEvents } from './antes.js';

const MAX_SIGNALS_ALONG = 10;

/** Signals of late, for whoever takes over. */
export type Recent = readonly { readonly name: string; readonly count: number }[];

/** Tells the page what the engine says; what it decides goes on to `decided`. */
export function createTeller(
  emit: <K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]) => void,
  decided: (decision: Decision) => void,
): { readonly recent: Recent; said(output: Output): void } {
  const recent: { name: string; count: number }[] = [];
  return {
    recent,
    said(output) {
      if (output.kind === 'signal') {
        const { kind: _kind, ...signal } = output;
        recent.push({ name: signal.name, count: signal.count });
        if (recent.length > MAX_SIGNALS_ALONG) recent.shift();
        emit('signal', signal);
      } else if (output.kind === 'level') {
        const { kind: _kind, at: _at, ...level } = output;
        emit('level', level);
      } else decided(output);
    },
  };
}
