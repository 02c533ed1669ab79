/** The element classes, none of them registered. */
export { AntesBadge } from './ui/badge/badge.js';
export { AntesContact } from './ui/contact/contact.js';
export { AntesInline } from './ui/inline/inline.js';
export { AntesNotice } from './ui/notice/notice.js';
export { AntesPanel } from './ui/panel/panel.js';
export type { CardOwner } from './ui/card/card.js';
export type { Messages } from './messages/types.js';
