import { real } from '../core/real.js';
import type { Offer, UiPort } from '../state/stores.js';

const words: Readonly<Record<string, readonly [help: string, close: string]>> = {
  en: ['Help', 'Close'],
  es: ['Ayuda', 'Cerrar'],
  pt: ['Ajuda', 'Fechar'],
  fr: ['Aide', 'Fermer'],
  de: ['Hilfe', 'Schließen'],
  ar: ['مساعدة', 'إغلاق'],
};

export function plainWords(lang: string): readonly [help: string, close: string] {
  const own = lang.split('-')[0]!;
  // A page may say of itself that it speaks `constructor`.
  return words[Object.hasOwn(words, own) ? own : 'en']!;
}

/** Markup of bodies as bare text: `**bold**` and `[text](address)` lose their signs. */
const bare = (text: string): string => text.replace(/\*\*/g, '').replace(/\[([^\][]*)\]\([^()]*\)/g, '$1');

/**
 * Help without the widgets, for pages where their script cannot be loaded: the same words, links and buttons, made
 * with plain DOM calls. It is as quiet as the page's own text, and nothing in it can be blocked.
 */
export function startPlain(port: UiPort): () => void {
  const shown = new Map<number, HTMLElement>();

  function button(document: Document, label: string, press: () => void): HTMLButtonElement {
    const element = document.createElement('button');
    element.type = 'button';
    element.textContent = label;
    // As a property: whatever a page has made of its listeners.
    element.onclick = press;
    return element;
  }

  function draw(offer: Offer): HTMLElement {
    const document = real(port.root.ownerDocument);
    const [help, close] = plainWords(offer.lang);
    const box = document.createElement('antes-plain');
    box.setAttribute('role', 'region');
    box.setAttribute('aria-label', `${help}: ${offer.title}`);
    box.lang = offer.lang;
    box.dir = offer.dir;
    // The element is unknown, so it is inline by default; CSSOM is allowed under every content security policy.
    box.style.display = 'block';
    box.style.margin = '1em 0';
    const title = document.createElement('strong');
    title.textContent = offer.title;
    const body = document.createElement('p');
    body.textContent = bare(offer.body);
    box.append(title, body);
    offer.actions.forEach((action, index) => {
      const { person, href = person?.href } = action;
      // What could be passed on cannot be shown here first, so nothing is.
      const act = () =>
        void (person ? port.contact(person.channel, offer.reason) : port.act(offer.id, index));
      if (href === undefined) box.append(button(document, action.label, act), ' ');
      else {
        const link = document.createElement('a');
        link.href = href;
        link.textContent = action.label;
        link.onclick = act;
        box.append(link, ' ');
      }
    });
    box.append(button(document, close, () => port.answer(offer.id, { phase: 'dismissed' })));
    return box;
  }

  function place(offer: Offer): void {
    const ownerDocument = real(port.root.ownerDocument);
    const anchor = offer.anchor === undefined ? null : findPlain(ownerDocument, offer.anchor);
    if (!anchor && offer.anchor !== undefined && offer.orElse === 'nothing') {
      port.answer(offer.id, { phase: 'withheld', why: 'anchor-missing' });
      return;
    }
    const box = draw(offer);
    shown.set(offer.id, box);
    if (anchor) real(anchor).after(box);
    else real(ownerDocument.body ?? port.root).append(box);
    port.answer(offer.id, { phase: 'shown', as: anchor ? offer.as : 'notice' });
  }

  const stop = port.stores.$offers.subscribe((offers) => {
    for (const [id, box] of shown) {
      const offer = offers.find((one) => one.id === id);
      if (offer && offer.leaving === false) continue;
      box.remove();
      shown.delete(id);
      if (offer) port.answer(id, { phase: 'gone' });
    }
    for (const offer of offers) if (!shown.has(offer.id) && offer.leaving === false) place(offer);
  });
  return () => {
    stop();
    for (const box of shown.values()) box.remove();
    shown.clear();
  };
}

/** `data-antes-anchor` name, else selector. */
export function findPlain(document: Document, name: string): Element | null {
  const { querySelector } = real(document);
  try {
    return querySelector(`[data-antes-anchor="${CSS.escape(name)}"]`) ?? querySelector(name);
  } catch {
    return null;
  }
}
