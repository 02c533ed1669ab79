import { bootTag } from './boot/tag.js';

// A classic script from another origin has no base for relative imports: the address is taken from the tag itself.
bootTag((src) => import(/* @vite-ignore */ new URL('antes.ui.js', src).href));
