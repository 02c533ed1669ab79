import { useState } from 'preact/hooks';
import { api, codeOf } from '../api.js';
import type { Country } from '../data.js';
import { t } from '../text.js';
import { Button } from './Button.js';
import { Field, FieldError } from './Field.js';

interface FinderProps {
  country: Country | undefined;
  postcode: string;
  error: string | undefined;
  byHand: boolean;
  onPostcode(postcode: string): void;
  onBlur(): void;
  onFound(street: string, city: string): void;
  onMode(byHand: boolean): void;
}

/** Postcode first: it finds the street, or leads to writing the address by hand. */
export function AddressFinder({
  country,
  postcode,
  error,
  byHand,
  onPostcode,
  onBlur,
  onFound,
  onMode,
}: FinderProps) {
  const [found, setFound] = useState<{ city: string; streets: string[] }>();
  const [problem, setProblem] = useState<string>();
  const [busy, setBusy] = useState(false);

  const find = async () => {
    setBusy(true);
    const query = new URLSearchParams({ country: country?.code ?? '', postcode });
    const answer = await api<{ city: string; streets: string[] }>(`/api/addresses?${query}`);
    setBusy(false);
    setFound(answer.ok ? answer : undefined);
    setProblem(answer.ok ? undefined : explain(codeOf(answer), country));
  };

  const wrong = error ?? problem;
  return (
    <div class="finder" data-antes-anchor="postcode" data-antes-key="postcode-block">
      <Field
        id="postcode"
        label={t('address.postcode')}
        hint={t('address.postcodeHint', { example: country?.example ?? '' })}
        value={postcode}
        error={wrong}
        autocomplete="postal-code"
        maxLength={12}
        onInput={(value) => (setProblem(undefined), onPostcode(value))}
        onBlur={onBlur}
        after={
          !byHand && (
            <Button id="find-address" quiet busy={busy} onClick={find}>
              {busy ? t('address.finding') : t('address.find')}
            </Button>
          )
        }
      />
      {!byHand && found && (
        <div class="field">
          <label for="found-address">{t('address.found')}</label>
          <select
            id="found-address"
            name="found-address"
            autoFocus
            onChange={({ currentTarget }) => currentTarget.value && onFound(currentTarget.value, found.city)}
          >
            <option value="">{t('address.choose')}</option>
            {found.streets.map((street) => (
              <option key={street} value={street}>
                {street}, {found.city}
              </option>
            ))}
          </select>
          <FieldError id="found-address" error={undefined} />
        </div>
      )}
      <button type="button" class="link-button" id="address-mode" onClick={() => onMode(!byHand)}>
        {byHand ? t('address.lookup') : t('address.manual')}
      </button>
    </div>
  );
}

function explain(code: string, country: Country | undefined): string {
  if (code === 'not_found') return t('address.noneFound');
  return t(`errors.${code}`, { example: country?.example ?? '', country: country?.name ?? '' });
}
