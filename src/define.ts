/** Registers the elements: the one thing that importing this does. */
import {
  AntesBadge,
  AntesBanner,
  AntesContact,
  AntesFeedback,
  AntesGuide,
  AntesHint,
  AntesInline,
  AntesNotice,
  AntesPanel,
  AntesStatus,
} from './elements.js';
import { register } from './ui/register.js';

/** So that a page which imports only this knows what `document.createElement('antes-badge')` gives. */
export type * from './elements.js';

// In Node there is nothing to register with, and a server may import what its pages import.
if (typeof customElements !== 'undefined') {
  register('antes-inline', AntesInline);
  register('antes-feedback', AntesFeedback);
  register('antes-guide', AntesGuide);
  register('antes-hint', AntesHint);
  register('antes-notice', AntesNotice);
  register('antes-badge', AntesBadge);
  register('antes-banner', AntesBanner);
  register('antes-status', AntesStatus);
  register('antes-contact', AntesContact);
  register('antes-panel', AntesPanel);
}
