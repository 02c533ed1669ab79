import type { Detected, Figure } from '../simulate/detection.js';
import type { Separation, Study } from '../simulate/iweb-study.js';
import { BLUE, draw, INK, RED } from '../support/draw.mjs';

const WIDTH = 460;
const ROW = 16;

interface Row extends Figure {
  readonly name: string;
  readonly kind?: string;
}

/** A dot and its interval for each name, one below the other. */
const dots = (rows: readonly Row[], title: string, scale: object, mark?: { at: number; text: string }) => ({
  width: WIDTH,
  height: { step: ROW },
  data: { values: rows },
  encoding: {
    y: {
      field: 'name',
      type: 'nominal',
      sort: null,
      title: null,
      axis: { grid: true, ticks: false, labelPadding: 10 },
    },
  },
  layer: [
    {
      mark: { type: 'rule', color: '#8c959f', size: 2 },
      encoding: { x: { field: 'low', type: 'quantitative', scale, title }, x2: { field: 'high' } },
    },
    {
      mark: { type: 'point', filled: true, size: 46, opacity: 1 },
      encoding: {
        x: { field: 'value', type: 'quantitative' },
        color: {
          field: 'kind',
          type: 'nominal',
          legend: null,
          scale: { domain: ['own', 'other'], range: [BLUE, RED] },
        },
      },
    },
    ...(mark
      ? [
          {
            data: { values: [mark] },
            mark: { type: 'rule', strokeDash: [4, 3], color: INK },
            encoding: { x: { field: 'at', type: 'quantitative' }, y: null },
          },
        ]
      : []),
  ],
});

const own = (rows: readonly Row[]): Row[] => rows.map((row) => ({ kind: 'own', ...row }));
const asRow =
  (kind: string) =>
  ({ name, auc, low, high }: Separation): Row => ({ name, value: auc, low, high, kind });

const roc = ({ roc: points, score }: Study) => ({
  width: 300,
  height: 300,
  layer: [
    {
      data: { values: points.map(([x, y], i) => ({ x, y, i })) },
      mark: { type: 'line', color: BLUE, interpolate: 'step-after' },
      encoding: {
        x: { field: 'x', type: 'quantitative', title: 'share of the well rated tasks at or above' },
        y: { field: 'y', type: 'quantitative', title: 'share of the badly rated tasks at or above' },
        order: { field: 'i' },
      },
    },
    {
      data: {
        values: [
          { x: 0, y: 0 },
          { x: 1, y: 1 },
        ],
      },
      mark: { type: 'line', color: '#8c959f', strokeDash: [4, 3] },
      encoding: { x: { field: 'x', type: 'quantitative' }, y: { field: 'y', type: 'quantitative' } },
    },
    {
      data: { values: [{ x: 0.62, y: 0.12, text: `area ${score.auc.toFixed(3)}` }] },
      mark: { type: 'text', color: INK, fontSize: 13 },
      encoding: {
        x: { field: 'x', type: 'quantitative' },
        y: { field: 'y', type: 'quantitative' },
        text: { field: 'text' },
      },
    },
  ],
});

const RATINGS = ['1 bad', '2 poor', '3 fair', '4 good', '5 excellent'];
const ratings = ({ byRating }: Study) => ({
  width: WIDTH,
  height: { step: 34 },
  data: { values: byRating.flatMap((scores, i) => scores.map((score) => ({ rating: RATINGS[i], score }))) },
  encoding: {
    x: { field: 'score', type: 'quantitative', title: 'struggle when the task ends' },
    y: { field: 'rating', type: 'nominal', sort: null, title: null },
  },
  layer: [
    {
      mark: {
        type: 'boxplot',
        size: 18,
        color: '#b6d0e8',
        median: { color: INK },
        outliers: false,
        extent: 1.5,
      },
    },
    { mark: { type: 'tick', color: BLUE, opacity: 0.45, height: 14 } },
  ],
});

/** By name, as SVG. */
export async function pictures(detected: Detected, rated: Study): Promise<Record<string, string>> {
  const { signals } = detected;
  const recalls = signals.filter(({ sessions }) => sessions > 0);
  return {
    recall: await draw(
      dots(
        own(recalls.map(({ signal, recall }) => ({ name: signal, ...recall }))),
        'share of the troubled sessions in which it was told (recall), with 95 % interval',
        { domain: [0.5, 1], clamp: true },
      ),
    ),
    'false-alarms': await draw(
      dots(
        own(signals.map(({ signal, falsePerHour }) => ({ name: signal, ...falsePerHour }))),
        'false alarms per active hour of people who are fine, with 95 % interval',
        { zero: true },
      ),
    ),
    delay: await draw(
      dots(
        own(recalls.map(({ signal, delayMs }) => ({ name: signal, ...delayMs }))),
        'median milliseconds from meeting the definition to the signal, with 95 % interval',
        { zero: true },
      ),
    ),
    'iweb-roc': await draw(roc(rated)),
    'iweb-ratings': await draw(ratings(rated)),
    'iweb-auc': await draw(
      dots(
        [rated.score, ...rated.scores].map(asRow('own')).concat(rated.rules.map(asRow('other'))),
        'area under the ROC curve, with 95 % interval over subjects',
        { domain: [0.3, 1], clamp: true },
        { at: 0.5, text: 'chance' },
      ),
    ),
  };
}
