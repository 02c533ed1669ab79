import type { Data, JournalRecord } from '../core/records.js';

/** Remembers what has been told about already. Plain data. */
export interface Neutral {
  /** The field that is being changed: told once per visit of the field. */
  changing: string;
  /** The field that has the focus. */
  focused: string;
  /** A field that lost its error while the customer was in it: accepted only if it stays so once it is left. */
  mended: { readonly field: string; readonly form: string; leftAt: number | null } | null;
}

export const startNeutral = (): Neutral => ({ changing: '', focused: '', mended: null });

/** Time for the page to refuse a field that has just been left. */
const VERDICT_MS = 500;

/** Things that happen without being struggle, by the names that triggers use for them. */
export function tellNeutral(
  record: JournalRecord,
  state: Neutral,
  tell: (name: string, data: Data) => void,
): void {
  const { mended } = state;
  if (mended && mended.leftAt !== null && record.at - mended.leftAt >= VERDICT_MS) {
    state.mended = null;
    tell('field-accepted', { field: mended.field, form: mended.form });
  }
  switch (record.type) {
    case 'field': {
      const { field, form } = record;
      if (record.what === 'focus' || record.what === 'leave') {
        state.changing = '';
        state.focused = record.what === 'focus' ? field : '';
        if (state.mended?.field === field) state.mended.leftAt = record.what === 'leave' ? record.at : null;
        const about =
          record.what === 'leave' ? { empty: record.empty ?? false, valid: record.valid ?? true } : {};
        tell(record.what === 'focus' ? 'field-focused' : 'field-left', { field, form, ...about });
      } else if (record.what !== 'refuse' && state.changing !== field) {
        state.changing = field;
        tell('field-changed', { field, form });
      }
      break;
    }
    case 'field-error':
      if (state.mended?.field === record.field) state.mended = null;
      tell('field-error', {
        field: record.field,
        form: record.form,
        source: record.source,
        atLoad: record.atLoad ?? false,
        same: record.same ?? false,
      });
      break;
    case 'field-ok':
      // Many pages take an error away with the first key of a correction.
      if (record.field === state.focused)
        state.mended = { field: record.field, form: record.form, leftAt: null };
      else tell('field-accepted', { field: record.field, form: record.form });
      break;
    case 'submit':
      tell('form-submitted', { form: record.form });
      break;
    case 'request':
      tell('request-settled', {
        status: record.status,
        ok: record.status < 400,
        ms: record.at - record.start,
      });
      break;
    case 'copy':
      if (record.how === 'copy') tell('text-copied', { what: record.what });
      break;
    case 'network':
      tell(record.online ? 'came-online' : 'went-offline', {});
      break;
    case 'contact':
      tell('contact-started', { channel: record.channel, reason: record.reason });
      break;
    case 'host':
      tell(record.event, record.data);
      break;
    default:
  }
}
