import type { Page } from '../../support/engines/index.js';

/** One `antes:*` event, as witness.js wrote it down. */
export interface Told {
  readonly type: 'signal' | 'level' | 'help' | 'contact' | 'problem';
  readonly detail: Readonly<Record<string, any>>; // oxlint-disable-line typescript/no-explicit-any -- asserted on by each test
  /** Milliseconds since the customer's last key or press. */
  readonly sinceInput: number;
  /** Id of what had the focus at that moment. */
  readonly focus: string;
}

/** Everything that was told in this tab. */
export const told = (page: Page): Promise<Told[]> =>
  page.evaluate(() => JSON.parse(sessionStorage.getItem('witness') ?? '[]') as Told[]);

const ofType = async (page: Page, type: Told['type']) =>
  (await told(page)).filter((one) => one.type === type);
export const problems = async (page: Page): Promise<string[]> =>
  (await ofType(page, 'problem')).map(({ detail }) => String(detail['code']));
export const signals = async (page: Page): Promise<string[]> =>
  (await ofType(page, 'signal')).map(({ detail }) => String(detail['name']));
/** `card-declined-twice shown` and the like, in order. */
export const helps = async (page: Page): Promise<string[]> =>
  (await ofType(page, 'help')).map(({ detail }) => `${detail['trigger']} ${detail['phase']}`);
/** Ids of the triggers that were shown. */
export const shown = async (page: Page): Promise<string[]> =>
  (await helps(page)).filter((one) => one.endsWith(' shown')).map((one) => one.split(' ')[0]!);

/** Waits until a help has come to a phase, and returns what was told then. */
export async function waitForHelp(
  page: Page,
  trigger: string,
  phase = 'shown',
  timeout = 6_000,
): Promise<Told> {
  return page.waitFor(
    (wanted, reached) =>
      (JSON.parse(sessionStorage.getItem('witness') ?? '[]') as Told[]).find(
        ({ type, detail }) => type === 'help' && detail['trigger'] === wanted && detail['phase'] === reached,
      ),
    { args: [trigger, phase], timeout, message: `help '${trigger}' to be ${phase}` },
  );
}
export const waitForSignal = (page: Page, name: string, timeout = 6_000): Promise<unknown> =>
  page.waitFor(
    (wanted) =>
      (JSON.parse(sessionStorage.getItem('witness') ?? '[]') as Told[]).some(
        ({ type, detail }) => type === 'signal' && detail['name'] === wanted,
      ),
    { args: [name], timeout, message: `signal '${name}'` },
  );
export const waitForProblem = (page: Page, code: string, timeout = 6_000): Promise<Told> =>
  page.waitFor(
    (wanted) =>
      (JSON.parse(sessionStorage.getItem('witness') ?? '[]') as Told[]).find(
        ({ type, detail }) => type === 'problem' && detail['code'] === wanted,
      ),
    { args: [code], timeout, message: `problem '${code}'` },
  );

/** What a card of ours says: title, body, labels of its actions. */
export const textOf = (page: Page, element: string): Promise<string> =>
  page.evaluate((name) => {
    const card = document.querySelector(name);
    return (card?.shadowRoot?.textContent ?? card?.textContent ?? '').replace(/\s+/g, ' ').trim();
  }, element);

/** Elements of ours that are in the page now, but for the button that the shop always has in its corner. */
export const ours = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const isLauncher = (one: Element) =>
      one.localName === 'antes-layer' ||
      (one.localName === 'antes-badge' && (one as unknown as { count: number }).count === 0);
    return [...document.querySelectorAll('*')]
      .filter((one) => one.localName.startsWith('antes-') && !isLauncher(one))
      .map(({ localName }) => localName);
  });

/** Names of the gates that keep a help back now: while there is one, it cannot come. */
export const closedGates = (page: Page, trigger: string): Promise<string[]> =>
  page.evaluate((id) => {
    const { antes } = globalThis as unknown as {
      antes: { why(trigger: string): { gates: { gate: string; pass: boolean }[] }[] };
    };
    return antes.why(id).flatMap(({ gates }) => gates.flatMap(({ gate, pass }) => (pass ? [] : [gate])));
  }, trigger);

/** For `afterEach`: where a test has failed, says what Antes has told, and which gates kept help back. */
export async function explainFailure(
  page: Page,
  { task }: { task: { name: string; result?: { state: string } | undefined } },
): Promise<void> {
  if (task.result?.state !== 'fail') return;
  const closed = await page.evaluate(() => {
    type Why = { trigger: string; gates: { gate: string; pass: boolean; value: unknown }[] }[];
    const { antes } = globalThis as unknown as { antes?: { why?(): Why } };
    return (antes?.why?.() ?? []).map(
      ({ trigger, gates }) =>
        `${trigger}: ${gates.flatMap(({ gate, pass, value }) => (pass ? [] : [`${gate} (${String(value)})`])).join(', ')}`,
    );
  });
  const lines = (await told(page)).map(({ type, detail }) => `${type} ${JSON.stringify(detail)}`);
  console.log([`After "${task.name}":`, ...lines, ...closed].join('\n  '));
}
