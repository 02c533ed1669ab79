import type { Basket } from '../data.js';
import { money, productName, t } from '../text.js';
import { Coupon } from './Coupon.js';

export function Summary({ basket, onChanged }: { basket: Basket; onChanged(basket: Basket): void }) {
  return (
    <aside
      class="summary checkout__summary"
      aria-labelledby="summary-title"
      data-antes-anchor="basket-summary"
    >
      <h2 id="summary-title">{t('summary.title')}</h2>
      <ul class="plain mini-lines">
        {basket.lines.map((line) => (
          <li key={line.id}>
            <img class="picture" src={`/assets/img/products/${line.id}.svg`} alt="" width="56" height="56" />
            <span>
              <strong>{productName(line.id)}</strong>
              <br />
              <span class="quiet">{t('summary.quantity', { count: line.quantity })}</span>
            </span>
            <span>{money(line.lineCents)}</span>
          </li>
        ))}
      </ul>
      <Coupon basket={basket} onChanged={onChanged} />
      <dl class="sums">
        <Sum name={t('summary.subtotal')} value={money(basket.subtotalCents)} />
        {basket.discountCents > 0 && (
          <Sum
            name={t('summary.discount', { code: basket.coupon ?? '' })}
            value={`−${money(basket.discountCents)}`}
          />
        )}
        {basket.giftWrap && <Sum name={t('summary.giftWrap')} value={money(basket.giftWrapCents)} />}
        <Sum name={t('summary.delivery')} value={deliveryPrice(basket)} />
        <Sum name={t('summary.total')} value={money(basket.totalCents)} class="sums__total" />
      </dl>
    </aside>
  );
}

function Sum({ name, value, class: extra = '' }: { name: string; value: string; class?: string }) {
  return (
    <div class={extra}>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function deliveryPrice({ delivery, deliveryCents }: Basket): string {
  if (!delivery) return t('summary.later');
  return deliveryCents === 0 ? t('summary.free') : money(deliveryCents);
}
