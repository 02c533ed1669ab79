import type { Data, JournalRecord } from '../core/records.js';

/** Remembers what has been told about already. Plain data. */
export interface Neutral {
  /** The field that is being changed: told once per visit of the field. */
  changing: string;
}

export const startNeutral = (): Neutral => ({ changing: '' });

/** Things that happen without being struggle, by the names that triggers use for them. */
export function tellNeutral(
  record: JournalRecord,
  state: Neutral,
  tell: (name: string, data: Data) => void,
): void {
  switch (record.type) {
    case 'field': {
      const { field, form } = record;
      if (record.what === 'focus' || record.what === 'leave') {
        state.changing = '';
        const about =
          record.what === 'leave' ? { empty: record.empty ?? false, valid: record.valid ?? true } : {};
        tell(record.what === 'focus' ? 'field-focused' : 'field-left', { field, form, ...about });
      } else if (state.changing !== field) {
        state.changing = field;
        tell('field-changed', { field, form });
      }
      break;
    }
    case 'field-error':
      tell('field-error', {
        field: record.field,
        form: record.form,
        source: record.source,
        atLoad: record.atLoad ?? false,
        same: record.same ?? false,
      });
      break;
    case 'field-ok':
      tell('field-accepted', { field: record.field, form: record.form });
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
    case 'contact':
      tell('contact-started', { channel: record.channel, reason: record.reason });
      break;
    case 'host':
      tell(record.event, record.data);
      break;
    default:
  }
}
