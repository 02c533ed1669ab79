import { executeServerCommand } from '@web/test-runner-commands';

const isWebKit = !/Chrome|Firefox/.test(navigator.userAgent);

/** What an engine's driver cannot do, so that its tests leave it out: WebKitGTK's has no fingers, and cannot go offline. */
export const CAN_CONTROL: boolean = !isWebKit;

/**
 * The tab forgets the test files that were in it before this one. Chromium keeps 50 pages; where they are all taken, a frame
 * that goes back takes the whole tab along, which ends the test. The other browsers do not.
 */
export const forgetHistory = async (): Promise<void> => {
  if (navigator.userAgent.includes('Chrome')) await executeServerCommand('forget-history');
};

/** Without a connection for so long. */
export const offline = (ms: number): Promise<unknown> => executeServerCommand('offline', { ms });

/** The next `alert()` or `confirm()` is answered after so long. */
export const answerDialog = (ms: number): Promise<unknown> => executeServerCommand('answer-dialog', { ms });

/** One finger comes down, stays for so long, and is lifted. */
export const holdFinger = (el: Element, ms: number): Promise<unknown> => {
  const { left, top, width, height } = el.getBoundingClientRect();
  return executeServerCommand('hold-finger', {
    at: [Math.round(left + Math.min(20, width / 2)), Math.round(top + height / 2)],
    ms,
  });
};
