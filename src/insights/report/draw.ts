import { createHash } from 'node:crypto';
import type { TopLevelSpec } from 'vega-lite';
import { escape, raw, type Markup } from './markup.js';

/** Colours are those of the page, so that one drawing fits light, dark and paper. */
const INK = 'var(--ink)';
export const SOFT = 'var(--soft)';
export const GOOD = 'var(--good)';
export const BAD = 'var(--bad)';
export const ACCENT = 'var(--accent)';
export const WARM = 'var(--warm)';
export const FAINT = 'var(--faint)';
export const LINE = 'var(--line)';

const CONFIG = {
  background: 'transparent',
  font: 'system-ui, sans-serif',
  aria: false,
  view: { stroke: null },
  axis: {
    domain: false,
    ticks: false,
    labelColor: SOFT,
    labelFontSize: 12.5,
    labelPadding: 8,
    labelLimit: 0,
    titleColor: SOFT,
    titleFontSize: 12.5,
    titleFontWeight: 'normal',
    titlePadding: 10,
    gridColor: LINE,
  },
  axisY: { labelColor: INK },
  legend: { labelColor: SOFT, labelFontSize: 12.5, title: null, orient: 'top', symbolType: 'square' },
  text: { fontSize: 12.5, color: INK },
} as const;

const SIZE = /^<svg [^>]*viewBox="([^"]+)"[^>]*>/;

/** The drawing is one image; what its parts are says the sentence. */
const INNER_ROLES = / (?:role|aria-[a-z]+)="[^"]*"/g;

/** Names in a drawing hold for the whole page. */
const CLIPS = /(id="|url\(#)clip(\d+)/g;

/** A chart as SVG that grows with the page, with one sentence for those who do not see it. */
export async function draw(spec: object, alt: string): Promise<Markup> {
  const [vega, { compile }] = await Promise.all([import('vega'), import('vega-lite')]);
  const { spec: compiled } = compile({ config: CONFIG, padding: 2, ...spec } as TopLevelSpec, {
    logger: vega.logger(vega.Error),
  });
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Error });
  const svg = await view.toSVG();
  view.finalize();
  const box = SIZE.exec(svg)?.[1] ?? '0 0 0 0';
  const width = box.split(' ')[2] ?? '0';
  const own = createHash('sha256').update(alt).digest('hex').slice(0, 8);
  const label = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${width}" role="img" aria-label="${escape(alt)}">`;
  return raw(
    svg
      .replaceAll(INNER_ROLES, '')
      .replaceAll(CLIPS, `$1clip-${own}-$2`)
      .replace(SIZE, () => label),
  );
}
