/**
 * Everything that `check` can find. `error`: the browser would not do what the file says, or what it does would be
 * wrong for customers. `warning`: it runs, and is probably not meant.
 */
export const CODES = {
  // The text.
  JSON_INVALID: 'error',
  JSON_COMMENT: 'error',
  JSON_TRAILING_COMMA: 'error',
  JSON_DUPLICATE_KEY: 'error',
  CONFIG_TOO_LARGE: 'error',
  CONFIG_TOO_DEEP: 'error',
  // The form.
  VERSION_WRONG: 'error',
  KEY_UNKNOWN: 'error',
  KEY_MISSING: 'error',
  TYPE_WRONG: 'error',
  WORD_UNKNOWN: 'error',
  FORM_WRONG: 'error',
  NUMBER_RANGE: 'error',
  LIST_LENGTH: 'error',
  TEXT_TOO_LONG: 'error',
  EMPTY: 'error',
  NAME_INVALID: 'error',
  CHOICE_WRONG: 'error',
  HEAD_WORD: 'error',
  ANCHOR_NEEDED: 'error',
  DATE_WRONG: 'error',
  ZONE_UNKNOWN: 'error',
  // Names.
  FACT_UNKNOWN: 'error',
  STEP_UNKNOWN: 'error',
  JOURNEY_UNKNOWN: 'error',
  REASON_UNKNOWN: 'error',
  CONTENT_UNKNOWN: 'error',
  AUDIENCE_UNKNOWN: 'error',
  CHANNEL_UNKNOWN: 'error',
  SOURCE_UNKNOWN: 'error',
  SIGNAL_UNKNOWN: 'error',
  SETTING_UNKNOWN: 'error',
  VALUE_UNKNOWN: 'error',
  ID_DUPLICATE: 'error',
  EVENT_MISSPELT: 'warning',
  ANCHOR_MISSPELT: 'warning',
  WAIT_UNKNOWN: 'warning',
  UNUSED: 'warning',
  // Texts.
  FACT_NOT_SHOWN: 'error',
  FACT_NOT_HANDED: 'warning',
  CONTACT_MISSING: 'error',
  TRANSLATION_MISSING: 'warning',
  TRANSLATION_UNKNOWN: 'warning',
  TEXT_LONG: 'warning',
  // Sense.
  PATH_WRONG: 'error',
  NEVER_SHOWN: 'error',
  NEVER_MATCHES: 'error',
  SCHEDULE_EMPTY: 'error',
  SHARES_SUM: 'error',
  SOURCE_FORM: 'error',
  SCHEDULE_OVER: 'warning',
  REVIEW_PASSED: 'warning',
  WINDOW_TOO_LONG: 'warning',
  SIDE_IDLE: 'warning',
  RIVALS: 'warning',
  SOURCE_FACT: 'warning',
  SOURCE_IDLE: 'warning',
  SOURCE_PACE: 'warning',
  SWITCHED_OFF: 'warning',
  // Whatever else the browser would refuse.
  REFUSED: 'error',
} as const;

export type Code = keyof typeof CODES;
