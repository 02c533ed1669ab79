import { type FormEvent, useState } from 'react';
import { useAntes } from './useAntes';

export function Payment() {
  const [status, setStatus] = useState('');
  const antes = useAntes((started) => {
    started.register('pay.paypal', () => {
      setStatus('Paid with PayPal.');
      started.emit('order-placed', { method: 'paypal' });
    });
  });

  const pay = (event: FormEvent) => {
    event.preventDefault();
    // Your server says so; here every card is declined.
    setStatus('Your card was declined.');
    antes.current?.emit('payment-failure', { code: 'card_declined' });
  };
  return (
    <main>
      <h1>Payment</h1>
      <form id="pay" data-antes-anchor="payment" onSubmit={pay}>
        <label>
          Card number <input id="card" inputMode="numeric" data-antes-anchor="card" required />
        </label>
        <button data-antes-commit>Pay 42 €</button>
        <p id="status" role="status">
          {status}
        </p>
      </form>
    </main>
  );
}
