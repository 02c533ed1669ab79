/** After the next frame has been painted, or just before where the page's timers are broken; never, once cancelled. `fn` must not throw. */
export function afterPaint(fn: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const frame = requestAnimationFrame(() => {
    try {
      timer = setTimeout(fn);
    } catch {
      fn();
    }
  });
  return () => {
    cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}
