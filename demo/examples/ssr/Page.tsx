import { type Antes, start } from 'antes';
import { type FormEvent, useEffect, useRef, useState } from 'react';

/** Drawn on the server, and taken over in the browser. `start` is imported in both, and called in one. */
export function Page({ script }: { script: string }) {
  const antes = useRef<Antes>(null);
  const [status, setStatus] = useState('');
  useEffect(() => {
    const started = start('/antes.json', { locale: 'en' });
    antes.current = started;
    started.register('pay.paypal', () => {
      setStatus('Paid with PayPal.');
      started.emit('order-placed', { method: 'paypal' });
    });
    return () => started.stop();
  }, []);

  const pay = (event: FormEvent) => {
    event.preventDefault();
    // Your server says so; here every card is declined.
    setStatus('Your card was declined.');
    antes.current?.emit('payment-failure', { code: 'card_declined' });
  };
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>Checkout · drawn on the server</title>
        <link rel="icon" href="data:," />
        <script type="module" src={script} />
      </head>
      <body>
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
      </body>
    </html>
  );
}
