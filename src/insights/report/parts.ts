import type { Guardrail, Verdict } from '../statistics/guardrail.js';
import { markup, type Markup } from './markup.js';

export interface Column<T> {
  readonly head: string;
  readonly cell: (row: T) => string | number | Markup | undefined;
  /** Numbers stand to the right. */
  readonly numeric?: boolean;
}

/** A table whose first column names its rows. It can be scrolled by itself where the page is narrow. */
export function table<T>(caption: string, columns: readonly Column<T>[], rows: readonly T[]): Markup {
  const tone = (column: Column<T>) => (column.numeric ? markup` class="num"` : markup``);
  return markup`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => markup`<th scope="col" ${tone(column)}>${column.head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            markup`<tr>
              ${columns.map((column, i) =>
                i === 0
                  ? markup`<th scope="row">${column.cell(row)}</th>`
                  : markup`<td${tone(column)}>${column.cell(row)}</td>`,
              )}
            </tr> `,
        )}
      </tbody>
    </table>
  </div>`;
}

export const figure = (caption: string, drawing: Markup): Markup =>
  markup`<figure>
    <figcaption>${caption}</figcaption>
    ${drawing}
  </figure>`;

export const section = (id: string, title: string, lead: string, ...content: readonly Markup[]): Markup =>
  markup`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    <p class="lead">${lead}</p>
    ${content}
  </section> `;

export const empty = (text: string): Markup => markup`<p class="empty">${text}</p>`;

const VERDICTS: Record<Verdict, { tone: string; text: string }> = {
  harmful: { tone: 'bad', text: '▼ harmful' },
  helps: { tone: 'good', text: '▲ helps' },
  'no evidence': { tone: 'none', text: '• no evidence' },
  'no control': { tone: 'none', text: '– nothing to compare' },
};
const CONTACTS: Record<Guardrail['contacts'], { tone: string; text: string }> = {
  more: { tone: 'bad', text: '▲ more' },
  fewer: { tone: 'good', text: '▼ fewer' },
  'no evidence': { tone: 'none', text: '• no evidence' },
  'no control': { tone: 'none', text: '– nothing to compare' },
};

const chip = ({ tone, text }: { tone: string; text: string }): Markup =>
  markup`<span class="chip ${tone}">${text}</span>`;
export const verdict = ({ verdict: word }: Guardrail): Markup => chip(VERDICTS[word]);
export const contactsVerdict = ({ contacts }: Guardrail): Markup => chip(CONTACTS[contacts]);

/** Something that has a name for people and an id for the file. */
export const withId = (name: string, id: string | undefined): Markup =>
  id === undefined || name === id ? markup`${name}` : markup`${name}<span class="id">${id}</span>`;
