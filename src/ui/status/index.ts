import { clock } from '../clock.js';
import type { Offer } from '../../state/stores.js';
import { register } from '../register.js';
import type { Stage } from '../stage.js';
import { startWords } from '../words.js';
import { createSpeech } from './speech.js';
import { AntesStatus } from './status.js';

/** Without a word from a source for so long, nobody waits any longer: its code could not be had. */
const GIVE_UP_MS = 10_000;

/** What an offer's source knows, inside the offer's card. */
export function create(offer: Offer, stage: Stage): AntesStatus {
  register('antes-status', AntesStatus);
  const { port, guard, announcer } = stage;
  const { $sources, $followed, $locale } = port.stores;
  const name = offer.source ?? '';
  const source = Object.hasOwn(port.config.sources ?? {}, name) ? port.config.sources![name] : undefined;
  const values = port.config.facts?.[`${source?.kind}.state`]?.values;
  const status = new AntesStatus();
  status.offer = offer;
  status.words = stage.words;
  status.expects = source?.kind === 'incidents' ? 0 : values?.filter((value) => value !== 'exception').length;
  status.components = Object.keys(source?.components ?? {});
  status.source = $sources.get()[name];

  status.follow = () => {
    const speech = createSpeech(clock, guard, (text) => announcer.say(text, offer.lang));
    status.moved = speech.say;
    $followed.set([...$followed.get(), name]);
    const stops = [
      startWords($locale, (words) => (status.words = words)),
      $sources.subscribe(guard('ui/status', (sources) => (status.source = sources[name] ?? status.source))),
      clock.after(
        GIVE_UP_MS,
        guard('ui/status', () => {
          status.source ??= {
            kind: source?.kind ?? 'facts',
            condition: 'offline',
            asOf: null,
            progress: undefined,
            incidents: [],
          };
        }),
      ),
      speech.stop,
    ];
    return () => {
      stops.forEach((stop) => stop());
      const followed = [...$followed.get()];
      // Once: another card may show the same.
      followed.splice(followed.indexOf(name), 1);
      $followed.set(followed);
    };
  };
  return status;
}
