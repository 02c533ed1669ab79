import { real } from '../../core/real.js';
import { nothing, svg, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Progress, ProgressStep } from '../../state/sources.js';
import { check } from '../card/icons.js';
import { safeHref } from '../text.js';
import type { Seen } from './seen.js';

const bang = svg`<path d="M10 5.5v5.2M10 13.9v.1" />`;

/** `out-for-delivery` → `Out for delivery`. */
const humanised = (id: string): string => {
  const words = id.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};

/** What a step is called: by the config, by the feed, by us, or as it stands. */
export function nameOf(id: string, label: string | undefined, { offer, say }: Seen): string {
  const own = (names: Readonly<Record<string, string>> | undefined) =>
    names && Object.hasOwn(names, id) ? names[id] : undefined;
  return own(offer?.steps) ?? label ?? own(say.status.steps) ?? humanised(id);
}

type State = 'passed' | 'current' | 'done' | 'stopped' | 'ahead';

const stateOf = (index: number, { current, done, exception }: Progress): State => {
  if (index < current) return 'passed';
  if (index > current) return 'ahead';
  if (exception !== undefined) return 'stopped';
  return done ? 'done' : 'current';
};

function step(one: ProgressStep, state: State, seen: Seen): TemplateResult {
  const { say, when, now } = seen;
  const here = state === 'current' || state === 'done' || state === 'stopped';
  const sign = state === 'stopped' ? bang : check;
  return html`<li part="step" class=${state} aria-current=${here ? 'step' : nothing}>
    <span class="mark" aria-hidden="true"
      >${state === 'current' || state === 'ahead' ? nothing : html`<svg viewBox="0 0 20 20">${sign}</svg>`}</span
    >
    <span
      ><span class="name">${nameOf(one.id, one.label, seen)}</span>${
        one.at === null
          ? nothing
          : html`<time datetime=${new Date(one.at).toISOString()}>${when.moment(one.at, now)}</time>`
      }${state === 'passed' ? html`<span class="unseen" lang=${say.lang}>, ${say.status.passed}</span>` : nothing}</span
    >
    ${
      one.text === undefined
        ? nothing
        : html`<details part="details">
            <summary lang=${say.lang}>${say.status.details}</summary>
            ${one.text}
          </details>`
    }
  </li>`;
}

function stopped({ exception: why, next, state }: Progress, seen: Seen): TemplateResult {
  const link = next && safeHref(next.link, real(document).baseURI);
  return html`<div part="exception" class="exception">
    <p class="lead">${nameOf('exception', undefined, seen)}</p>
    ${why ? html`<p>${why}</p>` : nothing}
    ${next && link ? html`<a part="next" class="next" href=${link.href}>${next.label}</a>` : nothing}
    ${state === 'exception' ? nothing : html`<span class="unseen">${nameOf(state, undefined, seen)}</span>`}
  </div>`;
}

/** How far an order, a case or a refund has come. */
export function progress(told: Progress, seen: Seen): TemplateResult {
  const { say, words, when } = seen;
  const eta = told.done || told.exception !== undefined ? undefined : told.eta;
  // A state that is none of the steps is said by itself.
  const alone = told.current === -1 && told.exception === undefined;
  return html`${
    eta
      ? html`<p part="expected" class="lead" lang=${words.lang}>
          ${say.status.expected.replace('{date}', when.day(eta))}
        </p>`
      : nothing
  }
  ${alone ? html`<p part="state" class="lead">${nameOf(told.state, undefined, seen)}</p>` : nothing}
  ${told.exception === undefined ? nothing : stopped(told, seen)}
  ${
    told.steps.length === 0
      ? nothing
      : html`<ol part="steps" role="list" aria-label=${say.status.progress}>
          ${told.steps.map((one, index) => step(one, stateOf(index, told), seen))}
        </ol>`
  }`;
}
