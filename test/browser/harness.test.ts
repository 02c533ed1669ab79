import { expect } from '@open-wc/testing';
import { resetMouse, sendKeys } from '@web/test-runner-commands';
import { click, pressKey } from '../support/input.js';
import { failOnProblems, takeProblems } from '../support/page-guard.js';

/** The tests' own tools: input that the browser trusts, and a guard that does not look away. */
describe('browser harness', () => {
  let stage: HTMLElement;

  beforeEach(() => {
    stage = document.createElement('div');
    stage.innerHTML = '<button>Press</button><input aria-label="Name" /><input aria-label="Street" />';
    document.body.append(stage);
  });
  afterEach(async () => {
    stage.remove();
    await resetMouse();
  });

  const next = <T extends Event>(target: EventTarget, type: string): Promise<T> =>
    new Promise((resolve) => target.addEventListener(type, (event) => resolve(event as T), { once: true }));

  it('clicks with a trusted pointer', async () => {
    const button = stage.querySelector('button')!;
    const clicked = next<PointerEvent>(button, 'click');
    await click(button);
    expect((await clicked).isTrusted).to.equal(true);
  });

  it('types and moves the focus with trusted keys', async () => {
    const [name, street] = stage.querySelectorAll('input');
    name!.focus();
    const pressed = next<KeyboardEvent>(name!, 'keydown');
    await sendKeys({ type: 'Ana B' });
    await sendKeys({ press: 'Tab' });
    expect((await pressed).isTrusted).to.equal(true);
    expect(name!.value).to.equal('Ana B');
    expect(document.activeElement).to.equal(street);
    await pressKey('Space');
    expect(street!.value).to.equal(' ');
    await pressKey('Shift+Tab');
    expect(document.activeElement).to.equal(name);
  });

  // Each of these would fail its test if it were not taken back.
  const complaints: Record<string, () => void> = {
    'console.error': () => console.error('expected: said on purpose'),
    'an unhandled rejection': () => void Promise.reject('expected: on purpose'),
    'an uncaught error': () => {
      // Mocha's own window.onerror would fail the test at once, which is not what is tried here.
      const { onerror } = window;
      window.onerror = null;
      window.dispatchEvent(new ErrorEvent('error', { message: 'on purpose' }));
      window.onerror = onerror;
    },
    'a policy report': () => {
      document.dispatchEvent(
        new SecurityPolicyViolationEvent('securitypolicyviolation', {
          bubbles: true,
          effectiveDirective: 'style-src',
        }),
      );
    },
  };
  for (const [name, complain] of Object.entries(complaints)) {
    it(`fails a test on ${name}`, async () => {
      const { onunhandledrejection } = window;
      window.onunhandledrejection = null;
      const { error } = console;
      // The test runner tells of rejections on its own.
      if (name !== 'console.error') console.error = () => {};
      complain();
      const stub: Pick<Mocha.Test, 'state' | 'err'> = { state: 'passed', err: undefined };
      await failOnProblems(stub);
      window.onunhandledrejection = onunhandledrejection;
      console.error = error;
      expect(stub.state).to.equal('failed');
      expect(takeProblems()).to.deep.equal([]);
    });
  }
});
