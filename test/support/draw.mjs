import * as vega from 'vega';
import { compile } from 'vega-lite';

export const INK = '#24292f';
export const BLUE = '#0b62a4';
export const RED = '#b3261e';
export const GREY = '#8c959f';

const CONFIG = {
  background: '#fff',
  font: 'system-ui, sans-serif',
  view: { stroke: null },
  axis: {
    labelColor: INK,
    titleColor: INK,
    titleFontWeight: 'normal',
    gridColor: '#e6e8eb',
    labelLimit: 0,
  },
};

/** A picture for the docs, as SVG. The same figures give the same bytes. @param {object} spec of Vega-Lite */
export async function draw(spec) {
  const { spec: compiled } = compile(
    /** @type {import('vega-lite').TopLevelSpec} */ ({ config: CONFIG, padding: 8, ...spec }),
  );
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logLevel: vega.Warn });
  const svg = await view.toSVG();
  view.finalize();
  return `${svg}\n`;
}
