import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Incident } from '../../state/sources.js';
import type { Seen } from './seen.js';

const ORDER = { ongoing: 0, scheduled: 1, resolved: 2 };

/** What is going on and what is planned, the next first. */
export const open = (all: readonly Incident[]): readonly Incident[] =>
  all
    .filter(({ phase }) => phase !== 'resolved')
    .sort((a, b) => ORDER[a.phase] - ORDER[b.phase] || (a.from ?? 0) - (b.from ?? 0));

/** Since when, or for when it is planned. */
export function period(
  { from, until, phase }: Incident,
  { say, words, when, now }: Seen,
): TemplateResult | typeof nothing {
  const span = from !== null && until !== null ? when.span(from, until) : undefined;
  const time = span ?? (from === null ? undefined : when.moment(from, now));
  const line = phase === 'scheduled' ? say.status.planned : say.status.since;
  return time === undefined
    ? nothing
    : html`<p part="period" class="lead" lang=${words.lang}>${line.replace('{time}', time)}</p>`;
}

/** The words of whoever told of them, on demand. */
export function details(all: readonly Incident[], { say, words }: Seen): TemplateResult | typeof nothing {
  const known = all.filter(({ title, text }) => title !== '' && text !== '');
  if (known.length === 0) return nothing;
  return html`<details part="details">
    <summary lang=${words.lang}>${say.status.details}</summary>
    ${known.map(({ title, text }) => html`<p class="known"><strong>${title}</strong><br />${text}</p>`)}
  </details>`;
}

/** Those that matter here: of the components that the config names, where it names some. */
export const relevant = (all: readonly Incident[], components: readonly string[]): readonly Incident[] =>
  components.length === 0
    ? all
    : all.filter(
        (one) => one.components.length === 0 || one.components.some((name) => components.includes(name)),
      );
