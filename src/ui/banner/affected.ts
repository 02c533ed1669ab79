import type { Incident } from '../../state/sources.js';
import type { Offer, UiPort } from '../../state/stores.js';

export interface Affected {
  /** This step is one of those that are affected now, or nobody has said which are. */
  readonly step: boolean;
  /** Nobody can go on in this step. */
  readonly blocked: boolean;
  /** What the banner tells of is over. */
  readonly over: boolean;
}

/** What the source of a banner says of the step in which the customer is. */
export function affected(offer: Offer, port: Pick<UiPort, 'config' | 'stores' | 'situation'>): Affected {
  const name = offer.source ?? '';
  const source = Object.hasOwn(port.config.sources ?? {}, name) ? port.config.sources![name] : undefined;
  const told = port.stores.$sources.get()[name];
  if (source?.kind !== 'incidents' || !told) return { step: true, blocked: false, over: false };
  const components = Object.entries(source.components ?? {});
  const { step, journey } = port.situation();
  const here = step === null ? [] : [step, `${journey}/${step}`];
  const touches = ({ components: some }: Incident, those: readonly string[]) =>
    some.length === 0 || those.length === 0 || some.some((one) => those.includes(one));
  const mine = components
    .filter(([, steps]) => steps.some((one) => here.includes(one)))
    .map(([component]) => component);
  const all = components.map(([component]) => component);
  const open = told.incidents.filter((one) => one.phase !== 'resolved' && touches(one, all));
  const now = open.filter(({ phase }) => phase === 'ongoing');
  const atStep = mine.length > 0 ? now.filter((one) => touches(one, mine)) : [];
  const said = components.some(([, steps]) => steps.length > 0);
  return {
    step: said ? atStep.length > 0 : now.length > 0,
    blocked: atStep.some(({ impact }) => impact === 'critical'),
    over: told.condition === 'fresh' && open.length === 0,
  };
}
