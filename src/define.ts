/** Registers the elements: the one thing that importing this does. */
import { AntesBadge, AntesContact, AntesInline, AntesNotice, AntesPanel } from './elements.js';
import { register } from './ui/register.js';

// In Node there is nothing to register with, and a server may import what its pages import.
if (typeof customElements !== 'undefined') {
  register('antes-inline', AntesInline);
  register('antes-notice', AntesNotice);
  register('antes-badge', AntesBadge);
  register('antes-contact', AntesContact);
  register('antes-panel', AntesPanel);
}
