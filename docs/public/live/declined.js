document.querySelector('form').addEventListener('submit', function (event) {
  event.preventDefault();
  document.querySelector('.error').textContent = '';
  setTimeout(function () {
    document.querySelector('.error').textContent = 'Declined.';
    // What only the page knows.
    window.antes.push(function (antes) {
      antes.emit('payment-failure', { code: 'card_declined' });
    });
  }, 400);
});
window.antes.push(function (antes) {
  antes.register('pay.invoice', function () {
    document.querySelector('h1').textContent = 'Thank you. The invoice is in the parcel.';
    document.querySelector('form').remove();
    antes.emit('order-placed');
  });
});
