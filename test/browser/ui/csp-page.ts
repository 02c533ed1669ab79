/** Runs in csp.html: everything there is to see, under a policy without any 'unsafe-…'. No test tools: they break it. */
import type { Offer } from '../../../src/state/stores.js';

const violations: string[] = [];
document.addEventListener('securitypolicyviolation', (event) =>
  violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`),
);
Object.assign(globalThis, { process: { env: { NODE_ENV: 'production' } } });
const tell = (data: object) => parent.postMessage({ violations, ...data }, '*');
const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

try {
  const [{ createStores }, { startUi }, { uiPort }] = await Promise.all([
    import('../../../src/state/stores.js'),
    import('../../../src/ui/index.js'),
    import('../../support/ui-port.js'),
  ]);
  const shown: string[] = [];
  const stores = createStores('es');
  startUi(
    uiPort(stores, {
      answer: (_id, { phase, as }) => void shown.push(`${phase} ${as}`),
      act: () => Promise.resolve(false),
      problem: (code) => void shown.push(code),
    }),
  );
  const offer = (id: number, as: Offer['as']): Offer => ({
    id,
    as,
    trigger: 'test',
    reason: 'test',
    anchor: 'field',
    orElse: 'nothing',
    title: 'Help',
    tone: 'info',
    body: '**One** [link](https://example.com/)\n- item',
    feedback: 'helpful',
    lang: 'en',
    dir: 'ltr',
    because: 'payment',
    leaving: false,
    actions: [{ label: 'Go', style: 'primary' }],
  });
  const { STATES } = await import('../../../demo/stories/sources.js');
  stores.$sources.set({ order: STATES['Exception']! });
  const offers = [
    offer(1, 'inline'),
    offer(2, 'notice'),
    offer(3, 'badge'),
    { ...offer(4, 'banner'), source: 'order' },
  ];
  // One after the other: a banner on its way lies over what is at the top of so small a page.
  for (let made = 1; made <= offers.length; made++) {
    stores.$offers.set(offers.slice(0, made));
    for (let tries = 0; tries < 150 && shown.length < made; tries++) await wait(20);
  }
  const root = document.querySelector('antes-inline')?.shadowRoot;
  for (const part of ['why', 'action']) root?.querySelector<HTMLElement>(`[part~="${part}"]`)?.click();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true }));
  await wait(200);
  const action = root?.querySelector('[part~="action"]');
  tell({ shown, color: action ? getComputedStyle(action).color : '' });
} catch (error) {
  tell({ shown: [String(error)], color: '' });
}
