import type { Context } from './context.js';

const SEARCH = '[role=search],[role=search] form,search form';

/** Forms that are sent, by the browser or by the page's script. */
export function startSubmits({ bus, dom, feed, ignored, later, names, now }: Context): () => void {
  const cancels = new Set<() => void>();
  const stop = bus.on<SubmitEvent>('submit', 'observe/submits', (event) => {
    const form = event.target;
    if (!dom.isElement(form) || ignored(form)) return;
    const key = names.form(form);
    const search = dom.matches(form, SEARCH) || !!dom.find(form, 'input[type=search]');
    // Whether the page's script takes it over shows once all listeners have run.
    const cancel = later('observe/submits', 0, () => {
      cancels.delete(cancel);
      const handled = event.defaultPrevented && { handled: true as const };
      feed({ type: 'submit', at: now(), form: key, ...(search && { search: true as const }), ...handled });
    });
    cancels.add(cancel);
  });
  return () => {
    stop();
    for (const cancel of cancels) cancel();
  };
}
