import { html, nothing, type TemplateResult } from 'lit';
import type { Incident } from '../../state/sources.js';
import type { Seen } from './seen.js';

const ORDER = { ongoing: 0, scheduled: 1, resolved: 2 };

/** What is going on, and what is planned; the first of them in one line, the words of whoever told of it on demand. */
export function incidents(
  all: readonly Incident[],
  { say, words, when, now }: Seen,
): TemplateResult | typeof nothing {
  const open = all
    .filter(({ phase }) => phase !== 'resolved')
    .sort((a, b) => ORDER[a.phase] - ORDER[b.phase] || (a.from ?? 0) - (b.from ?? 0));
  const [first] = open;
  if (!first) return nothing;
  const { from, until } = first;
  const span = from !== null && until !== null ? when.span(from, until) : undefined;
  const time = span ?? (from === null ? undefined : when.moment(from, now));
  const line = first.phase === 'scheduled' ? say.status.planned : say.status.since;
  const known = open.filter(({ title, text }) => title !== '' && text !== '');
  return html`${
    time === undefined
      ? nothing
      : html`<p part="period" class="lead" lang=${words.lang}>${line.replace('{time}', time)}</p>`
  }
  ${
    known.length === 0
      ? nothing
      : html`<details part="details">
          <summary lang=${words.lang}>${say.status.details}</summary>
          ${known.map(({ title, text }) => html`<p class="known"><strong>${title}</strong><br />${text}</p>`)}
        </details>`
  }`;
}

/** Those that matter here: of the components that the config names, where it names some. */
export const relevant = (all: readonly Incident[], components: readonly string[]): readonly Incident[] =>
  components.length === 0
    ? all
    : all.filter(
        (one) => one.components.length === 0 || one.components.some((name) => components.includes(name)),
      );
