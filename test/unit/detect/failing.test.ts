import { afterEach, expect, it, vi } from 'vitest';
import { createEngine } from '../../../src/engine/engine.js';
import * as registry from '../../../src/detect/registry.js';
import type { JournalRecord } from '../../../src/core/records.js';

afterEach(() => void vi.restoreAllMocks());

type Handlers = Record<string, (...all: unknown[]) => unknown>;
const DETECTORS = Object.values(registry).filter(({ on }) => Object.keys(on ?? {}).length > 0);

it.each(DETECTORS.map((one) => [one.name, one] as const))(
  'LIFE-11: %s throws: it is off after three times, and no other detector misses a record',
  (name, detector) => {
    const on = detector.on as unknown as Handlers;
    const type = Object.keys(on)[0]!;
    const failing = vi.spyOn(on, type).mockImplementation(() => {
      throw new TypeError('inside');
    });
    const other = DETECTORS.find((one) => one !== detector && type in (one.on ?? {}));
    const heard = other && vi.spyOn(other.on as unknown as Handlers, type).mockReturnValue(undefined);
    const problems: string[] = [];
    const engine = createEngine(
      { version: 1, triggers: [] },
      {
        seed: 's',
        session: 'x',
        device: 'desktop',
        test: false,
        report: (code, path) => problems.push(`${code} ${path}`) > 0,
      },
    );
    const record = { type, at: 0, data: {}, facts: {}, steps: [] } as unknown as JournalRecord;
    for (let at = 1; at <= 5; at++) engine.feed({ ...record, at });
    expect(failing).toHaveBeenCalledTimes(3);
    if (heard) expect(heard).toHaveBeenCalledTimes(5);
    expect(problems).toEqual([`PART_FAILED detect/${name}`, `PART_OFF detect/${name}`]);
  },
);
