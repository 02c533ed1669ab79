import type { View } from './view.js';
import { AntesInspectorChecks } from './views/checks.js';
import { AntesInspectorConfig } from './views/config.js';
import { AntesInspectorJournal } from './views/journal.js';
import { AntesInspectorPick } from './views/pick.js';
import { AntesInspectorSimulate } from './views/simulate.js';
import { AntesInspectorTimeline } from './views/timeline.js';
import { AntesInspectorTriggers } from './views/triggers.js';

export interface Tab {
  readonly id: string;
  readonly label: string;
  readonly tag: string;
  readonly element: new () => View;
}

export const TABS: readonly Tab[] = [
  { id: 'timeline', label: 'Timeline', tag: 'antes-inspector-timeline', element: AntesInspectorTimeline },
  { id: 'triggers', label: 'Triggers', tag: 'antes-inspector-triggers', element: AntesInspectorTriggers },
  { id: 'pick', label: 'Pick', tag: 'antes-inspector-pick', element: AntesInspectorPick },
  { id: 'simulate', label: 'Simulate', tag: 'antes-inspector-simulate', element: AntesInspectorSimulate },
  { id: 'checks', label: 'Checks', tag: 'antes-inspector-checks', element: AntesInspectorChecks },
  { id: 'journal', label: 'Journal', tag: 'antes-inspector-journal', element: AntesInspectorJournal },
  { id: 'config', label: 'Configuration', tag: 'antes-inspector-config', element: AntesInspectorConfig },
];
