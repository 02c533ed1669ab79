import { t } from '../text.js';

export const stepNames = ['address', 'delivery', 'payment', 'confirmation'] as const;
export type StepName = (typeof stepNames)[number];

/** Where the customer is, as a list; nothing to press, the steps have their own ways back. */
export function Progress({ current }: { current: StepName }) {
  const reached = stepNames.indexOf(current);
  return (
    <ol class="steps plain" aria-label={t('stepsLabel')}>
      {stepNames.map((name, place) => (
        <li
          key={name}
          class={place < reached ? 'is-done' : ''}
          aria-current={name === current ? 'step' : undefined}
        >
          <span class="steps__number" aria-hidden="true">
            {place < reached ? '✓' : place + 1}
          </span>
          <span class="steps__name">{t(`steps.${name}`)}</span>
        </li>
      ))}
    </ol>
  );
}
