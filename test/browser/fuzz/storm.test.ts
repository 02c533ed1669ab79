import { expect } from '@open-wc/testing';
import fc from 'fast-check';
import { SETTLE_MS } from '../../../src/observe/context.js';
import { closePages, openPage, type Page } from '../observe/page.js';
import { drawn, SEED } from './fuzz.js';

const STORMS = 40;
const STEPS = 60;
/** What one look around a page takes. */
const SEARCHES = 15;

/** Names under which a control hides a member of its form. */
const CLOBBERING =
  'closest id parentNode getAttribute matches contains querySelector querySelectorAll nodeType isConnected getRootNode localName tagName children childNodes firstChild textContent ownerDocument shadowRoot classList className attributes addEventListener dispatchEvent getBoundingClientRect checkVisibility form name elements validity style remove after constructor __proto__'.split(
    ' ',
  );
const TAGS =
  'div span p button a form input select textarea label fieldset details dialog table tr td ul li svg iframe template slot img my-thing output progress section main nav article'.split(
    ' ',
  );
const ATTRIBUTES: readonly (readonly [string, string])[] = [
  ['class', 'error'],
  ['class', 'is-loading spinner'],
  ['class', ''],
  ['role', 'alert'],
  ['role', 'button'],
  ['role', 'combobox'],
  ['aria-invalid', 'true'],
  ['aria-invalid', 'false'],
  ['aria-busy', 'true'],
  ['aria-describedby', 'a b c'],
  ['aria-describedby', ' '],
  ['aria-controls', 'no"such]'],
  ['aria-expanded', 'true'],
  ['aria-live', 'assertive'],
  ['hidden', ''],
  ['inert', ''],
  ['disabled', ''],
  ['open', ''],
  ['style', 'display:none'],
  ['style', 'position:fixed;top:0;left:0;width:100%;height:100%'],
  ['style', 'cursor:pointer'],
  ['contenteditable', 'true'],
  ['tabindex', '0'],
  ['for', 'a'],
  ['id', 'a'],
  ['id', ''],
  ['href', 'javascript:void 0'],
  ['href', '#'],
  ['type', 'checkbox'],
  ['type', 'password'],
  ['autocomplete', 'cc-number'],
  ['required', ''],
  ['data-antes-step', 'cart'],
  ['data-antes-key', 'constructor'],
  ['data-antes-anchor', '"]\\'],
  ['data-antes-ignore', ''],
  ['data-antes-frame', ''],
];
const EVENTS =
  'click pointerdown pointerup pointercancel mousedown mouseup mousemove pointermove mouseover keydown keyup focusin focusout focus blur input beforeinput change submit invalid reset copy paste scroll wheel touchstart touchend touchmove compositionstart compositionend selectionchange animationstart transitionend toggle play pause visibilitychange contextmenu drop dragstart'.split(
    ' ',
  );

/** No browser dispatches others there. */
const OF_WINDOW = 'popstate hashchange pagehide pageshow resize focus blur'.split(' ');

interface Step {
  readonly how:
    | 'grow'
    | 'move'
    | 'remove'
    | 'attribute'
    | 'text'
    | 'shadow'
    | 'frame'
    | 'clobber'
    | 'event'
    | 'many'
    | 'empty'
    | 'deep';
  readonly at: number;
  readonly other: number;
}
const step: fc.Arbitrary<Step> = fc.record({
  how: fc.constantFrom(
    'grow',
    'grow',
    'move',
    'remove',
    'attribute',
    'attribute',
    'text',
    'shadow',
    'frame',
    'clobber',
    'event',
    'event',
    'event',
    'event',
    'many',
    'empty',
    'deep',
  ),
  at: fc.nat(100_000),
  other: fc.nat(100_000),
});
const storms = drawn(fc.array(step, { minLength: STEPS, maxLength: STEPS, size: 'max' }), STORMS);

const AWAY = ['submit', 'click'];

/** Closes the dialog that it is in, if it is in one, and goes nowhere, whoever does not hear of it. */
const CLOSES = ['method', 'dialog'] as const;

/** Firefox tells of what is sent by a form in a form nobody outside of it, and sends it for a script's event too. */
function create(tag: string): HTMLElement {
  const made = document.createElement(tag);
  if (tag === 'form') Element.prototype.setAttribute.call(made, ...CLOSES);
  return made;
}

const append = (parent: Node, child: Node): void => void Node.prototype.appendChild.call(parent, child);

/** All that happens to a page, with nothing taken from its own members. */
function apply(nodes: Node[], page: Page, { how, at, other }: Step): void {
  const node = nodes[at % nodes.length]!;
  const second = nodes[other % nodes.length]!;
  const make = (tag: string) => {
    const made = create(tag);
    nodes.push(made);
    return made;
  };
  const isElement = node instanceof Element;
  switch (how) {
    case 'grow':
      return append(node, make(TAGS[other % TAGS.length]!));
    case 'move':
      return append(node, second);
    case 'remove':
      if (isElement && node !== page.host) Element.prototype.remove.call(node);
      return;
    case 'attribute':
      if (isElement) Element.prototype.setAttribute.call(node, ...ATTRIBUTES[other % ATTRIBUTES.length]!);
      return;
    case 'text':
      return append(node, document.createTextNode(`The card was declined ${other}`));
    case 'shadow':
      if (isElement)
        nodes.push(Element.prototype.attachShadow.call(node, { mode: other % 3 ? 'open' : 'closed' }));
      return;
    case 'frame': {
      const frame = make('iframe') as HTMLIFrameElement;
      if (other % 2) frame.setAttribute('data-antes-frame', '');
      append(node, frame);
      const inner = frame.contentDocument?.body;
      if (inner) nodes.push(inner);
      return;
    }
    case 'clobber': {
      const form = make('form');
      for (let i = 0; i < 12; i++) {
        const field = document.createElement(i % 3 ? 'input' : 'img');
        field.setAttribute('name', CLOBBERING[(other + i) % CLOBBERING.length]!);
        append(form, field);
      }
      return append(node, form);
    }
    case 'many': {
      const part = document.createDocumentFragment();
      for (let i = 0; i < 300; i++) append(part, create(TAGS[(other + i) % 12]!));
      return append(node, part);
    }
    case 'empty':
      if (isElement && node !== page.host) Element.prototype.replaceChildren.call(node);
      return;
    case 'deep': {
      let inner: Node = node;
      for (let i = 0; i < 400; i++) {
        const next = document.createElement('div');
        append(inner, next);
        inner = next;
      }
      nodes.push(inner);
      return;
    }
    default: {
      const [target, types] = at % 9 ? [node, EVENTS] : [window, OF_WINDOW];
      EventTarget.prototype.dispatchEvent.call(target, eventOf(types[other % types.length]!, at));
    }
  }
}

/** As browsers make them: of the first kind that fits, and there is. */
const MADE: readonly (readonly [RegExp, string, (n: number) => object])[] = [
  [/^pointer/, 'PointerEvent', (n) => ({ pointerId: n % 3, pointerType: n % 2 ? 'mouse' : 'touch' })],
  [/^mouse|^click|^contextmenu/, 'MouseEvent', (n) => ({ detail: n % 4 })],
  [/^key/, 'KeyboardEvent', (n) => ({ key: ['Enter', 'Tab', 'Escape', 'a', ''][n % 5] })],
  [/input$/, 'InputEvent', (n) => ({ inputType: ['insertText', 'deleteContentBackward', 'odd', ''][n % 4] })],
  [/^focus|^blur/, 'FocusEvent', (n) => ({ relatedTarget: n % 2 ? document.body : null })],
  [/^wheel/, 'WheelEvent', (n) => ({ deltaY: n - 500 })],
  [/^touch/, 'TouchEvent', () => ({})],
  [/^copy|^paste/, 'ClipboardEvent', () => ({})],
  [/^composition/, 'CompositionEvent', () => ({})],
  [/^submit/, 'SubmitEvent', () => ({})],
  [/^animation/, 'AnimationEvent', () => ({})],
  [/^transition/, 'TransitionEvent', () => ({})],
  [/^drop|^drag/, 'DragEvent', () => ({})],
  [/^page/, 'PageTransitionEvent', () => ({})],
];

function eventOf(type: string, n: number): Event {
  const init = { bubbles: true, cancelable: true, composed: true, clientX: n % 900, clientY: n % 700 };
  const [, name = 'Event', own] = MADE.find(([types]) => types.test(type)) ?? [];
  const kinds = window as unknown as Record<string, (new (type: string, init: object) => Event) | undefined>;
  const Kind = kinds[name];
  // Where there is no such thing, nothing of it happens.
  return Kind ? new Kind(type, { ...init, ...own?.(n) }) : new Event('nothing');
}

/** Observers react only to what a person does; a script's events are made to pass for that. */
function pretendTrusted(): () => void {
  const own = EventTarget.prototype;
  const { addEventListener, removeEventListener } = own;
  const calls = new WeakMap<object, (event: Event) => void>();
  own.addEventListener = function (type, fn, how) {
    if (!fn) return;
    const call = (event: Event) => {
      const read = (name: string | symbol) => {
        const value: unknown = Reflect.get(event, name, event);
        return typeof value === 'function' ? (value as () => unknown).bind(event) : value;
      };
      const trusted = new Proxy(event, {
        get: (_, name) => (name === 'isTrusted' ? true : read(name)),
        // Members are read through the kind of an event, too.
        getPrototypeOf: (target) =>
          new Proxy(Object.getPrototypeOf(target) as object, { get: (_, name) => read(name) }),
      });
      if (typeof fn === 'function') fn.call(this, trusted);
      else fn.handleEvent(trusted);
    };
    if (!calls.has(fn)) calls.set(fn, call);
    addEventListener.call(this, type, calls.get(fn)!, how);
  };
  own.removeEventListener = function (type, fn, how) {
    removeEventListener.call(this, type, (fn && calls.get(fn)) ?? fn, how);
  };
  return () => void Object.assign(own, { addEventListener, removeEventListener });
}

/** How often the whole document is searched. */
function countQueries(): { count(): number; end(): void } {
  const own = Document.prototype;
  const { querySelectorAll, querySelector } = own;
  let count = 0;
  own.querySelectorAll = function (this: Document, selector: string) {
    count++;
    return querySelectorAll.call(this, selector);
  };
  own.querySelector = function (this: Document, selector: string) {
    count++;
    return querySelector.call(this, selector);
  };
  return { count: () => count, end: () => void Object.assign(own, { querySelectorAll, querySelector }) };
}

const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 5)));

describe(`a page that comes apart (${SEED})`, () => {
  afterEach(closePages);

  it('is observed without an error, whatever happens in it', async function () {
    this.timeout(60_000);
    // Nothing of it is to lead away from the tests.
    const stay = (event: Event) => event.preventDefault();
    for (const type of AWAY) addEventListener(type, stay);
    for (const [i, steps] of storms.entries()) {
      const restore = pretendTrusted();
      const page = openPage(
        '<form id="f" method="dialog"><label for="a">A</label><input id="a"><button>Send</button></form>',
        {
          steps: [{ id: 'checkout/cart', selector: '[data-antes-step=cart],#a', path: '' }],
        },
      );
      const nodes: Node[] = [page.host, ...page.host.querySelectorAll('*')];
      const queries = countQueries();
      let events = 0;
      const began = performance.now();
      try {
        for (const [n, one] of steps.entries()) {
          try {
            apply(nodes, page, one);
          } catch (error) {
            // What the browser itself does not allow: a node into its own child, two shadow roots.
            if (!(error instanceof DOMException)) throw error;
          }
          if (one.how === 'event') events++;
          if (n % 20 === 19) await frame();
        }
        await frame();
        // A press may look around once; mutations are looked at together, however many there are.
        const looks = 4 + (performance.now() - began) / SETTLE_MS;
        expect(queries.count(), `searches of the document in storm ${i}`).to.be.at.most(
          8 * events + SEARCHES * looks,
        );
      } finally {
        queries.end();
      }
      expect(page.problems, `storm ${i}`).to.deep.equal([]);
      page.stop();
      restore();
      expect(page.problems, `the end of storm ${i}`).to.deep.equal([]);
      for (const type of ['pointerup', 'mouseup', 'compositionend', 'touchend'])
        page.host.dispatchEvent(eventOf(type, i));
      // Else the next ones search this one, too.
      page.host.remove();
    }
    for (const type of AWAY) removeEventListener(type, stay);
  });

  it('hundreds of events in one task do not each search the document', async () => {
    const restore = pretendTrusted();
    const page = openPage('<form><input id="a" required><button type="button">Add</button></form>');
    const field = page.find('input');
    await frame();
    const queries = countQueries();
    for (let i = 0; i < 300; i++)
      for (const type of ['input', 'pointermove', 'mousemove', 'scroll', 'wheel', 'keydown'])
        field.dispatchEvent(eventOf(type, i));
    await frame();
    queries.end();
    page.stop();
    restore();
    expect(queries.count()).to.be.at.most(60);
    expect(page.problems).to.deep.equal([]);
  });

  it('a thousand mutations are looked at once', async () => {
    const page = openPage('<div id="list"></div><button>Add</button>');
    const list = page.find('#list');
    await frame();
    const queries = countQueries();
    for (let i = 0; i < 1_000; i++) list.append(document.createElement('p'));
    await frame();
    await frame();
    queries.end();
    expect(queries.count()).to.be.at.most(20);
    expect(page.problems).to.deep.equal([]);
  });
});
