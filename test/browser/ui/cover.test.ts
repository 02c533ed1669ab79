import { expect } from '@open-wc/testing';
import { resetMouse } from '@web/test-runner-commands';
import * as ui from './support.js';

const box = (element: Element) => element.getBoundingClientRect();
const overlaps = (a: DOMRect, b: DOMRect) =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
const fixed = (id: string, css: string) =>
  ui.page(`<button id="${id}" style="position:fixed;${css}">Chat</button>`).firstElementChild as HTMLElement;

/** A generator that gives the same numbers for the same seed. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
}

describe('a place that hides nothing', () => {
  afterEach(async () => {
    ui.stopAll();
    ui.clearPage();
    scrollTo(0, 0);
    await resetMouse();
  });

  it('what has the focus is never covered, in 200 moves of it', async () => {
    const random = numbers(20_261_126);
    const fields = Array.from({ length: 60 }, (_, index) => {
      const [left, top] = [random() * 85, random() * 95];
      return `<input id="m${index}" style="position:fixed;left:${left}%;top:${top}%;width:${4 + random() * 30}%">`;
    });
    ui.page(fields.join(''));
    const run = ui.start();
    await run.show(
      ui.offer({ as: 'notice' }),
      ui.offer({ as: 'badge' }),
      ui.offer({ as: 'hint', anchor: '#m7', orElse: 'nothing' }),
    );
    const covered: string[] = [];
    for (let move = 0; move < 200; move++) {
      const field = document.getElementById(`m${Math.floor(random() * fields.length)}`) as HTMLElement;
      if (field === document.activeElement) continue;
      field.focus();
      // Collapsing brings a badge a moment later.
      if (move % 10 === 0) await ui.settled();
      for (const widget of document.querySelectorAll('antes-notice, antes-badge, antes-hint'))
        if (
          widget.checkVisibility({ visibilityProperty: true }) &&
          overlaps(box(widget), box(field)) &&
          box(widget).width
        )
          covered.push(`${move}: ${widget.localName} over ${field.id}`);
    }
    expect(covered).to.deep.equal([]);
  }).timeout(30_000);

  it('nor what has it when help comes', async () => {
    fixed('f', 'right:0;bottom:0;width:120px;height:60px').focus();
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(overlaps(box(ui.notice()), box(document.activeElement as Element))).to.equal(false);
  });

  it('a launcher in the corner keeps it: help goes to the other one', async () => {
    const launcher = fixed('chat', 'right:20px;bottom:20px;width:56px;height:56px');
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(overlaps(box(ui.notice()), box(launcher))).to.equal(false);
    expect(box(ui.notice()).left).to.be.closeTo(16, 1);
    const [x, y] = ui.centre(launcher);
    expect(document.elementFromPoint(x, y)).to.equal(launcher);
  });

  it('the badge does the same', async () => {
    const launcher = fixed('chat', 'right:20px;bottom:20px;width:56px;height:56px');
    const run = ui.start();
    await run.show(ui.offer({ as: 'badge' }));
    expect(overlaps(box(ui.badge()), box(launcher))).to.equal(false);
  });

  it('where both corners are taken, it goes above', async () => {
    const bar = fixed('bar', 'left:0;right:0;width:100%;bottom:0;height:64px');
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(box(ui.notice()).bottom).to.be.at.most(box(bar).top);
    expect(box(ui.notice()).right).to.be.closeTo(document.documentElement.clientWidth - 16, 16);
  });

  it('what lies under all of the page keeps no corner', async () => {
    fixed('sky', 'inset:0;width:100%;height:100%;z-index:-1');
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    expect(innerHeight - box(ui.notice()).bottom).to.be.closeTo(16, 1);
  });

  it('begins in its own corner again once it is empty', async () => {
    const launcher = fixed('chat', 'right:20px;bottom:20px;width:56px;height:56px');
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice' }));
    await run.show();
    launcher.remove();
    await run.show(ui.offer({ as: 'notice' }));
    expect(box(ui.notice()).left).to.be.greaterThan(100);
  });

  it('DOM-19: a dialog that keeps the focus is not fought with: help becomes a badge', async () => {
    ui.page(
      `<div id="modal" role="dialog" aria-modal="true" aria-label="Terms"><button id="ok">OK</button></div>`,
    );
    const modal = document.getElementById('modal') as HTMLElement;
    let pulls = 0;
    const pull = (event: FocusEvent) => {
      if (event.target instanceof Node && modal.contains(event.target)) return;
      pulls++;
      document.getElementById('ok')?.focus();
    };
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice', actions: [] }));
    document.addEventListener('focusin', pull);
    ui.part(ui.notice(), 'close').focus();
    await ui.until(() => ui.badge());
    document.removeEventListener('focusin', pull);
    expect(pulls).to.equal(1);
    expect(ui.notice() === null).to.equal(true);
    expect(document.activeElement?.id).to.equal('ok');
    // Closed, it is a boundary: help is itself again, without taking the focus or being told anew.
    const answers = [...run.answers];
    modal.remove();
    await ui.until(() => ui.notice());
    expect(ui.badge() === null).to.equal(true);
    expect(ui.notice().focused).to.equal(false);
    expect(run.answers).to.deep.equal(answers);
  });

  it('what a closed dialog has made small does not come back where its cause is gone meanwhile', async () => {
    ui.page(
      `<div id="modal" role="dialog" aria-modal="true" aria-label="Terms"><button id="ok">OK</button></div>`,
    );
    const modal = document.getElementById('modal') as HTMLElement;
    const pull = (event: FocusEvent) => {
      if (!(event.target instanceof Node && modal.contains(event.target)))
        document.getElementById('ok')?.focus();
    };
    const run = ui.start();
    await run.show(ui.offer({ as: 'notice', actions: [] }));
    document.addEventListener('focusin', pull);
    ui.part(ui.notice(), 'close').focus();
    await ui.until(() => ui.badge());
    document.removeEventListener('focusin', pull);
    await run.show();
    modal.remove();
    await ui.settled();
    await ui.settled();
    expect(ui.notice() === null).to.equal(true);
    expect(ui.badge() === null).to.equal(true);
  });

  for (const [where, css, seen] of [
    ['beside it', 'left:0;bottom:330px;width:40%;height:40px', true],
    ['across the window', 'left:0;bottom:330px;width:100%;height:40px', false],
  ] as const)
    it(`the keyboard of a phone hides nothing of help, nor help the field that is typed into: ${where}`, async () => {
      const field = fixed('field', css);
      const run = ui.start();
      await run.show(ui.offer({ as: 'notice' }));
      const viewport = window.visualViewport as VisualViewport;
      const keyboard = 300;
      Object.defineProperty(viewport, 'height', { get: () => innerHeight - keyboard, configurable: true });
      try {
        field.focus();
        viewport.dispatchEvent(new Event('resize'));
        await ui.until(() => ui.badge());
        await ui.settled();
        expect(ui.notice() === null).to.equal(true);
        expect(document.activeElement).to.equal(field);
        expect(ui.badge().checkVisibility({ visibilityProperty: true })).to.equal(seen);
        if (seen) {
          expect(box(ui.badge()).bottom).to.be.at.most(innerHeight - keyboard);
          expect(overlaps(box(ui.badge()), box(field))).to.equal(false);
        }
      } finally {
        delete (viewport as { height?: number }).height;
        viewport.dispatchEvent(new Event('resize'));
      }
      // Without the keyboard it has its corner again, and does not open by itself.
      expect(ui.badge().checkVisibility({ visibilityProperty: true })).to.equal(true);
      expect(innerHeight - box(ui.badge()).bottom).to.be.closeTo(16, 1);
      expect(ui.notice() === null).to.equal(true);
    });
});
