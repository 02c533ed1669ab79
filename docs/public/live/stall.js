document.querySelector('form').addEventListener('submit', function (event) {
  event.preventDefault();
  document.querySelector('p').textContent = 'Found it.';
});
