import { executeServerCommand, sendMouse } from '@web/test-runner-commands';

/** Presses a key or a chord by its name, trusted, in every engine: `Enter`, `Space`, `Shift+Tab`. */
export const pressKey = async (chord: string): Promise<void> => {
  await executeServerCommand('press-key', chord);
};

/** A trusted click on the middle of an element. */
export async function click(element: Element, button: 'left' | 'middle' | 'right' = 'left'): Promise<void> {
  element.scrollIntoView({ block: 'nearest', behavior: 'instant' });
  const { x, y, width, height } = element.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(x + width / 2), Math.round(y + height / 2)],
    button,
  });
}
