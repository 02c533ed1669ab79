var field = document.querySelector('#postcode');
document.querySelector('form').addEventListener('submit', function (event) {
  event.preventDefault();
  var refused = !/^\d{5}$/.test(field.value);
  field.setAttribute('aria-invalid', String(refused));
  document.querySelector('#postcode-error').textContent = refused ? 'This is not a postcode.' : '';
  if (!refused) document.querySelector('p').textContent = 'Thank you, we know where that is.';
});
