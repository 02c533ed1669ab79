import { useState } from 'preact/hooks';
import { couponRejected } from '../antes-host.js';
import { api, codeOf } from '../api.js';
import type { Basket } from '../data.js';
import { t } from '../text.js';
import { Button } from './Button.js';
import { Field } from './Field.js';

/** The server answers 200 to a refused code too; what counts is `ok` in the answer. */
export function Coupon({ basket, onChanged }: { basket: Basket; onChanged(basket: Basket): void }) {
  const [code, setCode] = useState('');
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);

  const apply = async (event: Event) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    const answer = await api<{ basket: Basket }>('/api/coupon', { method: 'POST', body: { code } });
    setBusy(false);
    if (answer.ok) {
      setError(undefined);
      setCode('');
      onChanged(answer.basket);
    } else {
      setError(t(`errors.${codeOf(answer)}`));
      couponRejected(codeOf(answer));
    }
  };

  return (
    <form class="coupon" id="coupon-form" data-antes-anchor="coupon-form" noValidate onSubmit={apply}>
      <Field
        id="coupon"
        label={t('coupon.title')}
        value={code}
        error={error}
        optional
        autocomplete="off"
        maxLength={30}
        onInput={setCode}
        after={
          <Button id="apply-coupon" type="submit" quiet busy={busy}>
            {busy ? t('coupon.applying') : t('coupon.apply')}
          </Button>
        }
      />
      <p class="good" role="status">
        {basket.coupon && basket.discountCents > 0 ? t('coupon.applied', { code: basket.coupon }) : ''}
      </p>
    </form>
  );
}
