/** For servers and the command line: reports from the events that pages send. Node only. */
export { insights, readEvents } from './insights/insights.js';
export type { Events, EventSource, InsightsOptions } from './insights/insights.js';
export { eventFiles } from './insights/source.js';
export type { EventRows } from './insights/source.js';
export { renderReport, type ReportOptions } from './insights/report/report.js';
export { tables, type TableName } from './insights/tables.js';
export { guardrail } from './insights/statistics/guardrail.js';
export type {
  ArmCounts,
  Guardrail,
  GuardrailCounts,
  GuardrailOptions,
  Lift,
  Verdict,
} from './insights/statistics/guardrail.js';
export type { Estimate, Interval } from './insights/statistics/intervals.js';
export type * from './insights/model.js';
export { DatabaseMissing } from './insights/query/database.js';
export { NothingRead } from './insights/query/load.js';
