const init = (more) => `
posthog.init('phc_bench', {
  api_host: location.origin + '/to/' + ID,
  person_profiles: 'identified_only',
  disable_surveys: true,
  capture_dead_clicks: false,
  ${more}
});`;

/** What its server says of a project in which everything is as it was. */
const PROJECT = {
  supportedCompression: ['gzip-js'],
  autocapture_opt_out: false,
  featureFlags: {},
  hasFeatureFlags: false,
  surveys: false,
  sessionRecording: false,
};

export const posthog = {
  id: 'posthog',
  title: 'posthog-js',
  what: 'autocapture',
  packages: ['posthog-js'],
  entry: `import posthog from 'posthog-js';${init('disable_session_recording: true,')}`,
  answer: () => PROJECT,
};

export const posthogWithReplay = {
  id: 'posthog-replay',
  title: 'posthog-js with replay',
  what: 'autocapture and session replay',
  packages: ['posthog-js'],
  entry: `import posthog from 'posthog-js';
import 'posthog-js/dist/posthog-recorder';${init('disable_session_recording: false,')}`,
  answer: () => ({ ...PROJECT, sessionRecording: { endpoint: '/s/', version: 'v2', sampleRate: null } }),
};
