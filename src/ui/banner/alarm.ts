import { real } from '../../core/real.js';
import { clock } from '../clock.js';
import type { Offer } from '../../state/stores.js';
import type { Stage } from '../stage.js';

/** A region that was just made is not listened to yet. */
const SETTLE_MS = 150;
/** Said once; who reads the page later shall not find it again. */
const FORGET_MS = 5_000;

/** Says at once that nobody can go on here. In the layer, and so in the dialog that is open. Returns the way to take it back. */
export function createAlarm(
  offer: Offer,
  { top, words, guard }: Pick<Stage, 'top' | 'words' | 'guard'>,
): () => void {
  const region = real(document).createElement('div');
  region.setAttribute('role', 'alert');
  region.lang = offer.lang;
  // Heard, not seen; by CSSOM, which every content security policy allows.
  Object.assign(region.style, {
    position: 'absolute',
    inlineSize: '1px',
    blockSize: '1px',
    overflow: 'hidden',
  });
  region.style.clipPath = 'inset(50%)';
  top.layer.append(region);
  const cancels = [
    clock.after(
      SETTLE_MS,
      guard('ui/banner', () => (region.textContent = `${words.help}: ${offer.title}`)),
    ),
    clock.after(
      FORGET_MS,
      guard('ui/banner', () => region.remove()),
    ),
  ];
  return () => {
    cancels.forEach((cancel) => cancel());
    region.remove();
  };
}
