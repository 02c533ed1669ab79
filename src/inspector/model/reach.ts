import type { Config } from '../../config/types.js';
import type { Trace } from '../../decide/decide.js';
import { findAnchor, isUsable } from '../../ui/inline/anchor.js';
import { parentOf } from '../../ui/tree.js';
import { pageElementAt } from './roots.js';

/** Whether the anchor of a trigger is on this page, and help at it could be seen. */
export interface ReachView {
  readonly trigger: string;
  readonly anchor: string;
  /** `none`: it is meant for other pages. */
  readonly state: 'good' | 'warn' | 'bad' | 'none';
  readonly text: string;
  readonly element: Element | undefined;
}

const ELSE = {
  notice: 'It would come as a notice.',
  badge: 'It would come as a badge.',
  nothing: 'It would not come at all.',
} as const;

/** Every trigger that has an anchor, and what help needs of it here. */
export function reachOf(config: Config, traces: readonly Trace[]): readonly ReachView[] {
  const elsewhere = new Set(
    traces
      .filter(({ gates }) => gates.some(({ gate, pass }) => gate === 'where' && !pass))
      .map(({ trigger }) => trigger),
  );
  return config.triggers.flatMap((trigger): ReachView[] => {
    const anchor = trigger?.show.anchor;
    if (anchor === undefined) return [];
    const element = findAnchor(anchor);
    const or = ELSE[trigger.show.orElse ?? 'badge'];
    const said = (state: ReachView['state'], text: string): ReachView[] => [
      { trigger: trigger.id, anchor, state, text, element },
    ];
    if (elsewhere.has(trigger.id)) return said('none', 'It is meant for other pages than this one.');
    if (!element) return said('bad', `It is not on this page. ${or}`);
    if (!isUsable(element)) return said('bad', `It is there, but hidden, inert or behind a dialog. ${or}`);
    const { bottom, top } = element.getBoundingClientRect();
    if (bottom < 0 || top > innerHeight) return said('good', 'It is there, further up or down the page.');
    return isBare(element)
      ? said('good', 'It is there and in sight.')
      : said('warn', 'It is there, but something of the page lies over it.');
  });
}

/** A press in its middle would reach it, if it were not for what is ours. */
function isBare(element: Element): boolean {
  const { height, left, top, width } = element.getBoundingClientRect();
  let hit: Element | null = pageElementAt(left + width / 2, top + height / 2) ?? null;
  while (hit && hit !== element) hit = parentOf(hit);
  return hit === element;
}
