import { defineConfig } from 'vite';

// Nothing of Antes is in here: it needs no plugin.
export default defineConfig({ publicDir: '../public' });
