import { hash } from '../core/hash.js';
import { plainJson } from '../core/plain-json.js';
import { isObject } from '../core/sound.js';
import type { Body, WireEvent } from './events.js';
import { startExporters } from './exporters.js';
import { createLedger, startLedger, type LedgerState } from './ledger.js';
import type { Heard } from './heard.js';
import { REASONS_KEY } from './keys.js';
import type { ReportPort, Reports } from './port.js';
import { soundReasons } from './repeats.js';

/** Raised whenever what an older build has kept could be misread. */
const FORMAT = 1;
/** The same list of harmful triggers is told anew this often, so that it does not run out. */
const OFF_AGAIN_MS = 86_400_000;
const MAX_OFF = 100;
const MAX_NAME = 85;
/** After a page has come back, the one that was in front of it may still be storing how far the stream has come. */
const LATE_MS = 300;

interface Kept {
  readonly format: number;
  readonly sid: string;
  readonly seq: number;
  readonly ledger: LedgerState;
}

function soundKept(kept: unknown): Kept | undefined {
  if (!isObject(kept) || kept['format'] !== FORMAT || typeof kept['sid'] !== 'string') return undefined;
  const { seq, ledger } = kept;
  const whole =
    Number.isSafeInteger(seq) &&
    isObject(ledger) &&
    isObject(ledger['offers']) &&
    Array.isArray(ledger['problems']) &&
    isObject(ledger['progress']) &&
    isObject(ledger['progress']['runs']) &&
    [ledger['offers'], ledger['progress']['runs']].every((all) => Object.values(all).every(isObject));
  return whole ? (kept as unknown as Kept) : undefined;
}

/** What an earlier page has kept of it may be anything. */
const isHeard = (one: unknown): one is Heard =>
  isObject(one) &&
  isObject(one['told']) &&
  [one['at'], one['stay'], one['active'], one['retries']].every(Number.isFinite);

/** Makes events of what is heard, numbers them, and sends them on all ways there are. */
export function startReport(port: ReportPort): Reports {
  const { config, clock, guard, store, visit, about } = port;
  const kept = soundKept(port.kept);
  const sid = kept?.sid ?? port.newId();
  let seq = kept?.seq ?? 0;
  const reasons = soundReasons(store.read(REASONS_KEY), clock.wall());
  const ledger = createLedger(config, kept?.ledger ?? startLedger(), reasons);

  const stamp = (body: Body): WireEvent => ({
    antes: 1,
    sid,
    seq: ++seq,
    visit,
    ...body,
    at: Math.round(body.at),
  });
  let told = '';
  let toldAt = -Infinity;
  function off(triggers: readonly string[]): void {
    const some = triggers.filter((id) => id.length <= MAX_NAME).slice(0, MAX_OFF);
    const now = plainJson(some);
    if (now === told && clock.wall() - toldAt < OFF_AGAIN_MS) return;
    told = now;
    toldAt = clock.wall();
    port.off(some);
  }
  const exporters = startExporters(port, stamp, off);
  const all = (work: (one: (typeof exporters)[number]) => void) => exporters.forEach(work);

  function send(bodies: readonly Body[]): void {
    if (bodies.length === 0) return;
    const events = bodies.map(stamp);
    all((one) => one.send(events));
  }
  const begin = () =>
    send([{ type: 'visit', at: clock.wall(), ...about, config: hash(plainJson(config)).toString(16) }]);
  /** What the others tabs have added stays. */
  function remember(): void {
    if (!port.may()) return;
    for (const [reason, at] of Object.entries(soundReasons(store.read(REASONS_KEY), clock.wall())))
      reasons[reason] = Math.max(at, Object.hasOwn(reasons, reason) ? reasons[reason]! : 0);
    store.write(REASONS_KEY, reasons);
  }

  /** What happens before it is known whether this page may go on with the stream. */
  let held: Heard[] | undefined;
  let cancelHeld: (() => void) | undefined;
  function release(): void {
    const list = held ?? [];
    cancelHeld?.();
    held = cancelHeld = undefined;
    hear(list);
  }
  function hear(list: readonly Heard[]): void {
    const bodies = list.flatMap((one) => ledger.heard(one));
    send(bodies);
    const isNew = (body: Body) =>
      (body.type === 'contact' || (body.type === 'help' && body.phase === 'shown')) && body.reason;
    if (bodies.some(isNew)) remember();
  }

  if (!kept) begin();
  return {
    heard(list) {
      const sound = list.filter(isHeard);
      if (held) held.push(...sound);
      else hear(sound);
    },
    kept: (): Kept => ({ format: FORMAT, sid, seq, ledger: ledger.state }),
    leave() {
      // There may be no later.
      if (held && !port.overtaken()) release();
      all((one) => one.leave());
    },
    restored() {
      held ??= [];
      cancelHeld ??= clock.after(LATE_MS, guard('report', release));
    },
    forget() {
      all((one) => one.forget());
      store.remove(REASONS_KEY);
    },
    stop() {
      cancelHeld?.();
      all((one) => one.stop());
    },
  };
}
