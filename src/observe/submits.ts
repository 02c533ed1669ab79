import { INPUTS, SEARCH } from '../core/markup.js';
import { real } from '../core/real.js';
import type { Context } from './context.js';

import { findAll, isElement, matches } from './dom.js';
import { form as nameOf } from './names.js';
import { isSearchField } from './search.js';

/** Forms that are sent, by the browser or by the page's script. */
export function startSubmits({ on, tell, ignored, later }: Context): void {
  on('submit', (event) => {
    const { target } = event;
    if (!isElement(target) || ignored(target)) return;
    const form = nameOf(target);
    const search = matches(target, SEARCH) || findAll(target, INPUTS).some(isSearchField);
    // Whether the page's script takes it over shows once all listeners have run.
    later(0, () =>
      tell({
        type: 'submit',
        form,
        search: search || undefined,
        handled: real(event).defaultPrevented || undefined,
      }),
    );
  });
}
