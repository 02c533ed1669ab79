import { useEffect, useState } from 'preact/hooks';
import { addressFound, offer } from '../antes-host.js';
import { api, codeOf } from '../api.js';
import { broken, data, type Address, type Basket } from '../data.js';
import { t } from '../text.js';
import { checkAddress, countryOf, tidyPostcode, type Errors } from '../validation.js';
import { AddressFinder } from '../parts/AddressFinder.js';
import { Button } from '../parts/Button.js';
import { Field, focusFirst } from '../parts/Field.js';
import { Heading } from '../parts/Heading.js';

const homes: Record<string, string> = { es: 'ES', pt: 'PT', en: 'GB' };
const blank: Address = {
  email: '',
  name: '',
  phone: '',
  country: homes[data.lang] ?? 'ES',
  postcode: '',
  street: '',
  number: '',
  extra: '',
  city: '',
};
const fields = Object.keys(blank) as (keyof Address)[];

export function AddressStep({ basket, onSaved }: { basket: Basket; onSaved(basket: Basket): void }) {
  const [address, setAddress] = useState<Address>({ ...blank, ...basket.address });
  const [errors, setErrors] = useState<Errors>({});
  const [byHand, setByHand] = useState(Boolean(basket.address?.street));
  const [saving, setSaving] = useState(false);
  const [failure, setFailure] = useState<string>();

  const country = countryOf(address.country);
  const change = (patch: Partial<Address>) => {
    const changed = Object.keys(patch);
    setAddress((before) => ({ ...before, ...patch }));
    setErrors((before) =>
      Object.fromEntries(Object.entries(before).filter(([name]) => !changed.includes(name))),
    );
  };
  const check = (name: keyof Address) => () => {
    const wrong = address[name] ? checkAddress(address)[name] : undefined;
    if (wrong) setErrors((before) => ({ ...before, [name]: wrong }));
    if (name === 'postcode' && !wrong && address.postcode)
      change({ postcode: tidyPostcode(address.postcode, address.country) });
  };
  const enterByHand = () => {
    setByHand(true);
    focusFirst(['street']);
  };
  useEffect(() => offer({ 'address.manual': enterByHand }), []);

  const showStreet = byHand || address.street !== '';
  const submit = async (event: Event) => {
    event.preventDefault();
    if (saving) return;
    const wrong = checkAddress(address);
    if (!showStreet && (wrong['street'] || wrong['city'])) wrong['postcode'] ??= 'address_needed';
    if (show(wrong)) return;
    setSaving(true);
    if (broken('endless-spinner')) return;
    const answer = await api<{ basket: Basket }>('/api/checkout/address', { method: 'PUT', body: address });
    setSaving(false);
    if (answer.ok) onSaved(answer.basket);
    else if (!answer.errors || !show(answer.errors)) setFailure(t(`errors.${codeOf(answer)}`));
  };

  /** Shows what is wrong, if anything is. */
  function show(wrong: Errors): boolean {
    setErrors(wrong);
    setFailure(undefined);
    const ids = fields.filter((name) => wrong[name]);
    focusFirst(ids);
    return ids.length > 0;
  }

  const errorOf = (name: keyof Address): string | undefined => {
    const code = errors[name];
    if (!code) return undefined;
    if (code === 'address_needed') return t('address.needAddress');
    return t(`errors.${code}`, { example: country?.example ?? '', country: country?.name ?? '' });
  };
  const field = (name: keyof Address, autocomplete: string) => ({
    id: name,
    label: t(`address.${name}`),
    value: address[name],
    error: errorOf(name),
    autocomplete,
    onInput: (value: string) => change({ [name]: value }),
    onBlur: check(name),
  });
  const city = (value: string) =>
    change(broken('field-overwrite') ? { city: value, postcode: '' } : { city: value });

  return (
    <form id="address-form" data-antes-anchor="address-form" noValidate onSubmit={submit}>
      <Heading title={t('address.title')} wrong={Object.keys(errors).length > 0} />
      {failure && (
        <p class="notice notice--problem" role="alert">
          {failure}
        </p>
      )}
      <fieldset class="group">
        <legend>{t('address.contact')}</legend>
        <Field
          {...field('email', 'email')}
          type="email"
          inputMode="email"
          hint={t('address.emailHint')}
          maxLength={254}
        />
        <Field {...field('name', 'name')} />
        <Field
          {...field('phone', 'tel')}
          type="tel"
          inputMode="tel"
          hint={t('address.phoneHint')}
          optional
          maxLength={30}
        />
      </fieldset>
      <fieldset class="group">
        <legend>{t('address.place')}</legend>
        <div class="field">
          <label for="country">{t('address.country')}</label>
          <select
            id="country"
            name="country"
            autocomplete="country"
            value={address.country}
            onChange={(event) => change({ country: event.currentTarget.value, postcode: '' })}
          >
            {data.countries.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </div>
        <AddressFinder
          country={country}
          postcode={address.postcode}
          error={errorOf('postcode')}
          byHand={byHand}
          onPostcode={(postcode) => change({ postcode })}
          onBlur={check('postcode')}
          onFound={(street, found) => (
            change({ street, city: found }),
            focusFirst(['number']),
            addressFound()
          )}
          onMode={(wanted) => (wanted ? enterByHand() : (setByHand(false), change({ street: '', city: '' })))}
        />
        {showStreet && (
          <div class="columns">
            <Field
              {...field('street', 'address-line1')}
              onBlur={() => (check('street')(), address.street && addressFound())}
              class="columns__wide"
            />
            <Field {...field('number', 'off')} optional maxLength={12} />
            <Field {...field('extra', 'address-line2')} optional maxLength={60} />
            <Field {...field('city', 'address-level2')} onInput={city} class="columns__wide" />
          </div>
        )}
      </fieldset>
      <div class="row row--end">
        <a href="/cart">{t('toBasket')}</a>
        <Button id="to-delivery" type="submit" commit busy={saving}>
          {saving ? t('address.saving') : t('address.next')}
        </Button>
      </div>
    </form>
  );
}
