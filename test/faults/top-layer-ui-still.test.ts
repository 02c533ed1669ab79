import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeEngines, type Page } from '../support/engines/index.js';
import { frames, visit } from './support/dom-events.js';
import { askForHelp, asNotice } from './support/top-layer-ui.js';

describeEngines(
  'faults: top-layer-ui, without motion',
  (engine) => {
    let page: Page;
    beforeAll(async () => {
      page = await engine().newPage();
    });
    afterAll(() => page?.close());

    for (const [what, config] of Object.entries({ inline: undefined, notice: asNotice }))
      it(`UI-10: who wants less motion gets none: ${what}`, () =>
        visit(
          page,
          {
            ...(config && { config }),
            inject: () => {
              const { prototype } = Document as unknown as { prototype: Record<string, unknown> };
              if ('startViewTransition' in prototype)
                prototype['startViewTransition'] = () => {
                  throw new Error('A view transition');
                };
            },
          },
          async () => {
            await askForHelp(page);
            await frames(page, 2);
            const moving = () =>
              page.evaluate(() => {
                const widgets = [...document.querySelectorAll('antes-inline, antes-notice, antes-layer')];
                const all = widgets.flatMap((one) => [one, ...one.shadowRoot!.querySelectorAll('*')]);
                const long = (text: string) => text.split(',').some((part) => Number.parseFloat(part) > 0.01);
                return {
                  seen: all.length,
                  running: widgets.flatMap((one) => one.shadowRoot!.getAnimations()).length,
                  moving: all.filter((one) => {
                    const { animationName, animationDuration, transitionDuration } = getComputedStyle(one);
                    return (animationName !== 'none' && long(animationDuration)) || long(transitionDuration);
                  }).length,
                };
              });
            const { seen, ...rest } = await moving();
            expect(seen).toBeGreaterThan(5);
            expect(rest).toEqual({ running: 0, moving: 0 });
          },
        ));
  },
  { reducedMotion: true },
);
