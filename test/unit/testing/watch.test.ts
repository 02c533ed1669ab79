import { expect, it } from 'vitest';
import type { AntesEvents, HelpDetail } from '../../../src/boot/antes.js';
import { createEmitter } from '../../../src/core/emitter.js';
import { watch } from '../../../src/testing.js';

const help = (trigger: string, phase: HelpDetail['phase']): HelpDetail => ({
  trigger,
  phase,
  reason: 'r',
  as: 'notice',
});
const instance = () => {
  const emitter = createEmitter<AntesEvents>((error) => {
    throw error;
  });
  return { on: emitter.on.bind(emitter), emit: emitter.emit.bind(emitter), problems: [] };
};

it('writes down what is told, and tells when help is on screen', async () => {
  const antes = instance();
  const seen = watch(antes);
  const shown = seen.untilShown('b');
  antes.emit('help', help('a', 'shown'));
  antes.emit('help', help('b', 'withheld'));
  antes.emit('help', help('b', 'shown'));
  antes.emit('help', help('b', 'dismissed'));
  expect(await shown).toEqual(help('b', 'shown'));
  expect(await seen.untilShown('a')).toEqual(help('a', 'shown'));
  expect(seen.shown()).toEqual(['a', 'b']);
  expect(seen.help).toHaveLength(4);
  expect(seen.problems).toBe(antes.problems);
});

it('ends', () => {
  const antes = instance();
  const seen = watch(antes);
  seen.stop();
  antes.emit('help', help('a', 'shown'));
  expect(seen.help).toEqual([]);
});
