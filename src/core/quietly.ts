/** Calls `fn` and swallows what it throws: for what may be left undone where the page has broken it, an `abort()` say. */
export const quietly = (fn: () => void) => (): void => {
  try {
    fn();
  } catch {}
};
