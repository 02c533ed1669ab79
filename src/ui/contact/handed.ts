import { handoffOf, type Handoff } from '../../contact/handoff.js';
import { agreed, linesOf, readable, type Line } from '../../contact/lines.js';
import type { UiPort } from '../../state/stores.js';
import { allWords } from '../part-words.js';
import type { Words } from '../words.js';
import { lineWords } from './line-words.js';

/** What could be passed on as it was when the customer came to see it: what happens later has not been agreed to. */
export interface Handed {
  readonly lines: readonly Line[];
  /** What goes, without the lines that were taken out. */
  agreed(unticked: ReadonlySet<string>): Handoff | undefined;
}

export const NONE: Handed = { lines: [], agreed: () => undefined };

export function handedOver(port: UiPort, reason: string, words: Words): Handed {
  const say = lineWords(port, allWords(words));
  const handoff = readable(handoffOf(port.config, port.facts, port.situation(), reason), say);
  const lines = linesOf(handoff, port.config, say);
  return { lines, agreed: (unticked) => agreed(handoff, lines, (part) => !unticked.has(part)) };
}
