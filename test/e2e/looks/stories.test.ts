import { afterAll, beforeAll, expect, it } from 'vitest';
import {
  type Engine,
  type EngineName,
  type Page,
  type Preferences,
  describeEngines,
} from '../../support/engines/index.js';
import { startShop, type Shop } from '../support/shop.js';
import { AXE } from '../../support/axe.js';

interface Look {
  readonly query: string;
  readonly width: number;
  readonly preferences?: Preferences;
}

/** Each view of the shop's /stories is looked at in each of these. */
const LOOKS: Readonly<Record<string, Look>> = {
  light: { query: 'scheme=light', width: 1280 },
  dark: { query: 'scheme=dark', width: 1280 },
  'from right to left': { query: 'scheme=light&lang=ar', width: 1280 },
  'dark, from right to left, 320 pixels wide': { query: 'scheme=dark&lang=ar', width: 320 },
  '320 pixels wide, long words': { query: 'scheme=light&lang=de', width: 320 },
  'in the colours of the system': { query: 'scheme=light&theme=plain', width: 1280 },
  'in forced colours': { query: 'scheme=light', width: 1280, preferences: { forcedColors: true } },
  'with reduced motion': { query: 'scheme=light', width: 1280, preferences: { reducedMotion: true } },
};
const VIEWS = [
  'inline',
  'notice',
  'hint',
  'guide',
  'feedback',
  'badge',
  'quiet',
  'status',
  'banner',
  'floating',
  'panel',
  'panel-found',
  'panel-nothing',
  'panel-answer',
  'contact-closed',
  'contact-review',
  'contact-failed',
  'contact-call',
  'contact-call-wrong',
  'contact-call-sent',
  'contact-code',
];

/** Parts of cards that are fetched by themselves: a card without them looks well too. */
const PARTS: Readonly<Record<string, string>> = {
  guide: 'antes-guide',
  feedback: 'antes-feedback',
  status: 'antes-status',
};

/** `npm test -- looks`; with every change, each engine looks at each view once, and at no two next to each other alike. */
const ALL = process.env['ANTES_E2E'] === 'looks';
/** Where an engine begins in the list of looks: far enough from the others that each view is seen in three. */
const FIRST: Readonly<Record<EngineName, number>> = { chromium: 0, firefox: 3, webkit: 5 };

const looksOf = (engine: EngineName): string[] =>
  Object.keys(LOOKS).filter((look) => engine !== 'webkit' || !LOOKS[look]!.preferences?.forcedColors);

function viewsIn(look: string, engine: EngineName): string[] {
  const looks = looksOf(engine);
  const nth = looks.indexOf(look);
  if (nth === -1) return [];
  return ALL ? VIEWS : VIEWS.filter((_view, i) => (i + FIRST[engine]) % looks.length === nth);
}

interface Seen {
  readonly violations: string[];
  readonly widgets: number;
  /** Of ours, inside of them. */
  readonly parts: readonly string[];
  /** How far the page can be scrolled sideways. */
  readonly sideways: number;
  /** Animations that take more than a frame, but for what is there at one moment and not at the next. */
  readonly moving: string[];
  /** What the page is told that was asked of the system. */
  readonly told: Preferences;
}

/** The page of stories is ours too, but what is judged are the widgets in it. */
const LOOK = `(async () => {
  const tags = [...document.querySelectorAll('*')].filter(({ localName }) => localName.startsWith('antes-') && localName !== 'antes-layer');
  const moving = [];
  const arrive = (root) => {
    for (const animation of root.getAnimations()) {
      const { activeDuration, iterations } = animation.effect.getComputedTiming();
      const swaps = animation.effect.getKeyframes().every(({ easing }) => /^step/.test(easing));
      if (activeDuration > 16 && !swaps) moving.push(animation.animationName ?? animation.transitionProperty);
      if (iterations !== Infinity) animation.finish();
    }
    for (const { shadowRoot } of root.querySelectorAll('*')) if (shadowRoot) arrive(shadowRoot);
  };
  arrive(document);
  const { violations } = await axe.run({ include: tags }, { resultTypes: ['violations'] });
  return {
    violations: violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => id + ' ' + target.flat().join(' '))),
    widgets: tags.length,
    parts: tags.flatMap(({ shadowRoot }) => [...(shadowRoot?.querySelectorAll('*') ?? [])].map((one) => one.localName)),
    sideways: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    moving,
    told: {
      forcedColors: matchMedia('(forced-colors: active)').matches,
      reducedMotion: matchMedia('(prefers-reduced-motion: reduce)').matches,
    },
  };
})()`;

/** Engines are told once what was asked of the system. */
for (const preferences of [{}, { forcedColors: true }, { reducedMotion: true }] as const) {
  const looks = Object.keys(LOOKS).filter(
    (look) => JSON.stringify(LOOKS[look]!.preferences ?? {}) === JSON.stringify(preferences),
  );
  describeEngines(
    `every state ${looks.length === 1 ? looks[0] : 'in every look'}`,
    (engine, name) => judge(engine, name, looks, preferences),
    preferences,
  );
}

function judge(engine: () => Engine, name: EngineName, looks: readonly string[], preferences: Preferences) {
  let shop: Shop;
  let page: Page;
  beforeAll(async () => {
    shop = await startShop({ scripts: [] });
    page = await engine().newPage();
  });
  afterAll(async () => {
    await page.close();
    await shop.close();
  });

  for (const look of looks) {
    const { query, width } = LOOKS[look]!;
    it.each(viewsIn(look, name))(
      `%s, ${look}: nothing to object to, and no scrolling sideways`,
      async (view) => {
        await page.setViewport(width, 800);
        await page.goto(`${shop.origin}/stories/?view=${view}&${query}`);
        await page.waitFor('document.documentElement.dataset.ready !== undefined');
        await page.evaluate(`(() => { ${AXE} })()`);
        const { violations, widgets, parts, sideways, moving, told } = await page.evaluate<Seen, []>(LOOK);
        expect(widgets).toBeGreaterThan(0);
        if (PARTS[view]) expect(parts).toContain(PARTS[view]);
        expect(violations).toEqual([]);
        expect(sideways).toBe(0);
        expect(told).toEqual({ forcedColors: false, reducedMotion: false, ...preferences });
        if (told.reducedMotion) expect(moving).toEqual([]);
      },
    );
  }
}
