import { describe, expect, it, vi } from 'vitest';
import { createEmitter } from '../../../src/core/emitter.js';

interface Events {
  said: string;
  done: number;
}

describe('emitter', () => {
  it('calls the listeners of a type in their order', () => {
    const emitter = createEmitter<Events>(() => {});
    const heard: string[] = [];
    emitter.on('said', (text) => heard.push(`1 ${text}`));
    emitter.on('said', (text) => heard.push(`2 ${text}`));
    emitter.on('done', () => heard.push('never'));
    emitter.emit('said', 'hello');
    expect(heard).toEqual(['1 hello', '2 hello']);
  });
  it('does not let a failing listener starve the others', () => {
    const failed = vi.fn();
    const emitter = createEmitter<Events>(failed);
    const heard = vi.fn();
    emitter.on('done', () => {
      throw new Error('mine');
    });
    emitter.on('done', heard);
    emitter.emit('done', 1);
    expect(heard).toHaveBeenCalledWith(1);
    expect(failed).toHaveBeenCalledTimes(1);
  });
  it('stops calling who has left, even in the middle', () => {
    const emitter = createEmitter<Events>(() => {});
    const heard = vi.fn();
    const off = emitter.on('done', heard);
    off();
    off();
    emitter.emit('done', 1);
    expect(heard).not.toHaveBeenCalled();
  });
  it('does not call in the same round who joins during it', () => {
    const emitter = createEmitter<Events>(() => {});
    const late = vi.fn();
    emitter.on('done', () => emitter.on('done', late));
    emitter.emit('done', 1);
    expect(late).not.toHaveBeenCalled();
  });
  it('forgets everybody on clear', () => {
    const emitter = createEmitter<Events>(() => {});
    const heard = vi.fn();
    emitter.on('done', heard);
    emitter.clear();
    emitter.emit('done', 1);
    expect(heard).not.toHaveBeenCalled();
  });
});
