import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Chunks carry a hash in their names, so those of earlier builds would stay, and be published.
 * Done after writing: who serves or tests the folder meanwhile finds a complete build at any time.
 * @returns {import('rollup').Plugin}
 */
export const cleanChunks = (chunks = 'chunks') => ({
  name: 'clean-chunks',
  writeBundle({ dir }, bundle) {
    const folder = join(dir, chunks);
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      if (!(`${chunks}/${name}` in bundle)) rmSync(join(folder, name));
    }
  },
});
