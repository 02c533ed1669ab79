const init = (integrations, more) => `
import * as Sentry from '@sentry/browser';
Sentry.init({
  dsn: location.protocol + '//0123456789abcdef0123456789abcdef@' + location.host + '/to/' + ID + '/1',
  integrations: [${integrations}],
  tracesSampleRate: 1,
  ${more}
});`;

export const sentry = {
  id: 'sentry',
  title: '@sentry/browser',
  what: 'errors, breadcrumbs, tracing',
  packages: ['@sentry/browser'],
  entry: init('Sentry.browserTracingIntegration()', ''),
};

export const sentryWithReplay = {
  id: 'sentry-replay',
  title: '@sentry/browser with replay',
  what: 'and session replay',
  packages: ['@sentry/browser'],
  entry: init(
    'Sentry.browserTracingIntegration(), Sentry.replayIntegration()',
    'replaysSessionSampleRate: 1, replaysOnErrorSampleRate: 1,',
  ),
};
