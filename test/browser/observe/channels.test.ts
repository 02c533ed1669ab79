import { expect } from '@open-wc/testing';
import type { Ambient } from '../../../src/observe/ambient.js';
import type { Attempt, Watch } from '../../../src/observe/attempt.js';
import { createChannels } from '../../../src/observe/channels.js';
import type { Context } from '../../../src/observe/context.js';

/** One press, pressed at 1,000, and the listeners of the channels; time is set by hand. */
function watched() {
  let now = 1_000;
  let holds: (record: object) => void = () => {};
  const answers: string[] = [];
  const attempt = { el: document.createElement('button'), down: 950, at: 1_000, id: 1 } as unknown as Attempt;
  const watch = {
    pending: new Set([attempt]),
    task: undefined,
    answerable: () => [attempt],
    answer: (_attempt: Attempt, channel: string) => void answers.push(channel),
    answerAll: () => {},
  } as unknown as Watch;
  const ctx = {
    hear: (_topic: string, fn: typeof holds) => (holds = fn),
    ignored: () => false,
    later: () => () => {},
    now: () => now,
    window,
  } as unknown as Context;
  const channels = createChannels(ctx, watch, {} as Ambient);
  return {
    answers,
    at(ms: number) {
      now = ms;
    },
    pointer: (on: boolean) => holds({ type: 'hold', what: 'pointer', on }),
    tell(type: string, about: object = {}) {
      const event = {
        type,
        target: document.body,
        composedPath: () => [document.body],
        ...about,
      } as unknown as Event;
      for (const [types, listener] of channels) if (types.split(' ').includes(type)) listener(event);
    },
  };
}

describe('that the clipboard changed', () => {
  afterEach(() => getSelection()!.removeAllRanges());

  it('answers a press right after it', () => {
    const one = watched();
    one.at(1_900);
    one.tell('clipboardchange');
    expect(one.answers).to.deep.equal(['clipboard']);
  });

  it('not later: another program has copied something', () => {
    const one = watched();
    one.at(2_100);
    one.tell('clipboardchange');
    expect(one.answers).to.deep.equal([]);
  });

  it('not after the customer copied, pressed a chord or selected something', () => {
    for (const act of [
      (one: ReturnType<typeof watched>) => one.tell('copy'),
      (one: ReturnType<typeof watched>) => one.tell('keydown', { ctrlKey: true }),
      (one: ReturnType<typeof watched>) => one.tell('keydown', { metaKey: true }),
      (one: ReturnType<typeof watched>) => {
        // What is selected is in the clipboard of some systems at once.
        getSelection()!.selectAllChildren(document.body);
        one.pointer(true);
        one.tell('selectionchange');
        one.pointer(false);
      },
    ]) {
      const one = watched();
      document.body.append('text');
      one.at(1_300);
      act(one);
      one.at(1_400);
      one.tell('clipboardchange');
      expect(one.answers, String(act)).to.deep.equal([]);
    }
  });
});
