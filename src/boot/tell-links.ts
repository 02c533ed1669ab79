import type { Config } from '../config/types.js';
import { below } from '../core/pointer.js';
import type { Report } from '../core/problems.js';
import { safeLink } from '../core/safe-link.js';

/** Buttons that lead where help may not: each is left out where it would be shown. Only a page knows what is its own. */
export function tellLinks({ content = {} }: Config, base: string, report: Report): void {
  for (const [id, { actions = [] }] of Object.entries(content))
    actions.forEach(({ link }, i) => {
      if (link !== undefined && !safeLink(link, base))
        report(
          'CONFIG_INVALID',
          `${below('/content', id)}/actions/${i}/link`,
          `Help may not lead to '${link}'; the button is left out.`,
        );
    });
}
