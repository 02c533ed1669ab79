import { expect } from '@open-wc/testing';
import { fillTemplate } from '../../../src/ui/template.js';
import * as ui from './support.js';

const property = Object.getOwnPropertyDescriptor(Element.prototype, 'innerHTML')!;

/** What Lit asks the browser to make markup of while `work` goes on. */
async function markupDuring(work: () => Promise<void>): Promise<Set<string>> {
  const asked = new Set<string>();
  Object.defineProperty(Element.prototype, 'innerHTML', {
    ...property,
    set(this: Element, markup: unknown) {
      asked.add(String(markup));
      property.set!.call(this, markup);
    },
  });
  try {
    await work();
  } finally {
    Object.defineProperty(Element.prototype, 'innerHTML', property);
  }
  return asked;
}

/** Lit's marks as the build writes them: without the `$` that is no name in every engine. */
const asBuilt = (markup: string) => markup.replaceAll('$lit$', '-lit-').replace(/lit\$(\d+)\$/g, 'lit-$1-');

/** A tree in words, with marks and the names of bound attributes as the build writes them. */
function outline(node: Node): unknown {
  if (node instanceof Element)
    return [
      node.namespaceURI,
      node.localName,
      node
        .getAttributeNames()
        .map((name) => asBuilt(`${name.replace(/^[.?@]/, 'on-')}=${node.getAttribute(name)}`)),
      [...node.childNodes].map(outline),
    ];
  return [
    node.nodeType,
    node instanceof CharacterData ? asBuilt(node.data) : [...node.childNodes].map(outline),
  ];
}

function same(markup: string): void {
  const browsers = document.createElement('template');
  const ours = document.createElement('template');
  browsers.innerHTML = markup;
  fillTemplate(ours, asBuilt(markup));
  expect(outline(ours.content), markup).to.deep.equal(outline(browsers.content));
}

describe('templates built node by node', () => {
  afterEach(() => ui.stopAll());

  it('are what the browser makes of the same markup, for all that the widgets draw', async () => {
    ui.page('<form><input data-antes-anchor="field"></form>');
    const asked = await markupDuring(async () => {
      const run = ui.start();
      const body = '**One** [link](https://example.com/)\n- item\n\nAnd more.';
      const link = { label: 'Go', style: 'link', href: 'https://example.com/' } as const;
      await run.show(
        ui.offer({ body, actions: [{ label: 'Do', style: 'primary' }, link] }),
        ui.offer({ as: 'notice', because: undefined, feedback: 'none' }),
        ui.offer({ as: 'badge' }),
      );
      ui.part(ui.inline(), 'why').click();
      await ui.until(() => ui.inline().shadowRoot?.querySelector('[part="not-again"]'));
      run.outcome = Promise.resolve(false);
      ui.part(ui.inline(), 'action').click();
      await ui.until(() => ui.inline().shadowRoot?.querySelector('[part="retry"]'));
    });
    expect(asked.size).to.be.greaterThan(12);
    for (const markup of asked) same(markup);
  });

  it('know quotes, void elements, drawings, marks between attributes, and values with signs in them', () => {
    for (const markup of [
      '<p a="1>2" b="it is" c=d e>x<br>y<input disabled>z</p>tail',
      '<svg viewBox="0 0 20 20"><path d="M1 1"/><g><path d="M2 2"></path></g></svg><b></b>',
      '<ul><li class$lit$="a lit$1$ b"><?lit$1$></li> <li lit$1$0 ></li></ul>',
      '<antes-badge .count$lit$=lit$1$ @click$lit$="lit$1$" ?hidden$lit$=lit$1$></antes-badge>',
    ])
      same(markup);
  });

  it('does not wake custom elements that it only describes', () => {
    let made = 0;
    // oxlint-disable-next-line wc/guard-define-call -- the only place in this page
    customElements.define(
      'x-sleeper',
      class extends HTMLElement {
        constructor() {
          super();
          made += 1;
        }
      },
    );
    const template = document.createElement('template');
    fillTemplate(template, '<x-sleeper></x-sleeper>');
    expect(made).to.equal(0);
    document.importNode(template.content, true);
    expect(made).to.equal(1);
  });
});
