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
