import type { Answer } from '../support/site.js';
import type { Hand } from './hand.js';

export interface Wanted {
  readonly count?: number;
  readonly target?: RegExp;
  readonly weight?: number;
  /** `evidence.by`. */
  readonly by?: string;
  readonly evidence?: object;
}
export interface Case {
  readonly body: string;
  readonly head?: string;
  /** Other pages of the case, by the end of their address; below `api/`, answers to requests. */
  readonly pages?: Readonly<Record<string, string>>;
  readonly api?: Readonly<Record<string, Answer>>;
  /** `policy.signals`. */
  readonly set?: Readonly<Record<string, object>>;
  readonly config?: object;
  readonly act: (hand: Hand) => Promise<void>;
  readonly wanted?: Wanted;
  /** Of what must not be told: these too, or (`calm`) anything at all. */
  readonly also?: readonly string[];
  readonly calm?: true;
  /** How long the page is watched after the last act. */
  readonly watchMs?: number;
  readonly patienceMs?: number;
  /** Where it can be done, and is worth doing. Default: only in Chromium. */
  readonly in?: 'all' | 'fingers' | 'not-webkit';
}
export interface Cases {
  readonly yes: Readonly<Record<string, Case>>;
  readonly no: Readonly<Record<string, Case>>;
}
export type Table = Readonly<Record<string, Cases>>;

/** One step that is the whole site, or several by the ends of their addresses. */
export const journey = (...steps: object[]): object => ({
  journeys: {
    buy: {
      steps: steps.length > 0 ? steps : [{ id: 'pay', selector: 'body' }],
      done: { event: 'order-placed' },
    },
  },
});

/** What never stands still: a clock, a carousel, a chat bubble. Nothing says what they are. */
export const RESTLESS = `
<p id="now">0</p><div style="overflow:hidden;width:200px"><div id="track" style="width:400px">one two</div></div>
<div id="corner" style="position:fixed;right:0;bottom:0"><i>…</i></div>
<script>
  setInterval(() => { now.textContent = Date.now(); }, 250);
  let shift = 0;
  setInterval(() => { track.style.transform = 'translateX(' + (shift -= 20) % 200 + 'px)'; }, 400);
  setInterval(() => { corner.firstChild.className = corner.firstChild.className ? '' : 'up'; corner.firstChild.textContent += '.'; }, 600);
</script>`;
/** Everything on a page of this size can be seen: nothing scrolls. */
export const on = (id: string, code: string): string =>
  `<script>document.getElementById('${id}').addEventListener('click', (event) => { ${code} });</script>`;
