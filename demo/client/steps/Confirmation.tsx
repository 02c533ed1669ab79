import type { Order } from '../data.js';
import { day, money, productName, t } from '../text.js';
import { Heading } from '../parts/Heading.js';

export function Confirmation({ order }: { order: Order }) {
  const { address } = order;
  return (
    <div class="confirmation" id="confirmation" data-order-id={order.id}>
      <Heading title={t('confirmation.title', { name: address.name })} />
      <p class="lead">{t('confirmation.lead', { id: order.id, email: order.email })}</p>
      <dl class="facts">
        <div>
          <dt>{t('steps.delivery')}</dt>
          <dd>{t('confirmation.arrives', { day: day(order.eta) })}</dd>
        </div>
        <div>
          <dt>{t('steps.payment')}</dt>
          <dd>
            {t(`payment.methods.${order.method}`)}, {money(order.totalCents)}
          </dd>
        </div>
        <div>
          <dt>{t('confirmation.sendTo')}</dt>
          <dd>
            {address.street} {address.number}
            {address.extra && `, ${address.extra}`}
            <br />
            {address.postcode} {address.city}
          </dd>
        </div>
      </dl>
      <h2 class="small-title">{t('confirmation.items')}</h2>
      <ul class="plain mini-lines">
        {order.items.map((item) => (
          <li key={item.id}>
            <img class="picture" src={`/assets/img/products/${item.id}.svg`} alt="" width="56" height="56" />
            <span>
              <strong>{productName(item.id)}</strong>
              <br />
              <span class="quiet">{t('summary.quantity', { count: item.quantity })}</span>
            </span>
            <span>{money(item.cents * item.quantity)}</span>
          </li>
        ))}
      </ul>
      <div class="row">
        <a class="button" href={`/orders/${order.id}`}>
          {t('confirmation.track')}
        </a>
        <a class="button button--quiet" href="/">
          {t('confirmation.more')}
        </a>
      </div>
    </div>
  );
}
