import type { AntesBadge } from './ui/badge/badge.js';
import type { AntesBanner } from './ui/banner/banner.js';
import type { AntesContact } from './ui/contact/contact.js';
import type { AntesFeedback } from './ui/feedback/feedback.js';
import type { AntesGuide } from './ui/guide/guide.js';
import type { AntesHint } from './ui/hint/hint.js';
import type { AntesInline } from './ui/inline/inline.js';
import type { AntesNotice } from './ui/notice/notice.js';
import type { AntesPanel } from './ui/panel/panel.js';
import type { AntesStatus } from './ui/status/status.js';

/** The element classes, none of them registered. */
export { AntesBadge } from './ui/badge/badge.js';
export { AntesBanner } from './ui/banner/banner.js';
export { AntesContact } from './ui/contact/contact.js';
export { AntesFeedback } from './ui/feedback/feedback.js';
export { AntesGuide } from './ui/guide/guide.js';
export { AntesHint } from './ui/hint/hint.js';
export { AntesInline } from './ui/inline/inline.js';
export { AntesNotice } from './ui/notice/notice.js';
export { AntesPanel } from './ui/panel/panel.js';
export { AntesStatus } from './ui/status/status.js';
export type { CardOwner } from './ui/card/card.js';
export type { Messages } from './messages/types.js';

declare global {
  interface HTMLElementTagNameMap {
    'antes-badge': AntesBadge;
    'antes-banner': AntesBanner;
    'antes-contact': AntesContact;
    'antes-feedback': AntesFeedback;
    'antes-guide': AntesGuide;
    'antes-hint': AntesHint;
    'antes-inline': AntesInline;
    'antes-notice': AntesNotice;
    'antes-panel': AntesPanel;
    'antes-status': AntesStatus;
  }
}
