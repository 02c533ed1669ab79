import type { Scalar } from '../../core/records.js';
import type { Incident, Progress, ProgressStep } from '../../state/sources.js';
import type { Adapter, Asked, News } from '../adapter.js';
import { asImpact, componentName, type Component } from '../components.js';
import { isObject } from '../../core/sound.js';
import { MAX_ITEMS, MAX_TITLE, at, date, list, text, time } from '../values.js';

const FACT = /^[a-zA-Z][\w.-]{0,79}$/;
/** More than any order goes through, and still a list that can be read. */
const MAX_STEPS = 12;

function step(value: unknown): ProgressStep[] {
  const id = typeof value === 'string' ? text(value, MAX_TITLE) : text(at(value, 'id'), MAX_TITLE);
  if (id === undefined) return [];
  return [
    {
      id,
      label: text(at(value, 'label'), MAX_TITLE),
      text: text(at(value, 'text')),
      at: time(at(value, 'at')),
    },
  ];
}

function nextOf(value: unknown): Progress['next'] {
  const label = text(at(value, 'label'), MAX_TITLE);
  const link = text(at(value, 'link'));
  return label === undefined || link === undefined ? undefined : { label, link };
}

/** An order, a case or a refund; nothing where there is none. */
function progress(value: unknown): Progress | undefined {
  const state = text(at(value, 'state'), MAX_TITLE);
  if (state === undefined) return undefined;
  const steps = (list(at(value, 'steps')) ?? []).slice(0, MAX_STEPS).flatMap((one) => step(one));
  const told = at(value, 'exception');
  const stopped = told === true || state === 'exception' ? '' : undefined;
  const exception = text(told) ?? stopped;
  const here = steps.findIndex(({ id }) => id === state);
  // It stopped where it was last.
  const current = here === -1 ? steps.findLastIndex((one) => one.at !== null) : here;
  return {
    id: text(at(value, 'id'), MAX_TITLE),
    state,
    eta: date(at(value, 'eta')),
    steps,
    current,
    exception,
    done: exception === undefined && here !== -1 && here === steps.length - 1,
    next: nextOf(at(value, 'next')),
  };
}

function incident(value: unknown, { known, now }: Asked): Incident[] {
  const title = text(at(value, 'title'), MAX_TITLE);
  if (title === undefined) return [];
  const from = time(at(value, 'from'));
  const until = time(at(value, 'until'));
  const over = at(value, 'resolved') === true || (until !== null && until <= now);
  const phase = from !== null && from > now ? 'scheduled' : 'ongoing';
  return [
    {
      id: text(at(value, 'id'), MAX_TITLE) ?? title,
      title,
      text: text(at(value, 'text')) ?? '',
      impact: asImpact(at(value, 'impact')) ?? 'minor',
      phase: over ? 'resolved' : phase,
      components: (list(at(value, 'components')) ?? [])
        .map((name) => componentName(undefined, text(name, MAX_TITLE), known))
        .filter(Boolean),
      updatedAt: time(at(value, 'updated')),
      from,
      until,
    },
  ];
}

function components(value: unknown, { known }: Asked): Component[] {
  if (!isObject(value)) return [];
  return Object.entries(value)
    .slice(0, MAX_ITEMS)
    .flatMap(([name, impact]) => {
      const told = asImpact(impact);
      return told === undefined ? [] : [{ name: componentName(undefined, name, known), impact: told }];
    });
}

function facts(value: unknown): Record<string, Scalar> {
  const plain = Object.create(null) as Record<string, Scalar>;
  if (!isObject(value)) return plain;
  for (const [name, one] of Object.entries(value).slice(0, MAX_ITEMS)) {
    const told = typeof one === 'boolean' || typeof one === 'number' ? one : text(one);
    if (FACT.test(name) && told !== undefined && !Number.isNaN(told)) plain[name] = told;
  }
  return plain;
}

/** Our own form, see docs/status.md: for what no status service tells. */
export const native: Adapter = {
  read(document, asked): News | undefined {
    if (document === null) return {};
    const news = isObject(document) ? newsIn(document, asked) : undefined;
    const asOf = time(at(document, 'asOf'));
    return news && asOf !== null ? { ...news, asOf } : news;
  },
};

function newsIn(document: Readonly<Record<string, unknown>>, asked: Asked): News | undefined {
  const { kind } = asked;
  if (kind === 'facts') {
    const told = at(document, 'facts');
    return isObject(told) ? { facts: facts(told) } : undefined;
  }
  if (kind === 'incidents') {
    const told = list(at(document, 'incidents'));
    return told
      ? {
          incidents: told.flatMap((one) => incident(one, asked)),
          components: components(at(document, 'components'), asked),
        }
      : undefined;
  }
  const inside = at(document, kind) === undefined ? document : at(document, kind);
  const told = progress(inside);
  if (told) return { progress: told };
  // `{}` and `{ "order": null }`: there is none. Anything else was meant to say something.
  return inside === null || Object.keys(inside as object).every((key) => key === 'asOf') ? {} : undefined;
}
