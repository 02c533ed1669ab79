/* Classic script, first in a test page: remembers all that a page can complain about. */
(() => {
  const problems = (globalThis.pageProblems = []);
  const text = (value) => {
    try {
      // WebKit's stack has no message in it, the others' begins with it.
      if (value instanceof Error)
        return value.stack?.includes(value.message) ? value.stack : `${value}\n${value.stack}`;
      return typeof value === 'string' ? value : JSON.stringify(value);
    } catch {
      return String(value);
    }
  };
  const consoleError = console.error;
  console.error = function (...args) {
    problems.push(`console.error: ${args.map(text).join(' ')}`);
    return consoleError.apply(this, args);
  };
  addEventListener(
    'error',
    (event) => problems.push(`error: ${event.message ?? event.type} ${text(event.error) ?? ''}`),
    true,
  );
  addEventListener('unhandledrejection', (event) =>
    problems.push(`unhandled rejection: ${text(event.reason)}`),
  );
  addEventListener('securitypolicyviolation', (event) =>
    problems.push(`policy: ${event.effectiveDirective} refused ${event.blockedURI} ${event.sample}`),
  );
})();
