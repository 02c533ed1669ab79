/** Of reasons, on this device: when it last had a contact or help for each. */
export const REASONS_KEY = 'antes.reasons';
export const OUTBOX_KEY = 'antes.outbox';
export const OTLP_OUTBOX_KEY = 'antes.outbox.otlp';

/** So many tabs can keep an outbox at once; one more keeps it in memory only. */
const MAX_BOXES = 4;

/** Where the outboxes of one receiver are. */
export const boxKeys = (key: string): readonly string[] =>
  Array.from({ length: MAX_BOXES }, (_, i) => (i === 0 ? key : `${key}.${i + 1}`));

/** All that reporting keeps of a device: what is to go where consent is withdrawn. */
export const lastingKeys = (): readonly string[] => [
  REASONS_KEY,
  ...boxKeys(OUTBOX_KEY),
  ...boxKeys(OTLP_OUTBOX_KEY),
];
