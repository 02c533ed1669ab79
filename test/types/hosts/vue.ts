import 'antes/vue';
import type { GlobalComponents } from 'vue';

// As the language tools of Vue read the props of an element in a template.
type Props<Name extends keyof GlobalComponents> = InstanceType<GlobalComponents[Name]>['$props'];

export const badge: Props<'antes-badge'> = { count: 2, muted: true, id: 'help' };
export const inline: Props<'antes-inline'> = { lang: 'es' };
// @ts-expect-error -- a number
export const text: Props<'antes-badge'> = { count: '2' };
// @ts-expect-error -- there is no such element
export type Popup = Props<'antes-popup'>;
