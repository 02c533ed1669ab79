import type { Output } from '../engine/engine.js';
import type { Decision } from '../decide/state.js';
import type { AntesEvents } from './antes.js';

/** Tells the page what the engine says; what it decides goes on to `decided`. */
export const createTeller =
  (
    emit: <K extends keyof AntesEvents>(type: K, detail: AntesEvents[K]) => void,
    decided: (decision: Decision) => void,
  ) =>
  (output: Output): void => {
    if (output.kind === 'signal') {
      const { kind: _kind, ...signal } = output;
      emit('signal', signal);
    } else if (output.kind === 'level') {
      const { kind: _kind, at: _at, ...level } = output;
      emit('level', level);
    } else decided(output);
  };
