import fc from 'fast-check';
import * as ui from './support.js';

type Deed =
  | { readonly type: 'offer'; readonly as: 'inline' | 'hint' | 'notice' | 'badge'; readonly anchor: string }
  | { readonly type: 'take' | 'leave' | 'change'; readonly index: number }
  | { readonly type: 'focus'; readonly id: string }
  | { readonly type: 'redraw' | 'remove' | 'dialog' | 'close' | 'pause' };

const IDS = ['a', 'b', 'c'];
const FORM = '<input id="a"><p>Between</p><input id="b"><div style="height:300px"></div><input id="c">';
const index = fc.nat({ max: 4 });
const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({
    type: fc.constant('offer' as const),
    as: fc.constantFrom('inline', 'hint', 'notice', 'badge'),
    anchor: fc.constantFrom('#a', '#b', '#c', '#nowhere'),
  }),
  fc.record({ type: fc.constantFrom('take', 'leave', 'change'), index }),
  fc.record({ type: fc.constant('focus' as const), id: fc.constantFrom(...IDS) }),
  fc.record({ type: fc.constantFrom('redraw', 'remove', 'dialog', 'close', 'pause') }),
);
/** From the address (`?seed=…`), so that what has failed can be played again. */
const seed = Number(new URLSearchParams(location.search).get('seed')) || Date.now() % 2 ** 31;

describe('whatever happens', () => {
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
  });

  it('DOM-19: the focus is never taken unasked', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(deed, { minLength: 3, maxLength: 14 }), async (deeds) => {
        const box = ui.page(`<form>${FORM}</form><dialog id="d"><button id="ok">OK</button></dialog>`);
        const form = box.querySelector('form') as HTMLFormElement;
        const dialog = box.querySelector('dialog') as HTMLDialogElement;
        const run = ui.start();
        const taken: string[] = [];
        const watch = (event: FocusEvent) => {
          const target = event.composedPath()[0] as Element;
          if (![...IDS, 'ok', 'd'].includes(target.id)) taken.push(target.localName);
        };
        document.addEventListener('focusin', watch, true);
        for (const one of deeds) {
          const offers = run.stores.$offers.get();
          const at = 'index' in one ? offers[one.index] : undefined;
          if (one.type === 'offer')
            run.stores.$offers.set([
              ...offers,
              ui.offer({ as: one.as, anchor: one.anchor, orElse: 'badge' }),
            ]);
          else if (one.type === 'take') run.stores.$offers.set(offers.filter((other) => other !== at));
          else if (one.type === 'leave' || one.type === 'change')
            run.stores.$offers.set(
              offers.map((other) =>
                other !== at
                  ? other
                  : one.type === 'leave'
                    ? { ...other, leaving: 'withdrawn' as const }
                    : { ...other, title: `${other.title}!` },
              ),
            );
          else if (one.type === 'focus') document.getElementById(one.id)?.focus();
          else if (one.type === 'redraw') form.innerHTML = FORM;
          else if (one.type === 'remove') form.lastElementChild?.remove();
          else if (one.type === 'dialog' && !dialog.open) dialog.showModal();
          else if (one.type === 'close') dialog.close();
          await (one.type === 'pause' ? ui.settled() : Promise.resolve());
        }
        await ui.settled();
        document.removeEventListener('focusin', watch, true);
        dialog.close();
        ui.stopAll();
        ui.clearPage();
        if (taken.length > 0) throw new Error(`The focus was taken by ${taken.join()}`);
      }),
      { numRuns: 25, seed, interruptAfterTimeLimit: 20_000 },
    );
  }).timeout(40_000);
});
