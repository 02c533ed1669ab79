import { bootTag } from './boot/tag.js';
import * as report from './report/index.js';
import * as sources from './sources/index.js';
import * as ui from './ui/index.js';

// One file with everything, for pages that pin one integrity hash.
bootTag(() => ({
  ui: () => Promise.resolve(ui),
  sources: () => Promise.resolve(sources),
  report: () => Promise.resolve(report),
}));
