import { expect } from '@open-wc/testing';
import { sendMouse } from '@web/test-runner-commands';
import { pressKey } from '../../support/input.js';
import { closePages, openPage, type Page, press, type, until, wait, holdTime } from './page.js';

beforeEach(holdTime);
afterEach(closePages);

/** Members that show what somebody typed, selected, copied or reads. What of them is a method is called, not got. */
const PRIVATE: [object, string[]][] = [
  [
    HTMLInputElement.prototype,
    ['value', 'valueAsDate', 'defaultValue', 'files', 'selectionStart', 'selectionEnd', 'labels'],
  ],
  [HTMLTextAreaElement.prototype, ['value', 'defaultValue', 'textLength', 'selectionStart', 'selectionEnd']],
  [HTMLSelectElement.prototype, ['value', 'selectedOptions']],
  [HTMLOptionElement.prototype, ['value', 'text', 'label']],
  [HTMLElement.prototype, ['innerText', 'outerText', 'title']],
  [Element.prototype, ['innerHTML', 'outerHTML']],
  [InputEvent.prototype, ['data', 'dataTransfer']],
  [ClipboardEvent.prototype, ['clipboardData']],
  [DataTransfer.prototype, ['getData', 'items', 'files']],
  [Selection.prototype, ['toString', 'anchorOffset', 'focusOffset']],
  [Range.prototype, ['toString', 'cloneContents', 'extractContents']],
  [FormData.prototype, ['get', 'getAll', 'entries', 'forEach']],
  [Navigator.prototype, ['clipboard']],
  [Document.prototype, ['cookie', 'title', 'referrer']],
  [KeyboardEvent.prototype, ['code']],
];
/** Texts of the page: read of small elements around a selection or finger, and of what is marked as an error. */
const TEXTS: [object, string[]][] = [
  [Node.prototype, ['textContent', 'nodeValue']],
  [CharacterData.prototype, ['data']],
];

/** While it runs: who in observe got at what. */
function spy(
  members: [object, string[]][],
  note: (name: string, self: Node, from: string) => void,
  // Behind the helpers that all go through.
  who = /\/src\/observe\/(?!dom\.)([\w-]+)\.ts/,
): () => void {
  const undo = members.flatMap(([proto, names]) =>
    names.map((name) => {
      const own = Object.getOwnPropertyDescriptor(proto, name);
      if (!own) return () => {};
      Object.defineProperty(proto, name, {
        configurable: true,
        enumerable: own.enumerable ?? true,
        get(this: Node) {
          const from = who.exec(new Error().stack ?? '')?.[1];
          if (from) note(name, this, from);
          return own.get ? own.get.call(this) : own.value;
        },
        set(this: Node, value) {
          own.set?.call(this, value);
        },
      });
      return () => Object.defineProperty(proto, name, own);
    }),
  );
  return () => undo.forEach((one) => one());
}

const HTML = `<style>#test-page{padding:20px;font:16px monospace}</style>
  <p>Call <b id="phone">900 123 456</b>, order <b id="order" class="order-number">ORD-7731</b></p>
  <p id="story">A long story that nobody is to read</p>
  <div id="mixed">Note <span id="within" contenteditable="plaintext-only">within</span> <b>end</b></div>
  <form name="f" onsubmit="event.preventDefault()"><input name="city" required placeholder="City"><input type="password" name="secret" required>
  <input name="card" autocomplete="cc-number"><select name="s"><option>1<option>2</select><input type="radio" name="r" checked><input type="radio" name="r" id="r">
  <input type="number" name="n" value="3"><div id="rich" contenteditable="true">rich</div><input type="search" name="q"><textarea name="note"></textarea>
  <p class="error" id="wrong">Enter a city</p><button id="send">Send</button></form>`;

async function markAll(el: Element): Promise<void> {
  const { left, right, top, height } = el.getBoundingClientRect();
  const y = Math.round(top + height / 2);
  await sendMouse({ type: 'move', position: [Math.round(left - 2), y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [Math.round(right + 4), y] });
  await sendMouse({ type: 'up' });
  await pressKey('Control+c');
}

async function live(page: Page): Promise<void> {
  for (const id of ['#phone', '#order', '#story', '#wrong']) await markAll(page.find(id));
  for (const name of ['city', 'secret', 'card', 'note', 'q', 'n']) {
    page.find(`[name=${name}]`).focus();
    await type('1');
    await pressKey('Control+v');
    await pressKey('Control+a');
    await pressKey('Control+c');
    await pressKey('Backspace');
  }
  page.find('[name=city]').addEventListener('paste', (event) => event.preventDefault());
  page.find('[name=city]').focus();
  await pressKey('Control+v');
  page.find('#rich').focus();
  await pressKey('Control+v');
  // Selected by keys, by pointer, and with what is around it.
  await pressKey('Control+a');
  await pressKey('Shift+ArrowLeft');
  await pressKey('Control+c');
  await markAll(page.find('#rich'));
  await wait(400);
  getSelection()!.selectAllChildren(page.find('#mixed'));
  await pressKey('Shift+ArrowLeft');
  await pressKey('Control+c');
  await wait(400);
  await press(page.find('#r'));
  page.find('[name=s]').focus();
  await pressKey('ArrowDown');
  history.pushState(null, '', '/privacy');
  await press(page.find('#send'));
  history.back();
  await until(() => page.of('copy').filter(({ how }) => how === 'copy').length >= 4);
  // Selections are looked at once they rest, pastes once the page has had its time.
  await wait(600);
}

describe('privacy', () => {
  it('PRIV-02: neither values, selections, clipboard nor titles are read, whatever the customer does', async () => {
    const page = openPage(HTML, { known: { phones: ['900 123 456'], references: () => ['ORD-7731'] } });
    const reads: string[] = [];
    const texts: string[] = [];
    const undo = [
      spy(PRIVATE, (name, _self, from) => reads.push(`${name} by ${from}`)),
      spy(TEXTS, (name, self, from) => {
        const around = (self.nodeType === 1 ? (self as Element) : self.parentElement)?.id;
        texts.push(`${name} of ${around ? `#${around}` : 'text around'} by ${from}`);
      }),
    ];
    try {
      await live(page);
    } finally {
      for (const one of undo) one();
    }
    expect(page.of('copy').map(({ what }) => what)).to.include.members([
      'phone',
      'reference',
      'error',
      'other',
    ]);
    expect(page.of('field').some(({ state }) => state !== undefined)).to.equal(true);
    expect([...new Set(reads)]).to.deep.equal([]);
    // Around a selection (excerpt.ts), and of what is marked as an error: nothing else.
    for (const one of new Set(texts))
      expect(one).to.match(/^data of .* by excerpt$|^textContent of #wrong by error-marks$/);
    const told = JSON.stringify(page.records);
    expect([...texts].filter((one) => /#(?:rich|within)/.test(one))).to.deep.equal([]);
    expect(told).not.to.match(/900 1|ORD-7|long story|Enter a city/);
    for (const record of page.of('field')) expect(record).to.satisfy(({ state = 0 }) => state < 10);
  });

  it('no text at all, where there is no selection', async () => {
    const page = openPage(HTML.replace(/<p class="error".*?<\/p>/, ''), {
      known: { phones: ['900 123 456'], references: () => ['ORD-7731'] },
    });
    const texts: string[] = [];
    const undo = spy(TEXTS, (name, _self, from) => texts.push(`${name} by ${from}`));
    await press(page.find('#story'));
    await press(page.find('#phone'));
    page.find('[name=city]').focus();
    await type('abc');
    await wait(500);
    undo();
    expect(texts).to.deep.equal([]);
  });

  it('no text at all around a selection, where there is no number to look for', async () => {
    const page = openPage(HTML.replace(/<p class="error".*?<\/p>/, ''), {
      known: { phones: [], references: () => [] },
    });
    const texts: string[] = [];
    const undo = spy(TEXTS, (name, _self, from) => texts.push(`${name} by ${from}`));
    try {
      for (const id of ['#story', '#phone', '#rich', '#mixed']) await markAll(page.find(id));
      await until(() => page.of('copy').length >= 4);
      await wait(400);
    } finally {
      undo();
    }
    expect(page.of('copy').length).to.be.at.least(4);
    expect(texts).to.deep.equal([]);
  });

  it('the spies would tell', () => {
    const reads: string[] = [];
    const undo = spy(PRIVATE, (name) => reads.push(name), /\/observe\/([\w-]+)\.test\.ts/);
    void [document.createElement('input').value, document.title, String(getSelection()?.toString())];
    undo();
    expect(reads).to.include.members(['value', 'title', 'toString']);
  });
});
