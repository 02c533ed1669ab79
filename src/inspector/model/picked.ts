import { attr, closest, tag } from '../../observe/dom.js';
import { forgetNames, key, region } from '../../observe/names.js';
import { sanitisePath } from '../../core/path.js';
import { propose, type Proposal } from './selectors.js';

/** What is to be known of an element of the page, to write a configuration about it. */
export interface Picked {
  /** `button#pay` */
  readonly title: string;
  /** Its name in records and signals: `where: { "target": … }`. */
  readonly target: string;
  readonly region: string;
  readonly proposals: readonly Proposal[];
  /** The step that it is in, if the page says so. */
  readonly step: string | null;
  /** Gives no records. */
  readonly ignored: boolean;
}

export function look(el: Element): Picked {
  // The page may have named it anew.
  forgetNames();
  const id = attr(el, 'id');
  const around = closest(el, '[data-antes-step]');
  return {
    title: `${tag(el)}${id ? `#${id}` : ''}`,
    target: key(el),
    region: region(el),
    proposals: propose(el),
    step: around && attr(around, 'data-antes-step'),
    ignored: closest(el, '[data-antes-ignore]') !== null,
  };
}

/** A word that people can read, of a name in records. */
export const wordOf = (target: string): string =>
  target
    .split('/')
    .at(-1)!
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '') || 'here';

/** Pieces of a configuration about an element. */
export function piecesOf(
  { target }: Picked,
  { anchor, selector }: Proposal,
  path: string,
): Readonly<Record<'anchor' | 'step' | 'page' | 'target', string>> {
  const url = sanitisePath(path, new Set()).replaceAll(':id', '*');
  const one = (value: object) => JSON.stringify(value, null, 2);
  return {
    anchor: `"anchor": ${JSON.stringify(anchor)}`,
    step: one({ id: wordOf(target), selector }),
    page: one({
      id: wordOf(
        url
          .split('/')
          .filter((part) => part !== '*')
          .join('/'),
      ),
      url,
    }),
    target: one({ event: 'rage-click', where: { target } }),
  };
}
