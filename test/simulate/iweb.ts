import type { JournalRecord } from '../../src/core/records.js';

/** One task of the study: somebody looked for places on a web map, and rated how that went. */
export interface Task {
  readonly subject: string;
  /** Absolute category rating: 1 bad … 5 excellent. */
  readonly rating: number;
  /** The delay that was added to each answer of the map, e.g. `600ms`. */
  readonly delay: string;
  readonly presses: readonly MapPress[];
  readonly loads: readonly Load[];
}

export interface MapPress {
  readonly downAt: number;
  readonly at: number;
  readonly x: number;
  readonly y: number;
  /** On a control of the map (the page only saw the button come up), or on the map itself. */
  readonly control: boolean;
  /** Whether the map was complete when the button went down, where the study kept that. */
  readonly complete?: boolean;
}

export interface Load {
  readonly at: number;
  /** `undefined`: it did not complete. */
  readonly end: number | undefined;
}

/** What `data/iweb/SOURCE.md` calls "an entry that did not complete" of the load before a press. */
const UNFINISHED = -9;
/** Rows of a CSV whose fields hold commas only within quotes. */
const cells = (line: string): string[] =>
  (line.match(/"[^"]*"|[^,]+|(?<=,)(?=,)/g) ?? []).map((cell) => cell.replaceAll('"', ''));

export function readTasks(csv: string): Task[] {
  const [head, ...lines] = csv.trim().split(/\r?\n/);
  const names = cells(head!);
  return lines.map((line) => {
    const row = Object.fromEntries(cells(line).map((cell, i) => [names[i]!, cell]));
    const { presses, loads } = { presses: readPresses(row['mouse_clicks']!), loads: readLoads(row['iLTs']!) };
    const zero = Math.min(...presses.map(({ downAt }) => downAt), ...loads.map(({ at }) => at));
    return {
      subject: row['subject']!,
      rating: Number(row['ACR']),
      delay: row['net_delay']!,
      presses: presses.map((one) => ({ ...one, downAt: one.downAt - zero, at: one.at - zero })),
      loads: loads.map(({ at, end }) => ({ at: at - zero, end: end === undefined ? end : end - zero })),
    };
  });
}

function readLoads(text: string): Load[] {
  return text.split(',').flatMap((one) => {
    const [start, duration] = one.split(':').map(Number);
    if (!start) return [];
    return [{ at: start, end: duration === undefined ? undefined : start + duration }];
  });
}

function readPresses(text: string): MapPress[] {
  const presses: MapPress[] = [];
  let down: { at: number; load: number } | undefined;
  for (const one of text.split(',')) {
    const parts = one.split(':');
    if (parts[1] === 'Down') down = { at: Number(parts[2]), load: Number(parts[0]) };
    else if (parts[0] === 'up') {
      const [x = 0, y = 0] = parts[2]!.split('-').map(Number);
      const at = Number(parts[1]);
      presses.push({
        downAt: down?.at ?? at,
        at,
        x,
        y,
        control: !down,
        ...(down && down.load !== 0 && { complete: down.load !== UNFINISHED }),
      });
      down = undefined;
    }
  }
  return presses.sort((a, b) => a.at - b.at);
}

/** How the study is read, where what it kept leaves that open. The first of each is what the report stands on. */
export interface Reading {
  /**
   * When a press shows that it was heard (progress): at once, because the map moves or scales under every press; only
   * when a load that completed began; or not before its answer.
   */
  readonly heard?: 'at-once' | 'with-load' | 'never';
  /**
   * Whether the menu in the map's corner and the sheet below it, on which the task was rated, count as parts of the
   * map, or as parts of their own that answer at once. The study does not tell parts apart; places tell.
   */
  readonly parts?: 'one' | 'three';
  /** Whether loads that follow no press that was kept (wheel, keys, the task's start) count as asked for. */
  readonly unseen?: boolean;
}

/** Loads follow an interaction this soon. */
const CAUSED_MS = 1_000;
/** In the corner of the map stand two buttons to zoom, and below them the menu of places with its list. */
const CORNER_PX = { x: 200, y: 250 };
const ZOOM_IN_TO_PX = 106;
const ZOOM_OUT_TO_PX = 150;
const SHEET_FROM_PX = 700;

function targetOf({ x, y, control }: MapPress): string {
  if (y > SHEET_FROM_PX) return 'sheet';
  if (x > CORNER_PX.x || y > CORNER_PX.y) return 'map';
  if (!control) return 'menu';
  return y < ZOOM_IN_TO_PX ? 'zoom-in' : y < ZOOM_OUT_TO_PX ? 'zoom-out' : 'place';
}

/** The study's loads are interactive ones by definition: where no press before one was kept, it was asked for by other means. */
function withUnseen({ presses, loads }: Task): readonly MapPress[] {
  const unseen = loads.filter(
    (load) => !presses.some(({ downAt, at }) => downAt <= load.at && load.at - at <= CAUSED_MS),
  );
  const more = unseen.map(({ at }) => ({ downAt: at, at, x: 400, y: 400, control: false }));
  return [...presses, ...more].sort((a, b) => a.at - b.at);
}

/** The map is found complete by a later press, and no load has ended in between: this press did not ask for any. */
function hadNothingToLoad({ at }: MapPress, presses: readonly MapPress[], ends: readonly number[]): boolean {
  const later = presses.find((one) => one.downAt >= at && one.complete);
  return later !== undefined && !ends.some((end) => end > at && end <= later.downAt);
}

/** What Antes would have seen: each press, and the end of each load as the answer to all that waits. */
export function recordsOf(task: Task, reading: Reading = {}): JournalRecord[] {
  const { heard = 'at-once', parts = 'one', unseen = true } = reading;
  const presses = unseen ? withUnseen(task) : task.presses;
  const ends = task.loads.flatMap(({ end }) => (end === undefined ? [] : [end])).sort((a, b) => a - b);
  const last = Math.max(...presses.map(({ at }) => at), ...ends);
  const records: JournalRecord[] = [
    { type: 'wall', at: 0, wall: 0 },
    { type: 'view', at: 0, how: 'load', path: '/map', steps: ['map'] },
  ];
  presses.forEach((one, i) => {
    const { at, downAt, x, y } = one;
    const id = i + 1;
    const target = targetOf(one);
    const aside = parts === 'three' && (target === 'sheet' || target === 'menu');
    const during = ends.some((end) => end > downAt && end <= at);
    const answer = aside
      ? 'control'
      : during || hadNothingToLoad(one, presses, ends)
        ? 'mutation'
        : undefined;
    records.push({
      type: 'press',
      at,
      id,
      target,
      role: 'button',
      region: aside ? target : 'map',
      by: 'mouse',
      x,
      y,
      interactive: true,
      ...(answer && { answer }),
    });
    if (answer) return;
    const end = ends.find((time) => time > at) ?? Infinity;
    const begun = Math.max(at, task.loads.find((load) => load.at >= downAt)?.at ?? Infinity);
    const heardAt = { 'at-once': at, 'with-load': begun, never: Infinity }[heard];
    const effect = { type: 'effect', channel: 'mutation', press: id } as const;
    if (heardAt < end) records.push({ ...effect, at: heardAt, busy: true });
    if (end < Infinity) records.push({ ...effect, at: end });
  });
  // The task ends with the last of what was kept of it: a sign of life, so that all of it is active time.
  records.push({ type: 'key', at: last + 1 });
  return records.sort((a, b) => a.at - b.at);
}
