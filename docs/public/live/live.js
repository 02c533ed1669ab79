/* An example's page: the configuration comes from the page around it, which has its text; Antes is the built one. */
(function () {
  var name = document.documentElement.dataset.example;
  var around = window.parent === window ? undefined : window.parent.document.documentElement;
  document.documentElement.classList.toggle('dark', !!around && around.classList.contains('dark'));
  window.antes = window.antes || [];

  function load(text) {
    var config = document.createElement('script');
    config.type = 'application/json';
    config.id = 'config';
    config.textContent = text;
    var script = document.createElement('script');
    script.async = true;
    script.src = '../antes/antes.js';
    script.dataset.config = '#config';
    // Nothing is remembered from one try to the next.
    script.dataset.consent = 'denied';
    document.head.append(config, script);
  }

  var changed = window.frameElement && window.frameElement.dataset.config;
  if (changed) load(changed);
  else
    void fetch(name + '.json')
      .then(function (answer) {
        return answer.text();
      })
      .then(load);
})();
