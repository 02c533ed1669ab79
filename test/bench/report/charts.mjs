import { BLUE, draw, GREY, RED } from '../../support/draw.mjs';
import { isFloor } from './say.mjs';

const WIDTH = 420;
const ROW = 22;

const kindOf = ({ id }) => (id.startsWith('antes') ? 'Antes' : 'other');
const colour = {
  field: 'kind',
  type: 'nominal',
  legend: null,
  scale: { domain: ['Antes', 'other'], range: [BLUE, GREY] },
};

/** The median and the range of the rounds, one below the other. */
const dots = (values, title, mark) => ({
  width: WIDTH,
  height: { step: ROW },
  data: { values },
  encoding: {
    y: { field: 'name', type: 'nominal', sort: null, title: null, axis: { grid: true, ticks: false } },
  },
  layer: [
    {
      mark: { type: 'rule', size: 2, color: GREY },
      encoding: { x: { field: 'min', type: 'quantitative', title }, x2: { field: 'max' } },
    },
    {
      mark: { type: 'point', filled: true, size: 60, opacity: 1 },
      encoding: { x: { field: 'median', type: 'quantitative' }, color: colour },
    },
    ...(mark === undefined
      ? []
      : [
          {
            data: { values: [{ at: mark }] },
            mark: { type: 'rule', strokeDash: [4, 3], color: RED },
            encoding: { x: { field: 'at', type: 'quantitative' }, y: null },
          },
        ]),
  ],
});

const bars = (values, title) => ({
  width: WIDTH,
  height: { step: ROW },
  data: { values },
  mark: { type: 'bar', height: 12 },
  encoding: {
    y: { field: 'name', type: 'nominal', sort: null, title: null },
    x: { field: 'value', type: 'quantitative', title },
    color: colour,
  },
});

/** Against a logarithmic axis, so that ten times more is the same step everywhere. */
const curve = (values, { x, y, series, log = true }) => ({
  width: WIDTH,
  height: 220,
  data: { values },
  mark: { type: 'line', point: true, color: BLUE },
  encoding: {
    x: {
      field: x.field,
      type: 'quantitative',
      title: x.title,
      scale: { type: log ? 'log' : 'linear' },
      axis: { format: '~s', tickCount: 5 },
    },
    y: { field: y.field, type: 'quantitative', title: y.title, scale: { zero: true } },
    ...(series && {
      color: {
        field: series,
        type: 'nominal',
        title: null,
        scale: { domain: ['with Antes', 'the page alone'], range: [BLUE, GREY] },
        legend: { orient: 'top' },
      },
    }),
  },
});

/** By name, as SVG. @returns {Promise<Record<string, string>>} */
export async function charts({ peers: all, nodes, triggers, records, shift }) {
  const peers = all.filter((one) => !isFloor(one));
  const others = peers.filter(({ id }) => id !== 'control');
  const besides = (figure, title, mark) =>
    draw(
      dots(
        others.map((one) => ({ name: one.title, kind: kindOf(one), ...one.over[figure] })),
        title,
        mark,
      ),
    );
  const drawn = {
    bytes: draw(
      bars(
        others.map((one) => ({ name: one.title, kind: kindOf(one), value: one.gzip / 1_000 })),
        'kB to load (gzip 9)',
      ),
    ),
    start: besides('startMs', 'milliseconds to evaluate and start, on the main thread'),
    load: besides('loadRatio', 'JavaScript over the load, times that of the page alone', 1),
    heap: besides('heapMB', 'MB of heap after the load, over that of the page alone'),
    nodes: draw(
      curve(
        nodes.flatMap((row) =>
          ['antes', 'control'].map((who) => ({
            nodes: row.nodes,
            us: row[who].median,
            who: who === 'antes' ? 'with Antes' : 'the page alone',
          })),
        ),
        {
          x: { field: 'nodes', title: 'nodes in the page' },
          y: { field: 'us', title: 'µs of JavaScript a press' },
          series: 'who',
        },
      ),
    ),
    triggers: draw(
      curve(
        triggers.rows.filter(({ count }) => count).map(({ count, ns }) => ({ count, us: ns / 1_000 })),
        { x: { field: 'count', title: 'idle triggers' }, y: { field: 'us', title: 'µs a record' } },
      ),
    ),
    records: draw(
      curve(
        records.map(({ records: count, ms }) => ({ count, us: (ms / count) * 1_000 })),
        {
          x: { field: 'count', title: 'records of one session' },
          y: { field: 'us', title: 'µs a record, on average' },
        },
      ),
    ),
    shift: draw(
      curve(shift, {
        x: { field: 'hour', title: 'hours of one session' },
        y: { field: 'stateKB', title: 'kB of state' },
        log: false,
      }),
    ),
  };
  const entries = await Promise.all(Object.entries(drawn).map(async ([name, svg]) => [name, await svg]));
  return Object.fromEntries(entries);
}
