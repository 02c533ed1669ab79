import { createHash } from 'node:crypto';
import type { Insights } from '../model.js';
import { spoken } from '../names.js';
import { findings } from './findings.js';
import { liftSection, offersSection } from './help.js';
import { markup, raw, type Markup } from './markup.js';
import { empty, section } from './parts.js';
import { count, day, decimal, period, share, since, whole } from './say.js';
import { STYLE } from './style.js';
import { contactsSection, reasonsSection, silentSection, stepsSection } from './trouble.js';

export interface ReportOptions {
  /** Whose report it is: goes into its heading. */
  readonly title?: string;
}

const LINKS = [
  ['lift', 'Does it help?'],
  ['steps', 'Where they struggle'],
  ['silent', 'Silent sufferers'],
  ['reasons', 'Who owns it'],
  ['offers', 'Offers'],
  ['contacts', 'Contacts'],
  ['visits', 'Ten visits'],
  ['review', 'Due for review'],
  ['figures', 'About the figures'],
] as const;

/** One page, complete in itself: no script, nothing fetched, fit for a strict content security policy. */
export async function renderReport(insights: Insights, { title }: ReportOptions = {}): Promise<string> {
  const heading = title === undefined ? 'What helped, what harmed' : `${title}: what helped, what harmed`;
  // A browser that keeps to it takes this style and nothing else.
  const hash = createHash('sha256').update(STYLE).digest('base64');
  const body = markup`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta
          http-equiv="Content-Security-Policy"
          content="default-src 'none'; style-src 'sha256-${raw(hash)}'"
        />
        <meta name="referrer" content="no-referrer" />
        <title>${heading}</title>
        ${raw(`<style>${STYLE}</style>`)}
      </head>
      <body>
        <div class="page">
          <header>
            <h1>${heading}</h1>
            <p>
              ${insights.period ? period(insights.period.first, insights.period.last) : 'No events'} ·
              ${count(insights.totals.visits, 'visit')} · ${count(insights.read.events, 'event')}
            </p>
            <nav aria-label="Sections">
              <ul>
                ${LINKS.map(([id, text]) => markup`<li><a href="#${id}">${text}</a></li>`)}
              </ul>
            </nav>
          </header>
          <main>
            ${tiles(insights)} ${todo(insights)}
            ${await liftSection(insights)}${await stepsSection(insights)}${await silentSection(insights)}${await reasonsSection(insights)}${await offersSection(insights)}${await contactsSection(insights)}${visitsSection(insights)}${reviewSection(insights)}${figuresSection(insights)}
          </main>
        </div>
      </body>
    </html>`;
  return `${body.text}\n`;
}

function tiles({ totals }: Insights): Markup {
  const { visits, struggling, stuck, started, completed, shown, solved, judged, contacts, silent } = totals;
  const tile = (label: string, n: string, note: string) =>
    markup`<div>
      <dt>${label}</dt>
      <dd class="note">${note}</dd>
      <dd class="n">${n}</dd>
    </div>`;
  return markup`<dl class="tiles">
    ${[
      tile(
        'visits struggled',
        share(struggling, visits),
        `${whole(struggling)}, of them ${whole(stuck)} stuck`,
      ),
      tile('journeys got to the end', share(completed, started), `${whole(completed)} of ${whole(started)}`),
      tile(
        'helps were shown',
        whole(shown),
        `${visits > 0 ? decimal((100 * shown) / visits) : '–'} per 100 visits`,
      ),
      tile(
        'of them solved it',
        share(solved, judged),
        `${whole(solved)} of ${whole(judged)} that can be told`,
      ),
      tile(
        'contacts per 100 orders',
        completed > 0 ? decimal((100 * contacts) / completed) : '–',
        `${whole(contacts)} contacts`,
      ),
      tile('suffered in silence', whole(silent), `${share(silent, struggling)} of those who struggled`),
    ]}
  </dl>`;
}

function todo(insights: Insights): Markup {
  const sentences = findings(insights);
  return sentences.length === 0
    ? markup``
    : markup`<div class="todo">
        <h2>What to do first</h2>
        <ol>
          ${sentences.map((text) => markup`<li>${text}</li>`)}
        </ol>
      </div>`;
}

const clock = new Intl.DateTimeFormat('en', {
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
  timeZone: 'UTC',
});

function visitsSection({ traces }: Insights): Markup {
  const title = 'Ten visits that say most';
  const lead =
    'Of each kind of trouble the visit that shows it best, step by step. Nobody in them is known: there are no names, texts or addresses in the data.';
  if (traces.length === 0) return section('visits', title, lead, empty('No visit struggled in this time.'));
  return section(
    'visits',
    title,
    lead,
    markup`<ul class="visits">
      ${traces.map(
        ({ at, why, lines }) =>
          markup`<li>
            <h3>${why}</h3>
            <p>${day(at)}, ${clock.format(at)} UTC</p>
            <ol>
              ${lines.map((line) => markup`<li><span>${since(line.at - at)}</span>${line.text}</li>`)}
            </ol>
          </li> `,
      )}
    </ul>`,
  );
}

function reviewSection({ review }: Insights): Markup {
  const title = 'Due for review';
  const lead = 'Triggers that do harm, are mostly closed, were never shown, or whose day has come.';
  if (review.length === 0)
    return section('review', title, lead, empty('None. All of them earn their place.'));
  return section(
    'review',
    title,
    lead,
    markup`<ul class="due">
      ${review.map(
        ({ trigger, owner, because, urgent }) =>
          markup`<li>
            <div>
              <strong>${spoken(trigger)}</strong
              ><span class="id">${trigger}${owner === undefined ? '' : ` · ${owner}`}</span>
            </div>
            <div>
              ${urgent ? markup`<span class="chip bad">▼ first</span> ` : ''}
              <ul>
                ${because.map((text) => markup`<li>${text}.</li>`)}
              </ul>
            </div>
          </li> `,
      )}
    </ul>`,
  );
}

function figuresSection({ read, problems, made }: Insights): Markup {
  const lost = Object.entries(read.dropped).filter(([, n]) => n > 0);
  const lines = [
    `Made on ${day(made)} from ${count(read.files, 'file')} with ${count(read.lines, 'line')}: ${whole(read.events)} events are counted, ${whole(read.duplicates)} had been sent more than once, ${whole(read.bad)} lines were no events, ${whole(read.unknown)} were of a kind that this version does not know, ${whole(read.outside)} outside of the time asked for.`,
    ...read.unreadable.map(({ file, reason }) => `${file} could not be read: ${reason}.`),
    ...(lost.length > 0
      ? [
          `Devices lost ${lost.map(([reason, n]) => `${whole(n)} (${spoken(reason).toLowerCase()})`).join(', ')} before they could be sent.`,
        ]
      : []),
    `${whole(read.unfinished)} offers have no end in the data, because the tab was closed. They count as ignored and not solved.`,
    'A visit struggled if it reached the level “struggling” or “stuck” on any step. Days are days in UTC. A visit counts with the first time that a trigger was due in it; what happened before does not count for or against the help.',
    'Comparisons use only days that are over. Against the holdout, from which all help is held back, a trigger is judged by the visits in which nothing else was due; where it has an experiment of its own, by that.',
    ...(problems.length > 0
      ? [
          `Problems told by pages: ${problems.map(({ code, pages }) => `${code} (${whole(pages)})`).join(', ')}. docs/problems.md explains them.`,
        ]
      : []),
  ];
  return section(
    'figures',
    'About the figures',
    'What was read, what was left out, and how things are counted.',
    markup`<ul class="fine">
      ${lines.map((text) => markup`<li>${text}</li>`)}
    </ul>`,
  );
}
