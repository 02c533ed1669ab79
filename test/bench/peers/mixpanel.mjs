export const mixpanel = {
  id: 'mixpanel',
  title: 'mixpanel-browser',
  what: 'autocapture; the build without its recorder',
  packages: ['mixpanel-browser'],
  entry: `
import mixpanel from 'mixpanel-browser/dist/mixpanel-core.cjs.js';
mixpanel.init('00000000000000000000000000000000', {
  api_host: location.origin + '/to/' + ID,
  autocapture: true,
  track_pageview: true,
  persistence: 'localStorage',
});`,
  answer: () => ({ status: 1 }),
};
