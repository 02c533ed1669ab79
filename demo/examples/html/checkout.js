const form = document.querySelector('#pay');
const status = document.querySelector('#status');

form.addEventListener('submit', (event) => {
  event.preventDefault();
  // Your server says so; here every card is declined.
  status.textContent = 'Your card was declined.';
  window.antes.push((antes) => antes.emit('payment-failure', { code: 'card_declined' }));
});

window.antes.push((antes) => {
  antes.register('pay.paypal', () => {
    status.textContent = 'Paid with PayPal.';
    antes.emit('order-placed', { method: 'paypal' });
  });
});
