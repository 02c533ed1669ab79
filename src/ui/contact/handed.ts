import { handoffOf, type Handoff } from '../../contact/handoff.js';
import { agreed, linesOf, readable, type Line } from '../../contact/lines.js';
import type { UiPort } from '../../state/stores.js';
import { allWords } from '../part-words.js';
import type { Words } from '../words.js';
import { lineWords } from './line-words.js';

/** What could be passed on as it was when the customer came to see it: what happens later has not been agreed to. */
export interface Handed {
  readonly lines: readonly Line[];
  /** In no language yet: the words of the customer's may come later. */
  readonly known?: Handoff;
  /** What goes, without the lines that were taken out. */
  agreed(unticked: ReadonlySet<string>): Handoff | undefined;
}

export const NONE: Handed = { lines: [], agreed: () => undefined };

export function handedOver(
  port: UiPort,
  reason: string,
  words: Words,
  known: Handoff = handoffOf(port.config, port.facts, port.situation(), reason),
): Handed {
  const say = lineWords(port, allWords(words));
  const handoff = readable(known, say);
  const lines = linesOf(handoff, port.config, say);
  return { lines, known, agreed: (unticked) => agreed(handoff, lines, (part) => !unticked.has(part)) };
}
