import { expect } from '@open-wc/testing';
import type { TemplateResult } from 'lit';
import { createGuard } from '../../../src/core/guard.js';
import { html } from '../../../src/ui/html.js';
import { register } from '../../../src/ui/register.js';
import { SafeElement } from '../../../src/ui/safe.js';

/** Fails wherever it is told to. */
class Failing extends SafeElement {
  fails = '';
  readonly done: string[] = [];
  private _do(what: string): void {
    if (this.fails === what) throw new Error(what);
    this.done.push(what);
  }
  protected override connected(): void {
    this._do('connected');
  }
  protected override async disconnected(): Promise<void> {
    this._do('disconnected');
    await Promise.resolve();
    this._do('gone');
  }
  protected override render(): TemplateResult {
    return html`<button @click=${() => this._do('press')}>Press</button
      ><input
        @change=${async (event: Event) => {
          const { value } = event.target as HTMLInputElement;
          await Promise.resolve();
          this._do(`${value} at last`);
        }}
      />`;
  }
}
register('test-failing', Failing);

describe('an element of ours', () => {
  const { guard } = SafeElement;
  let told: string[];
  let element: Failing;

  beforeEach(() => {
    told = [];
    SafeElement.guard = createGuard((code, path) => told.push(`${code} ${path}`) > 0);
    element = new Failing();
  });
  afterEach(() => {
    element.remove();
    SafeElement.guard = guard;
  });

  /** Everything that can be done with it, once. */
  async function use(): Promise<void> {
    document.body.append(element);
    await element.updateComplete;
    element.renderRoot.querySelector('button')!.click();
    const input = element.renderRoot.querySelector('input')!;
    input.value = 'changed';
    input.dispatchEvent(new Event('change'));
    await Promise.resolve();
    element.remove();
    // An error that nobody has caught would be told of by now, and fail the test page.
    await new Promise((done) => setTimeout(done));
  }

  it('does what it does', async () => {
    await use();
    expect(told).to.eql([]);
    expect(element.done).to.eql(['connected', 'press', 'changed at last', 'disconnected', 'gone']);
  });

  for (const what of ['connected', 'press', 'changed at last', 'disconnected', 'gone'])
    it(`that fails (${what}) is told under its name, once, and the page hears nothing`, async () => {
      element.fails = what;
      await use();
      expect(told).to.eql(['PART_FAILED ui/test-failing']);
    });

  it('goes on being heard, however often it has failed', async () => {
    element.fails = 'press';
    for (let i = 0; i < 5; i++) await use();
    element.fails = '';
    element.done.length = 0;
    await use();
    expect(element.done).to.eql(['connected', 'press', 'changed at last', 'disconnected', 'gone']);
    expect(told).to.eql(['PART_FAILED ui/test-failing']);
  });
});
