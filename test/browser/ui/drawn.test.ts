import { expect } from '@open-wc/testing';
import * as ui from './support.js';

const FIELD = '<input data-antes-anchor="field">';
const own = Object.getOwnPropertyDescriptor(Document.prototype, 'readyState')!;
const loading = (still: boolean) =>
  Object.defineProperty(Document.prototype, 'readyState', still ? { ...own, get: () => 'interactive' } : own);

describe('a page that is still being drawn', () => {
  beforeEach(() => void loading(true));
  afterEach(() => {
    loading(false);
    ui.stopAll();
    ui.clearPage();
  });

  it('is waited for: the card comes with its anchor, and no problem is told', async () => {
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'notice' }));
    expect(run.answers).to.deep.equal([]);
    ui.page(FIELD);
    await ui.until(() => run.answers.length);
    expect(run.answers).to.deep.equal(['shown inline']);
    expect(run.problems).to.deep.equal([]);
  });

  it('and not for ever', async () => {
    const run = ui.start();
    await run.show(ui.offer({ orElse: 'notice' }));
    await ui.until(() => run.answers.length, 5_000);
    expect(run.answers).to.deep.equal(['shown notice']);
    expect(run.problems).to.deep.equal(['ANCHOR_MISSING']);
  });

  it('help that is taken back meanwhile does not come', async () => {
    const run = ui.start();
    await run.show(ui.offer());
    await run.show();
    ui.page(FIELD);
    await ui.settled();
    expect(ui.inline()).to.equal(null);
    expect(run.answers).to.deep.equal([]);
  });
});

describe('help that says that it is solved, on a step that is left', () => {
  afterEach(() => {
    ui.stopAll();
    ui.clearPage();
  });

  it('goes with its anchor: it does not come back in another form, and nothing is missing', async () => {
    ui.page(FIELD);
    const run = ui.start();
    const one = ui.offer({ orElse: 'notice' });
    await run.show(one);
    await run.show({ ...one, leaving: 'solved' });
    ui.clearPage();
    await ui.until(() => run.answers.length > 1, 6_000);
    expect(run.answers).to.deep.equal(['shown inline', 'gone']);
    expect(run.problems).to.deep.equal([]);
    expect(ui.notice()).to.equal(null);
  });
});
