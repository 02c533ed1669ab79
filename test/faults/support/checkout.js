/* The page's own script: a small checkout, which works the same whatever else is on the page. */
(() => {
  const $ = (id) => Document.prototype.getElementById.call(document, id);
  const listen = (id, type, fn) => EventTarget.prototype.addEventListener.call($(id), type, fn);
  let count = 0;
  const change = (by) => {
    count += by;
    $('count').textContent = String(count);
  };
  listen('minus', 'click', () => change(-1));
  listen('plus', 'click', () => change(1));
  listen('pay', 'submit', (event) => {
    event.preventDefault();
    const request = new XMLHttpRequest();
    request.open('POST', '/pay');
    request.onload = () => ($('state').textContent = `Paid for ${count}`);
    request.send('{}');
  });
  listen('about', 'click', (event) => {
    event.preventDefault();
    history.pushState({}, '', '#about');
    $('where').textContent = 'About';
  });
  listen('needed', 'click', () =>
    EventTarget.prototype.dispatchEvent.call(
      document,
      new CustomEvent('antes:emit', { detail: { event: 'needed' } }),
    ),
  );
  globalThis.watch.start();
})();
