/** Of this tab's storage: there while the inspector is open, so that the next page opens it as well. */
export const INSPECT_KEY = 'antes.inspect';
/** What lasts longer than a session. */
export const VISITOR_KEY = 'antes.visitor';
