const init = (replay) => `
import { datadogRum } from '@datadog/browser-rum';
datadogRum.init({
  applicationId: '00000000-0000-4000-8000-000000000000',
  clientToken: 'pub00000000000000000000000000000000',
  proxy: location.origin + '/to/' + ID,
  service: 'bench',
  sessionSampleRate: 100,
  sessionReplaySampleRate: ${replay},
  telemetrySampleRate: 0,
  trackUserInteractions: true,
  trackResources: true,
  trackLongTasks: true,
  defaultPrivacyLevel: 'mask-user-input',
});`;

export const datadog = {
  id: 'datadog',
  title: '@datadog/browser-rum',
  what: 'interactions, resources, long tasks',
  packages: ['@datadog/browser-rum'],
  entry: init(0),
};

export const datadogWithReplay = {
  id: 'datadog-replay',
  title: '@datadog/browser-rum with replay',
  what: 'and session replay',
  packages: ['@datadog/browser-rum'],
  entry: init(100),
};
