import type { Channel } from '../../core/records.js';
import type { ChannelPart, Watch } from '../attempt.js';
import type { Context } from '../context.js';

/** The window loses the focus to a file dialog or a new tab within this time; later, the customer went away. */
const WINDOW_MS = 1_000;

const ANSWERS: Readonly<Record<string, Channel>> = {
  toggle: 'dialog',
  beforetoggle: 'dialog',
  close: 'dialog',
  cancel: 'dialog',
  play: 'media',
  pause: 'media',
  seeking: 'media',
  volumechange: 'media',
  copy: 'clipboard',
  cut: 'clipboard',
  fullscreenchange: 'window',
  beforeprint: 'window',
};

/** Answers that the browser itself announces. */
export function startEventChannels({ bus, dom, ignored, now, window }: Context, watch: Watch): ChannelPart {
  const stops = Object.entries(ANSWERS).map(([type, channel]) =>
    bus.on(type, 'observe/events', ({ target }) => {
      if (!dom.isElement(target) || !ignored(target)) watch.answerAll(channel);
    }),
  );
  const away = () => {
    for (const attempt of watch.pending) if (now() - attempt.at <= WINDOW_MS) watch.answer(attempt, 'window');
  };
  stops.push(
    bus.on('blur', 'observe/events', ({ target }) => {
      if (target === window) away();
    }),
    bus.on('visibilitychange', 'observe/events', () => {
      if (dom.document.visibilityState === 'hidden') away();
    }),
  );
  return { stop: () => stops.forEach((stop) => stop()) };
}
