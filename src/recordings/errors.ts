import { ERROR_CLASS, FIELDS, MARKED_WRONG } from '../core/markup.js';
import type { ErrorSource } from '../core/records.js';
import type { Context } from './context.js';
import { below, type Change, contains, outwards, type Recorded } from './tree.js';

/** Looking at all of a page is worth it this long after it changed. */
const SETTLE_MS = 100;
/** A form that is refused again may leave its marks as they are: what is still wrong this long after a submit was refused. */
const REFUSED_MS = 400;
const MAX_FIELDS = 80;
/** A message stands at most this many elements away from its field. */
const MAX_NEAR = 3;
/** What announces a failure; `role=alert` is used for good news as well. */
const ALERT = '[role=alert],[aria-live=assertive]';
const GOOD_NEWS = '[class*=success i],[class*=confirm i]';

interface Known {
  el: Recorded;
  readonly form: string;
  readonly field: string;
  wrong: boolean;
  readonly at: number;
  edited?: boolean;
}

/** Fields that become wrong and right again, and messages of failure, by their marks. */
export interface Errors {
  loaded(): void;
  changed(changes: readonly Change[]): void;
  /** The customer edited a field. */
  edited(el: Recorded): void;
  /** Something was pressed or sent: the same error after it is a new one. */
  asked(sent: boolean): void;
}

export function createErrors(ctx: Context): Errors {
  const { closest, findAll, ignored, later, matches, names, now, tell, tree } = ctx;
  const known = new Map<string, Known>();
  const alerts = new Set<number>();
  let askedAt = -Infinity;
  let sentAt = Infinity;
  let looking = false;

  const idOf = (el: Recorded) => `${names.form(el)} ${names.field(el)}`;
  const hasWords = (el: Recorded) =>
    !el.attributes.has('hidden') && [...below(el)].some((node) => node.type === 'text' && node.words);
  const byId = (id: string) =>
    findAll('[id]', MAX_FIELDS * 50).find((one) => one.attributes.get('id') === id);
  const neighbour = (fields: readonly Recorded[], i: number, step: number): Recorded | undefined => {
    const field = fields[i]!;
    const isSame = (other: Recorded) =>
      contains(field, other) ||
      contains(other, field) ||
      (/radio|checkbox/.test(names.kind(other)) &&
        other.attributes.get('name') === field.attributes.get('name'));
    let at = i + step;
    while (fields[at] && isSame(fields[at]!)) at += step;
    return fields[at];
  };
  /** The farthest element around a field that holds none of its neighbours. */
  const wrapperOf = (field: Recorded, neighbours: readonly (Recorded | undefined)[]) => {
    const near = outwards(field).slice(1, MAX_NEAR + 1);
    const end = near.findIndex(
      (outer) => outer.tag === 'form' || neighbours.some((other) => other && contains(outer, other)),
    );
    return end < 0 ? near.at(-1) : near[end - 1];
  };
  const markOf = (fields: readonly Recorded[], i: number): ErrorSource | undefined => {
    const field = fields[i]!;
    if (matches(field, MARKED_WRONG)) return 'aria';
    const linked = ['aria-errormessage', 'aria-describedby']
      .flatMap((name) => field.attributes.get(name)?.split(/\s+/) ?? [])
      .flatMap((id) => byId(id) ?? []);
    if (linked.some((el) => matches(el, `${ERROR_CLASS},[role=alert]`) && hasWords(el))) return 'linked';
    if (matches(field, ERROR_CLASS)) return 'class';
    const around = wrapperOf(field, [neighbour(fields, i, -1), neighbour(fields, i, 1)]);
    const said = around
      ? [...below(around)].filter((el) => matches(el, ERROR_CLASS) && !matches(el, FIELDS))
      : [];
    return said.some(hasWords) ? 'text' : undefined;
  };

  const wrong = (el: Recorded, source: ErrorSource, atLoad?: true) => {
    const id = idOf(el);
    const before = known.get(id);
    const refused = before?.edited && sentAt > before.at && now() - sentAt >= REFUSED_MS;
    const again = before && (refused || (askedAt > before.at && before.el.id !== el.id));
    if (before?.wrong && !again) {
      before.el = el;
      return;
    }
    const [form, field] = [names.form(el), names.field(el)];
    known.set(id, { el, form, field, wrong: true, at: now() });
    tell({ type: 'field-error', field, form, source, atLoad });
  };
  const look = (atLoad?: true) => {
    const marked = new Set<string>();
    // Most pages, most of the time, have nothing to look into.
    const fields = findAll(`${MARKED_WRONG},${ERROR_CLASS},${ALERT}`, 1).length
      ? findAll(FIELDS, MAX_FIELDS)
      : [];
    fields.forEach((el, i) => {
      const source = markOf(fields, i);
      // The first radio of a group stands for all.
      if (!source || ignored(el) || marked.has(idOf(el))) return;
      marked.add(idOf(el));
      wrong(el, source, atLoad);
    });
    for (const [id, one] of known) {
      if (!one.wrong || marked.has(id)) continue;
      one.wrong = false;
      // A field that is gone was not put right.
      if (tree.get(one.el.id)) tell({ type: 'field-ok', field: one.field, form: one.form });
    }
    const now_ = findAll(ALERT).filter((el) => hasWords(el) && !ignored(el) && !matches(el, GOOD_NEWS));
    for (const el of now_) {
      const linked = fields.some((field) =>
        ['aria-errormessage', 'aria-describedby'].some((name) =>
          field.attributes
            .get(name)
            ?.split(/\s+/)
            .includes(el.attributes.get('id') ?? ' '),
        ),
      );
      if (alerts.has(el.id) || linked || closest(el, 'label')) continue;
      tell({ type: 'message', source: 'alert', region: names.region(el), atLoad });
    }
    alerts.clear();
    for (const el of now_) alerts.add(el.id);
  };
  const lookSoon = (ms: number) => {
    if (looking) return;
    looking = true;
    later(ms, () => {
      looking = false;
      look();
    });
  };

  return {
    loaded: () => look(true),
    changed(changes) {
      // A quick correction and its next refusal are two turns: this mark is not waited for.
      if (changes.some((one) => one.kind === 'attribute' && one.name === 'aria-invalid')) look();
      else if (changes.length > 0) lookSoon(SETTLE_MS);
    },
    edited(el) {
      const one = known.get(idOf(el));
      if (one) one.edited = true;
      lookSoon(SETTLE_MS);
    },
    asked(sent) {
      askedAt = now();
      if (!sent) return;
      sentAt = now();
      later(REFUSED_MS, () => look());
    },
  };
}
