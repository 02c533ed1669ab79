import { holds } from '../../core/media.js';
import { real } from '../../core/real.js';
import { createContact } from '../contact/index.js';
import type { Place } from '../place.js';
import { register } from '../register.js';
import { undoAll } from '../undo-all.js';
import { AntesPanel, deepFocus } from './panel.js';

/** As in the styles. */
const PHONE = '(max-width: 480px)';

/** There is one: what is asked for next takes its place. */
let current: AntesPanel | undefined;

/** Pages set their font on the body, which is not around a sheet; the layer knows it already. */
function wearFont(panel: AntesPanel): void {
  const { body } = real(document);
  if (body && getComputedStyle(panel).getPropertyValue('--antes-font') === '')
    panel.style.setProperty('--antes-font', getComputedStyle(body).fontFamily);
}

/** In the corner of the layer; on a phone, where it was asked for and no dialog of the page is open, a sheet of its own. */
export const place: Place = ({ dress, offer, stage }) => {
  register('antes-panel', AntesPanel);
  // The customer asked for it: help that comes by itself never takes the focus, nor the page.
  const asked = offer.id < 0;
  const cameFrom = current?.cameFrom?.isConnected && current.focused ? current.cameFrom : deepFocus();
  current?.dismiss(false);

  const panel = new AntesPanel();
  panel.stage = stage;
  panel.sheet = panel.modal = asked && holds(PHONE) && !real(document).querySelector('dialog:modal');
  panel.contact = createContact();
  panel.contact.port = stage.port;
  panel.contact.reason = offer.reason;
  panel.contact.uncover = () => panel.uncover();
  panel.contact.leave = (byKey) => panel.dismiss(byKey);
  dress(panel);
  const badge = stage.badge.element;
  if (panel.modal) {
    stage.port.root.append(panel);
    wearFont(panel);
    // What stays above a sheet would lie on its last lines.
    badge?.setAttribute('away', '');
    panel.removed = () => panel.owner?.answer({ phase: 'gone' }, false);
  } else stage.top.show(panel);
  current = panel;

  if (asked)
    panel.safely(async () => {
      await panel.updateComplete;
      if (!panel.isConnected) return;
      panel.focus();
      if (offer.contact) await panel.contact?.choose(offer.contact);
      panel.cameFrom = cameFrom;
    });

  const stop = () => {
    if (current === panel) current = undefined;
    panel.removed = undefined;
    undoAll(
      stage.guard,
      () => badge?.removeAttribute('away'),
      () => panel.close(),
      () => panel.remove(),
    );
  };
  return {
    // Its heading has the focus, and is read.
    told: asked,
    leave(gone) {
      stop();
      gone();
    },
    stop,
  };
};
