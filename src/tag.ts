import { bootTag } from './boot/tag.js';

// A classic script from another origin has no base for relative imports: the address is taken from the tag itself.
bootTag((src) => {
  const beside = (file: string) => import(/* @vite-ignore */ new URL(file, src).href);
  return {
    ui: () => beside('antes.ui.js'),
    sources: () => beside('antes.sources.js'),
    report: () => beside('antes.report.js'),
    inspect: () => beside('antes.inspect.js'),
  };
});
