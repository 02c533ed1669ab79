import { expect } from '@open-wc/testing';
import { closePages, holdTime, key, openPage, press, type, until, wait } from './page.js';

afterEach(closePages);

/** Replaces a getter by one that notes who asked; gives back the way to undo it. */
function spyOn(proto: object, name: string, note: (self: unknown) => void): () => void {
  const own = Object.getOwnPropertyDescriptor(proto, name)!;
  Object.defineProperty(proto, name, {
    ...own,
    get() {
      note(this);
      return own.get!.call(this);
    },
  });
  return () => Object.defineProperty(proto, name, own);
}

const PRIVATE: [object, string[]][] = [
  [HTMLInputElement.prototype, ['value', 'valueAsDate', 'files', 'selectionStart', 'labels']],
  [HTMLTextAreaElement.prototype, ['value', 'textLength']],
  [HTMLSelectElement.prototype, ['value', 'selectedOptions']],
  [Node.prototype, ['textContent', 'nodeValue']],
  [HTMLElement.prototype, ['innerText', 'outerText', 'title']],
  [Element.prototype, ['innerHTML', 'outerHTML']],
  [CharacterData.prototype, ['data']],
  [InputEvent.prototype, ['data', 'dataTransfer']],
  [KeyboardEvent.prototype, ['code']],
  [ClipboardEvent.prototype, ['clipboardData']],
  [Document.prototype, ['cookie', 'title', 'referrer']],
];

describe('what is never read', () => {
  it('PRIV-02: neither contents, texts, nor which key, in a whole session', async () => {
    const page = openPage(
      `<form name="f"><input name="city" required placeholder="City"><input name="card" autocomplete="cc-number"><input name="code" type="number" autocomplete="one-time-code">
       <input type="password" name="secret"><textarea name="note"></textarea><select name="s"><option>1</option></select>
       <p class="error" id="e">Enter a city</p><input name="wrong" aria-describedby="e"><button id="x">Pay</button><p id="out">Text</p></form>`,
    );
    const reads: string[] = [];
    const keys: string[] = [];
    let texts: unknown[] = [];
    const undo = PRIVATE.flatMap(([proto, members]) =>
      members.map((name) =>
        spyOn(proto, name, (self) => {
          if (!/\/src\/observe\//.test(new Error().stack ?? '')) return;
          if (name === 'textContent') texts.push(self);
          else reads.push(name);
        }),
      ),
    );
    undo.push(
      spyOn(
        HTMLInputElement.prototype,
        'valueAsNumber',
        (self) =>
          /\/src\/observe\//.test(new Error().stack ?? '') &&
          reads.push(`number of ${(self as Element).getAttribute('name')}`),
      ),
    );
    undo.push(
      spyOn(KeyboardEvent.prototype, 'key', () => {
        const from = /\/src\/observe\/([\w-]+)\.ts/.exec(new Error().stack ?? '')?.[1];
        if (from) keys.push(from);
      }),
    );
    page.find('form').addEventListener('submit', (event) => event.preventDefault());
    for (const name of ['city', 'card', 'code', 'secret', 'note']) {
      page.find(`[name=${name}]`).focus();
      await type('12');
      await key('Tab');
    }
    page.find('#x').addEventListener('click', () => page.find('#out').append('Done'));
    page.find('#x').addEventListener('click', () => page.find('#e').append('!'));
    await press(page.find('#x'));
    await press(page.find('#out'));
    await wait(300);
    for (const one of undo) one();
    expect(page.presses().length).to.be.greaterThan(1);
    expect(reads).to.deep.equal([]);
    // The three exceptions: control keys, and texts of elements marked as errors.
    expect([...new Set(keys)].toSorted()).to.deep.equal(['ambient', 'press', 'shortcuts']);
    expect(
      texts.every((el) => (el as Element).id === 'e'),
      'texts',
    ).to.equal(true);
    const told = JSON.stringify(page.records);
    expect(told).not.to.match(/Enter a city|Pay|Done|Text/);
    texts = [];
  });
});

describe('stop', () => {
  it('leaves no listener, observer or timer, and never more than 20 listeners while idle', async () => {
    const live = new Map<string, number>();
    const count = (event: string, by: number) => {
      live.set(event, (live.get(event) ?? 0) + by);
      if (live.get(event) === 0) live.delete(event);
    };
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    const listeners: [EventTarget, string, unknown][] = [];
    const kinds = new Set<string>();
    EventTarget.prototype.addEventListener = function (
      this: EventTarget,
      name: string,
      fn: never,
      options?: never,
    ) {
      if (/\/src\/observe\//.test(new Error().stack ?? '')) {
        listeners.push([this, name, fn]);
        count(name, 1);
        kinds.add(JSON.stringify(options));
      }
      return addEventListener.call(this ?? window, name, fn, options);
    };
    EventTarget.prototype.removeEventListener = function (
      this: EventTarget,
      name: string,
      fn: never,
      options?: never,
    ) {
      const at = listeners.findIndex(([target, each, one]) => target === this && each === name && one === fn);
      if (at >= 0) {
        listeners.splice(at, 1);
        count(name, -1);
      }
      return removeEventListener.call(this ?? window, name, fn, options);
    };
    let observers = 0;
    const { observe, disconnect } = MutationObserver.prototype;
    MutationObserver.prototype.observe = function (...args) {
      observers++;
      return observe.apply(this, args);
    };
    MutationObserver.prototype.disconnect = function () {
      observers--;
      return disconnect.apply(this);
    };
    const timers = new Set<unknown>();
    const { setTimeout: set, clearTimeout: clear } = window;
    window.setTimeout = ((fn: () => void, ms: number) => {
      const mine = /\/src\/observe\//.test(new Error().stack ?? '');
      const id = set(() => {
        timers.delete(id);
        fn();
      }, ms);
      if (mine) timers.add(id);
      return id;
    }) as never;
    window.clearTimeout = ((id: never) => {
      timers.delete(id);
      clear(id);
    }) as never;

    const page = openPage(
      '<form name="f" onsubmit="event.preventDefault()"><input name="a" required placeholder="x"><button id="x">Dead</button></form>',
    );
    const idle = listeners.length;
    expect(idle, [...live.keys()].join()).to.be.at.most(20);
    expect(Math.max(...live.values()), 'one listener for each event').to.equal(1);
    expect([...live.keys()]).not.to.include.members(['touchmove', 'mousemove', 'selectionchange']);
    await press(page.find('#x'));
    await press(page.find('input'));
    await type('a');
    page.stop();
    EventTarget.prototype.addEventListener = addEventListener;
    EventTarget.prototype.removeEventListener = removeEventListener;
    MutationObserver.prototype.observe = observe;
    MutationObserver.prototype.disconnect = disconnect;
    window.setTimeout = set;
    window.clearTimeout = clear;
    expect([...kinds]).to.deep.equal(['{"capture":true,"passive":true}']);
    expect(listeners.map(([, name]) => name)).to.deep.equal([]);
    expect(observers).to.equal(0);
    expect(timers.size, 'timers').to.equal(0);
    const { length } = page.records;
    document.body.append(document.createElement('i'));
    document.body.lastElementChild!.remove();
    await wait(100);
    expect(page.records).to.have.length(length);
  });

  it('takes the channel listeners away again when nothing is open', async () => {
    holdTime();
    const names: string[] = [];
    const { addEventListener, removeEventListener } = EventTarget.prototype;
    EventTarget.prototype.addEventListener = function (this: EventTarget, name: string, ...rest: never[]) {
      if (/\/src\/observe\//.test(new Error().stack ?? '')) names.push(name);
      return addEventListener.call(this ?? window, name, ...(rest as [never, never]));
    };
    EventTarget.prototype.removeEventListener = function (this: EventTarget, name: string, ...rest: never[]) {
      if (/\/src\/observe\//.test(new Error().stack ?? '') && names.includes(name))
        names.splice(names.indexOf(name), 1);
      return removeEventListener.call(this ?? window, name, ...(rest as [never, never]));
    };
    const page = openPage('<button id="x">Go</button><p id="out"></p>');
    const before = names.length;
    page.find('#x').addEventListener('click', () => page.find('#out').append('Done'));
    await press(page.find('#x'));
    await until(() => page.answer());
    expect(names.length).to.be.greaterThan(before);
    await wait(2_200);
    EventTarget.prototype.addEventListener = addEventListener;
    EventTarget.prototype.removeEventListener = removeEventListener;
    expect(names.length).to.equal(before);
  });
});

describe('the page', () => {
  it('finds its globals as they were', () => {
    const look = () =>
      [
        window.fetch,
        XMLHttpRequest.prototype.open,
        history.pushState,
        history.replaceState,
        EventTarget.prototype.addEventListener,
        console.error,
        window.open,
      ].map(String);
    const before = look();
    const globals = Object.getOwnPropertyNames(window).length;
    const page = openPage('<p></p>');
    expect(look()).to.deep.equal(before);
    expect(Object.getOwnPropertyNames(window).length).to.equal(globals);
    page.stop();
  });

  it('DOM-08: is not slowed down by a storm of changes', async () => {
    const page = openPage('<button id="x">Go</button><div id="out"></div>');
    page.find('#x').addEventListener('click', () => {
      const all = document.createDocumentFragment();
      for (let i = 0; i < 20_000; i++) all.append(document.createElement('i'));
      page.find('#out').append(...all.childNodes);
    });
    const before = performance.now();
    await press(page.find('#x'));
    await until(() => page.answer());
    expect(performance.now() - before).to.be.below(2_000);
  });

  it('may nest as deep as it likes', async () => {
    const page = openPage('<div id="deep"></div>');
    let inner = page.find('#deep');
    for (let i = 0; i < 3_000; i++) inner = inner.appendChild(document.createElement('span'));
    inner.textContent = 'press';
    await press(page.find('#deep'), 5, 5);
    expect(page.problems).to.deep.equal([]);
  });
});
