export const clarity = {
  id: 'clarity',
  title: 'clarity-js',
  what: 'recording, as Microsoft Clarity does',
  packages: ['clarity-js'],
  entry: `
import { clarity } from 'clarity-js';
clarity.start({
  projectId: 'bench',
  upload: location.origin + '/to/' + ID,
  track: true,
  content: true,
  lean: false,
});`,
};
