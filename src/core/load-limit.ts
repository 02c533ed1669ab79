/** What a server has not sent by then may never come. */
export const LOAD_MS = 10_000;
