import 'antes/define';
import { type AntesBadge, AntesInline, type AntesPanel } from 'antes/elements';

const badge = document.createElement('antes-badge');
badge.count = 2;
badge.muted = true;
export const same: AntesBadge = badge;
export const inline: AntesInline | null = document.querySelector('antes-inline');
export const panel: AntesPanel | null = document.querySelector('antes-panel');
export class MyInline extends AntesInline {}

// @ts-expect-error -- a number
badge.count = '2';
// @ts-expect-error -- there is no such property
badge.total = 2;
// @ts-expect-error -- another element
export const other: AntesBadge = document.createElement('antes-inline');
