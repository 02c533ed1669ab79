document.querySelector('#break').addEventListener('click', function (event) {
  var broken = event.target.dataset.state !== 'down';
  event.target.dataset.state = broken ? 'down' : 'fine';
  event.target.textContent = broken ? 'Payments work again' : 'Payments are in trouble';
  window.antes.push(function (antes) {
    antes.facts({ payments: { state: broken ? 'down' : 'fine' } });
  });
});
