import { bootTag } from './boot/tag.js';
import * as ui from './ui/index.js';

// One file with everything, for pages that pin one integrity hash.
bootTag(() => Promise.resolve(ui));
