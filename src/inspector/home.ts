/** What makes everything outside of it inert. */
const MODAL = 'dialog:modal';

/**
 * Keeps the inspector in the top layer, and inside of the modal dialog of the page where one is open: outside of it
 * nothing can be pressed. Returns the way to stop that.
 */
export function startHome(element: HTMLElement): () => void {
  const listeners = new AbortController();
  function settle(): void {
    const home = [...document.querySelectorAll(MODAL)].at(-1) ?? document.documentElement;
    if (element.parentNode === home && element.matches(':popover-open')) return;
    if (element.parentNode !== home) home.append(element);
    element.showPopover();
  }
  element.setAttribute('popover', 'manual');
  settle();
  const options = { capture: true, passive: true, signal: listeners.signal };
  const onToggle = ({ target }: Event): void => {
    if (target instanceof HTMLDialogElement) settle();
  };
  document.addEventListener('toggle', onToggle, options);
  document.addEventListener('close', onToggle, options);
  return () => listeners.abort();
}
