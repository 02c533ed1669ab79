import { useEffect, useState } from 'preact/hooks';
import { Route, Switch, useLocation } from 'wouter-preact';
import { basketTotal } from './antes-host.js';
import { data, type Basket, type Order } from './data.js';
import { t } from './text.js';
import { Progress, type StepName } from './parts/Progress.js';
import { Summary } from './parts/Summary.js';
import { AddressStep } from './steps/AddressStep.js';
import { DeliveryStep } from './steps/DeliveryStep.js';
import { PaymentStep } from './steps/PaymentStep.js';
import { Confirmation } from './steps/Confirmation.js';

export const pathOf = (step: StepName, id?: string): string => `/checkout/${step}${id ? `/${id}` : ''}`;

/** The steps after the basket. The address bar says which one; the server has what was entered so far. */
export function CheckoutFlow() {
  const [basket, setBasket] = useState<Basket>(data.basket);
  const [order, setOrder] = useState<Order | null>(data.order);
  const [path, navigate] = useLocation();
  const step = (path.split('/')[2] ?? 'address') as StepName;
  const allowed = furthest(step, basket, order);

  useEffect(() => basketTotal(basket.totalCents), [basket.totalCents]);
  useEffect(() => {
    // The header came with the first step; its languages should lead to this one.
    for (const link of document.querySelectorAll<HTMLAnchorElement>('.languages a')) link.pathname = path;
  }, [path]);
  useEffect(() => {
    // Also the way back after the order was placed leads here: what is bought cannot be bought again.
    if (allowed !== step) navigate(pathOf(allowed, order?.id), { replace: true });
  }, [allowed, step]);
  if (allowed !== step) return null;

  return (
    <div class={`checkout checkout--${step}`} data-antes-step={step}>
      <Progress current={step} />
      <div class="checkout__step">
        <Switch>
          <Route path="/checkout/address">
            <AddressStep
              basket={basket}
              onSaved={(saved) => (setBasket(saved), navigate(pathOf('delivery')))}
            />
          </Route>
          <Route path="/checkout/delivery">
            <DeliveryStep basket={basket} onChanged={setBasket} onDone={() => navigate(pathOf('payment'))} />
          </Route>
          <Route path="/checkout/payment">
            <PaymentStep
              basket={basket}
              onChanged={setBasket}
              onPlaced={(placed) => (
                setOrder(placed),
                navigate(pathOf('confirmation', placed.id), { replace: true })
              )}
            />
          </Route>
          <Route path="/checkout/confirmation/:id">
            {order ? <Confirmation order={order} /> : <p>{t('loading')}</p>}
          </Route>
        </Switch>
      </div>
      {step !== 'confirmation' && <Summary basket={basket} onChanged={setBasket} />}
    </div>
  );
}

function furthest(wanted: StepName, basket: Basket, order: Order | null): StepName {
  if (order) return 'confirmation';
  if (wanted === 'payment' && basket.address && basket.delivery) return 'payment';
  if ((wanted === 'payment' || wanted === 'delivery') && basket.address) return 'delivery';
  return 'address';
}
