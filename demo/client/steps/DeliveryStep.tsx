import { useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import { api, codeOf, type Answer } from '../api.js';
import { broken, data, type Basket } from '../data.js';
import { day, money, t } from '../text.js';
import { Button } from '../parts/Button.js';
import { Heading } from '../parts/Heading.js';

const FREEZE_MS = 7000;

interface DeliveryProps {
  basket: Basket;
  onChanged(basket: Basket): void;
  onDone(): void;
}

export function DeliveryStep({ basket, onChanged, onDone }: DeliveryProps) {
  const [estimates, setEstimates] = useState<Record<string, number>>({});
  const [busy, setBusy] = useState<'option' | 'estimates' | 'gift' | 'next'>();
  const [failure, setFailure] = useState<string>();

  const take = (answer: Answer<{ basket: Basket }>): boolean => {
    setFailure(answer.ok ? undefined : t(`errors.${answer.errors?.['option'] ?? codeOf(answer)}`));
    if (answer.ok) onChanged(answer.basket);
    return answer.ok;
  };
  const during = async (what: NonNullable<typeof busy>, work: () => Promise<unknown>) => {
    setBusy(what);
    await work();
    setBusy(undefined);
  };

  const choose = (option: string) =>
    during('option', async () =>
      take(await api('/api/checkout/delivery', { method: 'PUT', body: { option } })),
    );
  const calculate = () => {
    if (broken('frozen-page')) freeze(FREEZE_MS);
    return during('estimates', async () => {
      const answer = await api<{ estimates: Record<string, number> }>('/api/checkout/estimates');
      if (answer.ok) setEstimates(answer.estimates);
      else setFailure(t(`errors.${codeOf(answer)}`));
    });
  };
  const giftWrap = () => {
    if (broken('throwing-handler')) throw new TypeError('giftWrap.options is undefined');
    return during('gift', async () =>
      take(await api('/api/checkout/gift-wrap', { method: 'PUT', body: { wanted: !basket.giftWrap } })),
    );
  };
  const submit = (event: Event) => {
    event.preventDefault();
    if (broken('dead-button') || busy) return;
    if (basket.delivery) onDone();
    else setFailure(t('errors.delivery_missing'));
  };

  const freeNow = basket.subtotalCents - basket.discountCents >= data.freeDeliveryFromCents;
  return (
    <form id="delivery-form" data-antes-anchor="delivery-form" noValidate onSubmit={submit}>
      <Heading title={t('delivery.title')} wrong={Boolean(failure)} />
      {failure && (
        <p class="notice notice--problem" role="alert" id="delivery-error">
          {failure}
        </p>
      )}
      <fieldset class="group group--options" aria-describedby={failure ? 'delivery-error' : undefined}>
        <legend class="visually-hidden">{t('delivery.title')}</legend>
        {data.delivery.map(({ id, cents }) => (
          <label key={id} class="option">
            <input
              type="radio"
              id={`delivery-${id}`}
              name="delivery"
              value={id}
              checked={basket.delivery === id}
              onChange={() => choose(id)}
            />
            <span class="option__words">
              <strong>{t(`delivery.options.${id}.name`)}</strong>
              <span class="quiet">
                {estimates[id]
                  ? t('delivery.arrives', { day: day(estimates[id]) })
                  : t(`delivery.options.${id}.text`)}
              </span>
            </span>
            <span class="option__price">
              {id === 'standard' && freeNow ? t('delivery.free') : money(cents)}
            </span>
          </label>
        ))}
        <Button id="calculate-delivery" quiet busy={busy === 'estimates'} onClick={calculate}>
          {busy === 'estimates' ? t('delivery.calculating') : t('delivery.calculate')}
        </Button>
      </fieldset>
      <section class="gift" aria-labelledby="gift-title">
        <h2 class="small-title" id="gift-title">
          {t('delivery.giftTitle')}
        </h2>
        <p class="quiet">{t('delivery.giftText')}</p>
        <Button id="gift-wrap" quiet busy={busy === 'gift'} onClick={giftWrap}>
          {basket.giftWrap
            ? t('delivery.giftRemove')
            : t('delivery.giftAdd', { amount: money(data.giftWrapCents) })}
        </Button>
        <span class="good" role="status">
          {basket.giftWrap ? t('delivery.giftAdded') : ''}
        </span>
      </section>
      <div class="row row--end">
        <Link href="/checkout/address">{t('delivery.back')}</Link>
        <Button id="to-payment" type="submit" commit>
          {t('delivery.next')}
        </Button>
      </div>
    </form>
  );
}

/** What a careless loop does to a page. */
function freeze(ms: number): void {
  const end = performance.now() + ms;
  while (performance.now() < end);
}
