/** The same figures as `antes insights`, counted slowly and plainly, from the definitions. It shares no code with it. */
export interface Line {
  readonly [field: string]: unknown;
}
const KINDS = 'visit step journey signal level help outcome contact problem dropped off'.split(' ');
const RANK = ['calm', 'strained', 'struggling', 'stuck'];
const EARLIEST = Date.UTC(2020, 0, 1);
const DAY = 86_400_000;

const isText = (value: unknown): value is string => typeof value === 'string' && value !== '';

export function slowCount(lines: readonly string[], now: number) {
  const read = { lines: 0, bad: 0, unknown: 0, duplicates: 0, events: 0 };
  const seen = new Set<string>();
  const events: Line[] = [];
  for (const line of lines) {
    if (line.trim() === '') continue;
    read.lines++;
    const event = parse(line);
    const fine =
      event &&
      isText(event['sid']) &&
      isText(event['visit']) &&
      isText(event['type']) &&
      typeof event['antes'] === 'number' &&
      Number.isInteger(event['seq']) &&
      (event['seq'] as number) >= 1 &&
      typeof event['at'] === 'number' &&
      event['at'] >= EARLIEST &&
      event['at'] <= now + 2 * DAY;
    if (!fine) read.bad++;
    else if (event['antes'] !== 1 || !KINDS.includes(String(event['type']))) read.unknown++;
    else {
      const key = JSON.stringify([event['sid'], event['seq']]);
      if (seen.has(key)) read.duplicates++;
      else events.push(event);
      seen.add(key);
    }
  }
  read.events = events.length;
  return { read, ...figuresOf(events, now) };
}

function parse(line: string): Line | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Line) : undefined;
  } catch {
    return undefined;
  }
}

const groups = <T>(list: readonly T[], keyOf: (one: T) => string): Map<string, T[]> => {
  const map = new Map<string, T[]>();
  for (const one of list) map.set(keyOf(one), [...(map.get(keyOf(one)) ?? []), one]);
  return map;
};
const rank = (level: unknown) => Math.max(0, RANK.indexOf(String(level)));

function figuresOf(events: readonly Line[], now: number) {
  const is = (type: string, phase?: string) => (event: Line) =>
    event['type'] === type && (phase === undefined || event['phase'] === phase);
  const visits = new Map(
    [...groups(events, (event) => String(event['visit']))].map(([visit, own]) => [
      visit,
      {
        peak: Math.max(...own.map((event) => rank(event['level']))),
        contacts: own.filter(is('contact')).map((event) => Number(event['at'])),
        ends: own.filter(is('journey', 'completed')).map((event) => Number(event['at'])),
        day: Math.floor(Math.min(...own.map((event) => Number(event['at']))) / DAY),
      },
    ]),
  );
  const isSilent = (visit: string) =>
    visits.get(visit)!.contacts.length === 0 && visits.get(visit)!.ends.length === 0;
  const list = [...visits.keys()];

  const offers = [
    ...groups(
      events.filter(
        (event) => is('help', 'shown')(event) || (is('outcome')(event) && event['arm'] === 'shown'),
      ),
      (event) => JSON.stringify([event['sid'], event['offer'], event['trigger']]),
    ).values(),
  ].map((own) => {
    const last = own.filter(is('outcome')).sort((a, b) => Number(b['seq']) - Number(a['seq']));
    return {
      trigger: String(own[0]!['trigger']),
      finished: last.length > 0,
      ended: last.find((one) => one['ended'] !== undefined)?.['ended'] ?? 'ignored',
      solved: last.find((one) => one['solved'] !== undefined)?.['solved'] ?? false,
      contacted: last.some((one) => one['contacted'] === true),
    };
  });
  const judged = new Set(
    events
      .filter((event) => is('outcome')(event) && event['arm'] === 'shown' && event['solved'] !== undefined)
      .map((event) => String(event['trigger'])),
  );
  const counts = (wanted: (offer: (typeof offers)[number]) => boolean, trigger?: string) =>
    offers.filter((offer) => (trigger === undefined || offer.trigger === trigger) && wanted(offer)).length;

  const triggers = Object.fromEntries(
    [
      ...new Set(
        events.filter((event) => event['trigger'] !== undefined).map((event) => String(event['trigger'])),
      ),
    ].map((trigger) => [
      trigger,
      {
        shown: counts(() => true, trigger),
        acted: counts(({ ended }) => ended === 'acted', trigger),
        dismissed: counts(({ ended }) => ended === 'dismissed', trigger),
        ignored: counts(({ ended }) => ended === 'ignored', trigger),
        withdrawn: counts(({ ended }) => ended === 'withdrawn', trigger),
        judged: judged.has(trigger) ? counts(() => true, trigger) : 0,
        solved: judged.has(trigger) ? counts(({ solved }) => solved === true, trigger) : 0,
        contacted: counts(({ contacted }) => contacted, trigger),
        ...arms(events, visits, trigger, now),
      },
    ]),
  );

  const levels = groups(
    events.filter((event) => is('level')(event) && rank(event['level']) > 0),
    (event) => JSON.stringify([event['visit'], event['journey'] ?? null, event['step'] ?? null]),
  );
  const steps: Record<string, { struggling: number; silent: number }> = {};
  for (const [key, own] of levels) {
    const [visit, journey, step] = JSON.parse(key) as [string, string | null, string | null];
    if (Math.max(...own.map((event) => rank(event['level']))) < 2) continue;
    const row = (steps[`${journey}/${step}`] ??= { struggling: 0, silent: 0 });
    row.struggling++;
    if (isSilent(visit)) row.silent++;
  }

  const reasons = Object.fromEntries(
    [
      ...groups(
        events.filter(
          (event) =>
            event['reason'] !== undefined &&
            (is('contact')(event) || is('help', 'shown')(event) || is('help', 'withheld')(event)),
        ),
        (event) => String(event['reason']),
      ),
    ].map(([reason, own]) => {
      const touches = own.filter((event) => !is('help', 'withheld')(event));
      return [
        reason,
        {
          visits: new Set(own.map((event) => event['visit'])).size,
          contacts: own.filter(is('contact')).length,
          touches: touches.length,
          repeats: touches.filter((event) => Number(event['repeat']) <= 7).length,
        },
      ];
    }),
  );

  return {
    totals: {
      visits: list.length,
      strained: list.filter((visit) => visits.get(visit)!.peak >= 1).length,
      struggling: list.filter((visit) => visits.get(visit)!.peak >= 2).length,
      stuck: list.filter((visit) => visits.get(visit)!.peak >= 3).length,
      silent: list.filter((visit) => visits.get(visit)!.peak >= 2 && isSilent(visit)).length,
      started: events.filter(is('journey', 'started')).length,
      completed: events.filter(is('journey', 'completed')).length,
      contacts: events.filter(is('contact')).length,
      shown: offers.length,
      judged: counts(({ trigger }) => judged.has(trigger)),
      solved: counts(({ trigger, solved }) => judged.has(trigger) && solved === true),
    },
    unfinished: counts(({ finished }) => !finished),
    triggers,
    steps,
    reasons,
  };
}

type Visits = ReadonlyMap<string, { contacts: readonly number[]; ends: readonly number[] }>;

const armOf = (event: Line): string | undefined =>
  event['type'] !== 'help'
    ? undefined
    : event['phase'] === 'shown'
      ? 'shown'
      : event['phase'] === 'withheld' && ['holdout', 'experiment'].includes(String(event['gate']))
        ? String(event['gate'])
        : undefined;

function arms(events: readonly Line[], visits: Visits, trigger: string, now: number) {
  const exposed = events.filter((event) => armOf(event) !== undefined);
  const held = new Set(
    exposed.filter((event) => armOf(event) === 'holdout').map((event) => event['trigger']),
  );
  const hasExperiment = exposed.some(
    (event) => event['trigger'] === trigger && armOf(event) === 'experiment',
  );
  const sum = {
    shown: { visits: 0, completed: 0, contacted: 0 },
    control: { visits: 0, completed: 0, contacted: 0 },
  };
  for (const [visit, { contacts, ends }] of visits) {
    const own = exposed.filter((event) => event['visit'] === visit);
    const [first] = own
      .filter((event) => event['trigger'] === trigger)
      .sort((a, b) => Number(a['at']) - Number(b['at']));
    if (!first) continue;
    const at = Number(first['at']);
    if ((Math.floor(at / DAY) + 1) * DAY > now) continue;
    const due = new Set(own.map((event) => event['trigger']).filter((one) => held.has(one)));
    if (hasExperiment ? armOf(first) === 'holdout' : due.size > 1) continue;
    const arm = armOf(first) === 'shown' ? sum.shown : sum.control;
    arm.visits++;
    if (ends.some((end) => end >= at)) arm.completed++;
    if (contacts.some((contact) => contact >= at)) arm.contacted++;
  }
  return { armShown: sum.shown, armControl: sum.control };
}
