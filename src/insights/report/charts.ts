import type { DayRow, ReasonRow, StepRow, TriggerRow } from '../model.js';
import type { Estimate } from '../statistics/intervals.js';
import { ACCENT, BAD, FAINT, GOOD, LINE, SOFT, WARM } from './draw.js';
import { points, share, whole } from './say.js';

/** Whole numbers only, since less than one would be `200m`; thousands as `5k`; nothing as `0`, not as `0k`. */
const COUNTED = {
  tickCount: 4,
  tickMinStep: 1,
  labelExpr: `datum.value === 0 ? '0' : format(datum.value, '~s')`,
};

const WIDTH = 300;
const LETTERS = 26;

/** Of a long name the beginning. */
const short = (name: string): string =>
  name.length > LETTERS ? `${name.slice(0, LETTERS - 1).trimEnd()}…` : name;

const named = { field: 'name', type: 'nominal', sort: null, title: null } as const;

export interface LiftRow {
  readonly name: string;
  readonly difference: Estimate;
  readonly tone: 'good' | 'bad' | 'none';
}

/** Dots with their intervals, around the line of no difference. */
export function lifts(rows: readonly LiftRow[], title: string): object {
  const values = rows.map(({ name, difference: { value, low, high }, tone }) => ({
    name: short(name),
    tone,
    value: value * 100,
    low: low * 100,
    high: high * 100,
    text: points(value),
  }));
  const most = Math.ceil(Math.max(10, ...values.flatMap(({ low, high }) => [-low, high])) / 10) * 10;
  const colour = {
    field: 'tone',
    type: 'nominal',
    legend: null,
    scale: { domain: ['good', 'bad', 'none'], range: [GOOD, BAD, SOFT] },
  };
  const x = {
    type: 'quantitative',
    scale: { domain: [-most, most] },
    axis: {
      title,
      tickCount: 5,
      labelExpr: "datum.value === 0 ? '0' : format(datum.value, '+d')",
      gridColor: { condition: { test: 'datum.value === 0', value: SOFT }, value: LINE },
    },
  };
  return {
    width: WIDTH,
    height: { step: 34 },
    data: { values },
    encoding: { y: named },
    layer: [
      {
        mark: { type: 'rule', size: 3, cap: 'round', opacity: 0.45 },
        encoding: { x: { field: 'low', ...x }, x2: { field: 'high' }, color: colour },
      },
      {
        mark: { type: 'point', filled: true, size: 110, opacity: 1 },
        encoding: { x: { field: 'value', ...x }, color: colour },
      },
      {
        mark: { type: 'text', dy: -12, fontWeight: 600 },
        encoding: { x: { field: 'value', ...x }, text: { field: 'text' }, color: colour },
      },
    ],
  };
}

/** How many came to each step, how many got past it, and how many struggled there. */
export function funnel(steps: readonly StepRow[]): object {
  const values = steps.flatMap(({ title, entered, completed, struggling }) => [
    { name: short(title), lane: 'a', kind: 'came', n: entered, text: '' },
    { name: short(title), lane: 'a', kind: 'got past it', n: completed, text: share(completed, entered) },
    { name: short(title), lane: 'b', kind: 'struggled', n: struggling, text: share(struggling, entered) },
  ]);
  const y = {
    y: { ...named, scale: { paddingInner: 0.3 } },
    yOffset: { field: 'lane', scale: { paddingInner: 0.12 } },
  };
  const x = {
    field: 'n',
    type: 'quantitative',
    stack: null,
    axis: { title: 'visits', ...COUNTED },
  };
  return {
    width: WIDTH,
    height: { step: 26 },
    data: { values },
    encoding: { ...y, x },
    layer: [
      {
        mark: { type: 'bar', cornerRadiusEnd: 2 },
        encoding: {
          color: {
            field: 'kind',
            type: 'nominal',
            scale: { domain: ['came', 'got past it', 'struggled'], range: [FAINT, ACCENT, WARM] },
          },
        },
      },
      {
        transform: [{ filter: "datum.kind === 'struggled'" }],
        mark: { type: 'text', align: 'left', dx: 6 },
        encoding: { text: { field: 'text' } },
      },
    ],
  };
}

export interface Bar {
  readonly name: string;
  readonly n: number;
}

/** One bar for each, with its number. */
export function bars(rows: readonly Bar[], title: string): object {
  return {
    width: WIDTH,
    height: { step: 34 },
    data: { values: rows.map(({ name, n }) => ({ name: short(name), n, text: whole(n) })) },
    encoding: {
      y: named,
      x: { field: 'n', type: 'quantitative', axis: { title, ...COUNTED } },
    },
    layer: [
      { mark: { type: 'bar', color: WARM, cornerRadiusEnd: 2, height: 18 } },
      { mark: { type: 'text', align: 'left', dx: 6 }, encoding: { text: { field: 'text' } } },
    ],
  };
}

const ENDS = ['acted', 'withdrawn', 'ignored', 'dismissed'] as const;

/** How offers end, as shares. */
export function ends(triggers: readonly TriggerRow[], nameOf: (trigger: string) => string): object {
  const values = triggers.flatMap((row) =>
    ENDS.map((kind, order) => ({ name: short(nameOf(row.trigger)), kind, order, n: row[kind] / row.shown })),
  );
  return {
    width: WIDTH,
    height: { step: 34 },
    data: { values },
    mark: { type: 'bar', height: 18 },
    encoding: {
      y: named,
      x: {
        field: 'n',
        type: 'quantitative',
        axis: { title: 'share of the offers', tickCount: 4, format: '.0%' },
        scale: { domain: [0, 1] },
      },
      order: { field: 'order' },
      color: { field: 'kind', type: 'nominal', scale: { domain: ENDS, range: [GOOD, ACCENT, FAINT, BAD] } },
    },
  };
}

/** Contacts for every hundred completed journeys, day by day. */
export function overTime(days: readonly DayRow[]): object {
  const values = days
    .filter(({ completed }) => completed > 0)
    .map(({ day, contacts, completed }) => ({ day, n: (100 * contacts) / completed }));
  return {
    width: WIDTH + 90,
    height: 190,
    data: { values },
    encoding: {
      x: {
        field: 'day',
        type: 'temporal',
        scale: { type: 'utc' },
        axis: { title: null, format: '%-d %b', grid: false, tickCount: 5, labelFlush: true },
      },
      y: {
        field: 'n',
        type: 'quantitative',
        axis: { title: 'contacts per 100 completed', tickCount: 4 },
        scale: { zero: true },
      },
    },
    layer: [
      { mark: { type: 'line', color: ACCENT, strokeWidth: 2, interpolate: 'monotone' } },
      { mark: { type: 'point', color: ACCENT, filled: true, size: 28, opacity: 1 } },
    ],
  };
}

const PLACES = {
  simplify: { x: 0, y: 0, title: 'Simplify', about: 'irritates them, valuable to us' },
  leverage: { x: 1, y: 0, title: 'Leverage', about: 'valuable to both' },
  eliminate: { x: 0, y: 1, title: 'Eliminate', about: 'irritates both' },
  automate: { x: 1, y: 1, title: 'Automate', about: 'valuable to them, irritates us' },
} as const;
const CELL = { width: 235, height: 178 };
const PER_CELL = 3;

/** What the reasons are to customers and to us; the bigger, the more visits. */
export function quadrants(reasons: readonly ReasonRow[]): object {
  const boxes = Object.values(PLACES).map(({ x, y, title, about }) => ({
    x: x * CELL.width + 3,
    y: y * CELL.height + 3,
    x2: (x + 1) * CELL.width - 3,
    y2: (y + 1) * CELL.height - 3,
    title,
    about,
  }));
  const bubbles = Object.entries(PLACES).flatMap(([name, place]) => {
    const own = reasons.filter(({ quadrant }) => quadrant === name);
    return own.slice(0, PER_CELL).map((reason, i) => ({
      x: place.x * CELL.width + 36,
      y: place.y * CELL.height + 74 + i * 39,
      n: reason.visits,
      title: short(reason.title),
      text:
        i === PER_CELL - 1 && own.length > PER_CELL
          ? `${whole(reason.visits)} visits, and ${own.length - PER_CELL} more`
          : `${whole(reason.visits)} visits`,
    }));
  });
  const x = {
    field: 'x',
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, 2 * CELL.width], nice: false },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    axis: null,
    scale: { domain: [0, 2 * CELL.height], reverse: true, nice: false },
  };
  const label = (field: string, more: object) => ({
    mark: { type: 'text', align: 'left', baseline: 'middle', limit: 0, ...more },
    encoding: { x, y, text: { field } },
  });
  return {
    width: 2 * CELL.width,
    height: 2 * CELL.height,
    layer: [
      {
        data: { values: boxes },
        mark: { type: 'rect', color: FAINT, opacity: 0.35, cornerRadius: 6 },
        encoding: { x, y, x2: { field: 'x2' }, y2: { field: 'y2' } },
      },
      { data: { values: boxes }, ...label('title', { dx: 12, dy: 20, fontSize: 14, fontWeight: 600 }) },
      { data: { values: boxes }, ...label('about', { dx: 12, dy: 38, color: SOFT }) },
      {
        data: { values: bubbles },
        mark: { type: 'point', filled: true, color: WARM, opacity: 0.85 },
        encoding: {
          x,
          y,
          size: { field: 'n', type: 'quantitative', legend: null, scale: { range: [0, 1250], zero: true } },
        },
      },
      { data: { values: bubbles }, ...label('title', { dx: 30, dy: -8 }) },
      { data: { values: bubbles }, ...label('text', { dx: 30, dy: 9, color: SOFT }) },
    ],
  };
}
