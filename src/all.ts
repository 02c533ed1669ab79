import { bootTag } from './boot/tag.js';
import * as report from './report/index.js';
import * as sources from './sources/index.js';
import * as ui from './ui/index.js';

// One file with everything, for pages that pin one integrity hash.
bootTag((src) => ({
  ui: () => Promise.resolve(ui),
  sources: () => Promise.resolve(sources),
  report: () => Promise.resolve(report),
  // Nothing that customers need: where it is left out of the folder, there is none.
  inspect: () => import(/* @vite-ignore */ new URL('antes.inspect.js', src).href),
}));
