import { useEffect, useRef, useState } from 'preact/hooks';
import { Link } from 'wouter-preact';
import * as antes from '../antes-host.js';
import { api, codeOf } from '../api.js';
import { attemptKey, endAttempt } from '../attempt-key.js';
import { broken, type Basket, type Order } from '../data.js';
import { money, t } from '../text.js';
import { checkCard, digits, type Card, type Errors } from '../validation.js';
import { Button } from '../parts/Button.js';
import { CardForm } from '../parts/CardForm.js';
import { focusFirst } from '../parts/Field.js';
import { Heading } from '../parts/Heading.js';

const methods = ['card', 'paypal', 'invoice'] as const;
type Method = (typeof methods)[number];
const PAYMENT_TIMEOUT_MS = 40_000;

interface PaymentProps {
  basket: Basket;
  onChanged(basket: Basket): void;
  onPlaced(order: Order): void;
}

export function PaymentStep({ basket, onChanged, onPlaced }: PaymentProps) {
  const [method, setMethod] = useState<Method>('card');
  const [card, setCard] = useState<Card>({
    number: '',
    expiry: '',
    cvc: '',
    name: basket.address?.name ?? '',
  });
  const [errors, setErrors] = useState<Errors>({});
  const [failure, setFailure] = useState<string>();
  const [paying, setPaying] = useState(false);
  const attempt = useRef(0);
  const underWay = useRef(false);

  useEffect(() => antes.paymentMethodChosen(method), [method]);
  useEffect(() => {
    const switchTo = (wanted: Method) => () => {
      setMethod(wanted);
      setFailure(undefined);
      focusFirst(['place-order']);
    };
    return antes.offer({ 'pay.paypal': switchTo('paypal'), 'pay.invoice': switchTo('invoice') });
  }, []);

  const submit = async (event: Event) => {
    event.preventDefault();
    if (underWay.current || broken('stuck-disabled')) return;
    const wrong = method === 'card' ? checkCard(card, Date.now()) : {};
    if (show(wrong)) return;
    underWay.current = true;
    setPaying(true);
    setFailure(undefined);
    await pay();
    underWay.current = false;
    setPaying(false);
  };

  async function pay(): Promise<void> {
    const what = method === 'card' ? `card-${digits(card.number).slice(-4)}` : method;
    const answer = await api<{ order: { id: string } }>('/api/payments', {
      method: 'POST',
      timeoutMs: PAYMENT_TIMEOUT_MS,
      headers: { 'idempotency-key': attemptKey(basket.id, what) },
      body: {
        basket: basket.id,
        totalCents: basket.totalCents,
        method,
        ...(method === 'card' ? { card } : {}),
      },
    });
    if (answer.ok) {
      endAttempt(basket.id, what);
      antes.paymentAccepted();
      return celebrate(answer.order.id);
    }
    if (answer.errors && show(answer.errors)) return undefined;
    const code = codeOf(answer);
    // Without an answer the attempt is still open: the next press asks again with the same key.
    if (code === 'offline' || code === 'unknown') return setFailure(t('errors.unclear'));
    endAttempt(basket.id, what);
    attempt.current += 1;
    setFailure(t(`errors.${code}`));
    antes.paymentFailed(code, attempt.current);
    if (code === 'basket_changed') await reloadBasket();
    return undefined;
  }

  async function celebrate(id: string): Promise<void> {
    const answer = await api<{ order: Order }>(`/api/orders/${id}`);
    if (!answer.ok) return location.assign(`/checkout/confirmation/${id}`);
    antes.orderPlaced(answer.order);
    // The header came with the page; what was in the basket is an order now.
    document.querySelector('[data-basket-count]')?.replaceChildren('0');
    return onPlaced(answer.order);
  }

  async function reloadBasket(): Promise<void> {
    const answer = await api<{ basket: Basket }>('/api/basket');
    if (answer.ok) onChanged(answer.basket);
  }

  /** Shows what is wrong with the card, if anything is. */
  function show(wrong: Errors): boolean {
    setErrors(wrong);
    const names = (['number', 'expiry', 'cvc', 'name'] as const).filter((name) => wrong[name]);
    focusFirst(names.map((name) => `card-${name}`));
    return names.length > 0;
  }

  const { address } = basket;
  return (
    <form id="payment-form" data-antes-anchor="card-form" noValidate onSubmit={submit}>
      <Heading title={t('payment.title')} wrong={Boolean(failure) || Object.keys(errors).length > 0} />
      <dl class="facts facts--check">
        <div>
          <dt>{t('payment.sendTo')}</dt>
          <dd>
            {address?.name}, {address?.street} {address?.number}, {address?.postcode} {address?.city}{' '}
            <Link href="/checkout/address" aria-label={t('payment.changeAddress')}>
              {t('payment.change')}
            </Link>
          </dd>
        </div>
        <div>
          <dt>{t('steps.delivery')}</dt>
          <dd>
            {t(`delivery.options.${basket.delivery}.name`)}{' '}
            <Link href="/checkout/delivery" aria-label={t('payment.changeDelivery')}>
              {t('payment.change')}
            </Link>
          </dd>
        </div>
      </dl>
      <fieldset class="group group--options">
        <legend>{t('payment.method')}</legend>
        {methods.map((name) => (
          <label key={name} class="option">
            <input
              type="radio"
              id={`method-${name}`}
              name="method"
              value={name}
              checked={method === name}
              disabled={paying}
              onChange={() => (setMethod(name), setFailure(undefined))}
            />
            <span class="option__words">
              <strong>{t(`payment.methods.${name}`)}</strong>
              <span class="quiet">{t(`payment.hints.${name}`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      {method === 'card' && (
        <CardForm
          card={card}
          errors={errors}
          onChange={(patch) => (
            setCard({ ...card, ...patch }),
            setErrors(without(errors, Object.keys(patch)))
          )}
        />
      )}
      {failure && (
        <p class="notice notice--problem" role="alert" id="payment-error">
          {failure}
        </p>
      )}
      <p class="quiet small">{t('payment.binding')}</p>
      <div class="row row--end">
        <Link href="/checkout/delivery">{t('payment.back')}</Link>
        <Button
          id="place-order"
          type="submit"
          commit
          anchor="place-order"
          busy={paying}
          disabled={broken('stuck-disabled')}
        >
          {t(`payment.pay.${method}`, { amount: money(basket.totalCents) })}
        </Button>
      </div>
      <p class="quiet" role="status">
        {paying ? t('payment.paying') : ''}
      </p>
    </form>
  );
}

const without = (errors: Errors, names: string[]): Errors =>
  Object.fromEntries(Object.entries(errors).filter(([name]) => !names.includes(name)));
