import { data } from '../data.js';
import { t } from '../text.js';
import { slashExpiry, spaceCardNumber, type Card, type Errors } from '../validation.js';
import { Field } from './Field.js';

interface CardFormProps {
  card: Card;
  errors: Errors;
  onChange(patch: Partial<Card>): void;
}

export function CardForm({ card, errors, onChange }: CardFormProps) {
  const errorOf = (name: keyof Card) => (errors[name] ? t(`errors.${errors[name]}`) : undefined);
  const common = (name: keyof Card) => ({ id: `card-${name}`, value: card[name], error: errorOf(name) });
  return (
    <div class="card-form" id="card-form">
      <Field
        {...common('number')}
        label={t('payment.number')}
        anchor="card-number"
        autocomplete="cc-number"
        inputMode="numeric"
        maxLength={23}
        onInput={(number) => onChange({ number: spaceCardNumber(number) })}
      />
      <div class="columns">
        <Field
          {...common('expiry')}
          label={t('payment.expiry')}
          hint={t('payment.expiryHint')}
          autocomplete="cc-exp"
          inputMode="numeric"
          maxLength={7}
          onInput={(expiry) => onChange({ expiry: slashExpiry(expiry) })}
        />
        <Field
          {...common('cvc')}
          label={t('payment.cvc')}
          hint={t('payment.cvcHint')}
          anchor="card-cvc"
          autocomplete="cc-csc"
          inputMode="numeric"
          maxLength={4}
          onInput={(cvc) => onChange({ cvc })}
        />
      </div>
      <Field
        {...common('name')}
        label={t('payment.cardName')}
        autocomplete="cc-name"
        onInput={(name) => onChange({ name })}
      />
      <TestCards onUse={(number) => onChange({ number, expiry: '12/34', cvc: '123' })} />
    </div>
  );
}

function TestCards({ onUse }: { onUse(number: string): void }) {
  return (
    <details class="test-cards" id="test-cards">
      <summary>{t('payment.testCards')}</summary>
      <p class="quiet small">{t('payment.testCardsText')}</p>
      <ul class="plain">
        {data.testCards.map(({ number, outcome }) => (
          <li key={number}>
            <span>
              <span class="digits">{number}</span>
              <br />
              <span class="quiet small">{t(`payment.outcomes.${outcome}`)}</span>
            </span>
            <button
              type="button"
              class="link-button"
              aria-label={t('payment.useCard', { number })}
              onClick={() => onUse(number)}
            >
              {t('payment.use')}
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
