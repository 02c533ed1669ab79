import { expect, expectTypeOf, it } from 'vitest';
import type { Antes, Handoff, SentEvent } from '../../../src/index.js';

it('register() takes what help calls, a way to a person, and what is told of events; nothing else', () => {
  const seen: unknown[] = [];
  const antes = { register: (name: string) => void seen.push(name) } as Pick<Antes, 'register'>;
  antes.register('pay', () => false);
  antes.register('chat', (handoff?: Handoff) => handoff?.step);
  antes.register('told', (event: SentEvent) => {
    if (event.type === 'outcome') expectTypeOf(event.arm).toEqualTypeOf<'shown' | 'control'>();
  });
  // @ts-expect-error -- nobody calls it with a number
  antes.register('other', (_n: number) => {});
  expect(seen).toEqual(['pay', 'chat', 'told', 'other']);
});
