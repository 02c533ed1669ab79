/**
 * Records: the smallest things a page tells. Plain, serialisable, timed, and free of anything the customer
 * typed or read. A journal is a list of them; the same list always leads to the same signals and decisions.
 *
 * `at` is whole milliseconds of session time: monotonic, continued over page loads (see boot/session.ts).
 */

import type { PressRecord, EffectRecord, FreezeRecord } from './records/press.js';
import type {
  FieldRecord,
  FieldErrorRecord,
  MessageRecord,
  FieldOkRecord,
  SubmitRecord,
} from './records/field.js';
import type {
  ExceptionRecord,
  ViewRecord,
  StepRecord,
  PageRecord,
  RequestRecord,
  NetworkRecord,
  WallRecord,
} from './records/page.js';
import type {
  KeyRecord,
  ShortcutRecord,
  TabRecord,
  ScrollRecord,
  MoveRecord,
  TurnsRecord,
  HoverRecord,
  ZoomRecord,
  CopyRecord,
  ExitRecord,
  HoldRecord,
} from './records/activity.js';
import type {
  HostRecord,
  FactsRecord,
  HelpRecord,
  MuteRecord,
  ContactRecord,
  OffRecord,
  VisitorRecord,
} from './records/told.js';

export * from './records/press.js';
export * from './records/field.js';
export * from './records/page.js';
export * from './records/activity.js';
export * from './records/told.js';

export type JournalRecord =
  | PressRecord
  | EffectRecord
  | FieldRecord
  | FieldErrorRecord
  | FieldOkRecord
  | MessageRecord
  | SubmitRecord
  | ExceptionRecord
  | ViewRecord
  | StepRecord
  | PageRecord
  | KeyRecord
  | ShortcutRecord
  | TabRecord
  | ScrollRecord
  | MoveRecord
  | TurnsRecord
  | HoverRecord
  | ZoomRecord
  | CopyRecord
  | NetworkRecord
  | FreezeRecord
  | ExitRecord
  | HoldRecord
  | RequestRecord
  | HostRecord
  | FactsRecord
  | HelpRecord
  | MuteRecord
  | ContactRecord
  | WallRecord
  | OffRecord
  | VisitorRecord;
