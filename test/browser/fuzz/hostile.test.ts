import { expect } from '@open-wc/testing';
import { contactContent, makeOffer } from '../../../src/boot/offers.js';
import { startPlain } from '../../../src/boot/plain.js';
import { readConfig } from '../../../src/config/read.js';
import type { As, Config } from '../../../src/config/types.js';
import { native } from '../../../src/sources/adapters/native.js';
import { createStores, type Offer } from '../../../src/state/stores.js';
import { uiPort } from '../../support/ui-port.js';
import * as ui from '../ui/support.js';
import { ADDRESSES, PAYLOADS } from './payloads.js';

declare global {
  var __ran: (() => void) | undefined;
}

/** So many texts go into one offer. */
const AT_ONCE = 24;
const FORMS: readonly As[] = ['notice', 'inline', 'hint', 'banner', 'panel', 'status'];
/** What texts may become (docs/security.md), beside what the widgets themselves are made of. */
const OF_TEXTS = 'a b strong br p ul li'.split(' ');
const MAX_LABEL = 60;

/** A config that says `texts` wherever it can say something, and leads to `links` wherever it can lead somewhere. */
function speaking(texts: readonly string[], links: readonly string[]): Config {
  const at = (i: number) => texts[i % texts.length]!;
  const problems: string[] = [];
  const config = readConfig(
    {
      version: 1,
      facts: {
        said: { type: 'string', show: true },
        'order.state': { type: 'string', values: texts.slice(0, 4), show: true },
      },
      reasons: { why: { title: at(0), owner: 'web', quadrant: 'simplify' } },
      sources: {
        mine: { kind: 'order', host: true },
        status: { kind: 'incidents', host: true, components: { payments: [] } },
      },
      contact: {
        channels: {
          chat: { label: at(1), url: links[0] },
          phone: { label: at(2), number: at(3) },
          email: { url: links[1] },
          callback: { url: links[2] },
        },
      },
      content: {
        text: {
          title: `${at(4)} {said}`,
          body: texts.map((text, i) => (i % 3 ? text : `- ${text}`)).join('\n\n'),
          actions: [
            { label: at(5), link: links[3] },
            { label: at(6).slice(0, MAX_LABEL), link: links[4] },
            { label: at(7), call: 'x', style: 'link' },
          ],
        },
        guide: { title: at(8), guide: texts.slice(0, 6).map((text) => ({ text })) },
        order: {
          title: at(9),
          source: 'mine',
          steps: Object.fromEntries(texts.slice(0, 4).map((t) => [t, t])),
        },
        incidents: { title: at(10), source: 'status' },
      },
      triggers: [],
    },
    (code, path) => problems.push(`${code} ${path}`) > 0,
  );
  // Nothing of it may be left out before it is shown.
  expect(problems.filter((one) => !one.includes('contact'))).to.deep.equal([]);
  return config;
}

const made = (
  config: Config,
  content: string | ReturnType<typeof contactContent>,
  as: As,
  said: string,
): Offer => ({
  ...makeOffer(
    {
      id: 1,
      trigger: '',
      content,
      as,
      because: '',
      ...(typeof content !== 'string' && { contact: '' as const }),
    },
    { config, facts: () => said, locale: 'en', base: location.href, failed: undefined },
  )!.offer,
  anchor: 'field',
});

/** The feed of a service that has been taken over. */
function news(texts: readonly string[], links: readonly string[]) {
  const asked = { known: ['payments'], now: Date.now() };
  const { progress } = native.read(
    {
      order: {
        id: texts[0],
        state: texts[1] || 'x',
        eta: '2026-11-30',
        steps: texts.map((text) => ({ id: text, label: text, text, at: '2026-11-29' })),
        exception: texts[2],
        next: { label: texts[3] || 'x', link: links[0] || 'x' },
      },
    },
    { kind: 'order', ...asked },
  )!;
  const { incidents } = native.read(
    {
      incidents: texts.map((text) => ({ id: text, title: text, text, impact: 'major', components: [text] })),
    },
    { kind: 'incidents', ...asked },
  )!;
  const known = { condition: 'fresh', asOf: Date.now() } as const;
  return {
    mine: { kind: 'order', progress, incidents: [], ...known } as const,
    status: { kind: 'incidents', progress: undefined, incidents: incidents ?? [], ...known } as const,
  };
}

/** Every element of ours, through shadow roots. */
function ours(): Element[] {
  const found: Element[] = [];
  const look = (root: ParentNode, inside: boolean) => {
    for (const element of root.children) {
      const own = inside || element.localName.startsWith('antes-');
      if (own) found.push(element);
      look(element, own);
      if (element.shadowRoot) look(element.shadowRoot, own);
    }
  };
  look(document, false);
  return found;
}

function checkPage(allowed: ReadonlySet<string>, where: string): void {
  for (const element of ours()) {
    const { localName } = element;
    if (!allowed.has(localName)) throw new Error(`an element <${localName}> ${where}`);
    for (const { name, value } of element.attributes) {
      if (/^on|^srcdoc$|^formaction$/.test(name)) throw new Error(`an attribute ${name}="${value}" ${where}`);
    }
    if (!(element instanceof HTMLAnchorElement) || !element.hasAttribute('href')) continue;
    const { protocol, host, href, target, rel } = element;
    const leads =
      ['https:', 'mailto:', 'tel:', 'sms:'].includes(protocol) ||
      (protocol === 'http:' && host === location.host);
    if (!leads) throw new Error(`a link to ${href} ${where}`);
    if (target === '_blank' && !/noopener.*noreferrer|noreferrer.*noopener/.test(rel))
      throw new Error(`a window that knows this one: ${href} ${where}`);
  }
}

const batches = Array.from({ length: Math.ceil(PAYLOADS.length / AT_ONCE) }, (_, i) =>
  PAYLOADS.slice(i * AT_ONCE, (i + 1) * AT_ONCE),
);
const linksOf = (i: number) =>
  Array.from({ length: 5 }, (_, n) => ADDRESSES[(i * 5 + n) % ADDRESSES.length]!);
const CONTENTS = ['text', 'guide', 'order', 'incidents'] as const;

describe('texts and addresses that want to be more', () => {
  let ran = 0;
  const innocent = new Set(OF_TEXTS);
  beforeEach(() => {
    ran = 0;
    globalThis.__ran = () => void ran++;
    ui.page('<main><p data-antes-anchor="field">Field</p></main>');
  });
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
    globalThis.__ran = undefined;
  });

  async function showAll(
    config: Config,
    sources: ReturnType<typeof news>,
    said: string,
    check: () => void,
    n: number,
  ) {
    const run = ui.start('en', { config, facts: () => said });
    run.stores.$sources.set(sources);
    // Each text meets each content, and over all batches each form.
    for (const [c, content] of [...CONTENTS, contactContent(config, 'en')].entries()) {
      const as = typeof content === 'string' ? FORMS[(n + c) % FORMS.length]! : 'panel';
      await run.show({ ...made(config, content, as, said), id: 100 * (n + 1) + c });
      check();
      run.stores.$offers.set([]);
    }
    expect(run.problems).to.deep.equal([]);
    run.stop();
  }

  it('are texts and safe links, in every widget', async function () {
    this.timeout(90_000);
    const harmless = ['Text', 'More', 'Still more', 'Other'];
    for (let n = 0; n < FORMS.length; n++)
      await showAll(
        speaking(harmless, ['/a', '/b', '/c', '/d', '/e']),
        news(harmless, ['/a']),
        'x',
        () => ours().forEach(({ localName }) => innocent.add(localName)),
        n,
      );
    // The sample is one: what is found in it is what widgets are made of.
    expect(innocent.has('antes-notice') && innocent.has('button')).to.equal(true);
    expect(innocent.has('script') || innocent.has('iframe') || innocent.has('img')).to.equal(false);
    for (const [n, texts] of batches.entries()) {
      const config = speaking(texts, linksOf(n));
      const where = `with ${JSON.stringify(texts).slice(0, 400)} and ${JSON.stringify(linksOf(n))}`;
      await showAll(
        config,
        news(texts, linksOf(n)),
        texts[n % texts.length]!,
        () => checkPage(innocent, where),
        n,
      );
      expect(ran, where).to.equal(0);
      expect(
        document.querySelectorAll('body > script[src*="x"], base, meta[http-equiv]').length,
        where,
      ).to.equal(0);
    }
  });

  it('are texts and safe links without the widgets, too', () => {
    const plain = new Set(['antes-plain', 'strong', 'p', 'button', 'a']);
    for (const [n, texts] of batches.entries()) {
      const config = speaking(texts, linksOf(n));
      const stores = createStores('en');
      const stop = startPlain(uiPort(stores));
      for (const content of ['text', contactContent(config, 'en')]) {
        stores.$offers.set([{ ...made(config, content, 'notice', texts[0]!), id: n + 1 }]);
        checkPage(new Set([...plain, 'antes-layer', ...innocent]), JSON.stringify(texts).slice(0, 400));
      }
      stop();
    }
    expect(ran).to.equal(0);
    expect(PAYLOADS.length).to.be.at.least(550);
  });
});
