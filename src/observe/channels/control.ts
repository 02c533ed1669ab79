import type { Context } from '../context.js';
import type { ChannelPart, Watch } from '../attempt.js';
import { pathOf } from '../target.js';
import { changed } from './control-state.js';

/** Answers by a form control: `input` and `change` of the pressed one, or a state that changed without any event. */
export function startControlChannel({ dom, bus }: Context, watch: Watch): ChannelPart {
  const edited = (event: Event) => {
    const field = pathOf(event).find((node): node is Element => dom.isElement(node));
    if (!field) return;
    for (const attempt of watch.pending) {
      if (attempt.el === field || dom.contains(attempt.el, field)) watch.answer(attempt, 'control');
      // The customer fills in a field meanwhile: its state says nothing about the press any more.
      else attempt.controls.delete(field);
    }
  };
  const stops = ['input', 'change'].map((type) => bus.on(type, 'observe/control', edited));
  return {
    stop: () => stops.forEach((stop) => stop()),
    probe(attempt) {
      if (changed(dom, attempt.controls)) watch.answer(attempt, 'control');
    },
  };
}
