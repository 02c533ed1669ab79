export const amplitude = {
  id: 'amplitude',
  title: '@amplitude/analytics-browser',
  what: 'autocapture, with frustration and network',
  packages: ['@amplitude/analytics-browser', '@amplitude/plugin-autocapture-browser'],
  entry: `
import * as amplitude from '@amplitude/analytics-browser';
amplitude.init('00000000000000000000000000000000', {
  serverUrl: location.origin + '/to/' + ID,
  remoteConfig: { fetchRemoteConfig: false },
  autocapture: { elementInteractions: true, frustrationInteractions: true, networkTracking: true },
});`,
  answer: () => ({ code: 200 }),
};
