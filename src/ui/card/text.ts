import { nothing, type TemplateResult } from 'lit';
import { html } from '../html.js';
import type { Words } from '../words.js';
import type { Block, Inline } from '../text.js';

/** A link to another site opens beside the page, so that nothing the customer has filled in is lost. */
const link = (part: Extract<Inline, { type: 'link' }>, words: Words): TemplateResult =>
  html`<a
    part="link"
    href=${part.href}
    target=${part.elsewhere ? '_blank' : nothing}
    rel=${part.elsewhere ? 'noopener noreferrer' : nothing}
    >${part.text}${part.elsewhere ? html`<span class="unseen" lang=${words.lang}> ${words.newTab}</span>` : nothing}</a
  >`;

const inline = (content: readonly Inline[], words: Words): readonly unknown[] =>
  content.map((part) => {
    if (part.type === 'break') return html`<br />`;
    if (part.type === 'bold') return html`<strong>${part.text}</strong>`;
    return part.type === 'link' ? link(part, words) : part.text;
  });

export const text = (blocks: readonly Block[], words: Words): readonly TemplateResult[] =>
  blocks.map((block) =>
    block.type === 'paragraph'
      ? html`<p>${inline(block.content, words)}</p>`
      : html`<ul role="list">
          ${block.items.map((item) => html`<li>${inline(item, words)}</li>`)}
        </ul>`,
  );
