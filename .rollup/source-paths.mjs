import { dirname, relative } from 'node:path';

/**
 * A source map names packages as if they lay in this folder: where they are installed (a link, a folder further up)
 * is the matter of one machine, and would make the build another one there.
 * @param {string} source as rollup writes it, from the folder of the map
 * @param {string} map its file
 */
export const sourcePath = (source, map) => {
  const inPackages = source.replaceAll('\\', '/').split('/node_modules/');
  if (inPackages.length === 1) return source;
  const up = relative(dirname(map), '.').replaceAll('\\', '/');
  return `${up}/node_modules/${inPackages.slice(1).join('/node_modules/')}`;
};
