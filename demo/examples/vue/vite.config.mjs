import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: '../public',
  plugins: [
    // Only where you write elements of Antes into templates yourself; otherwise even this is not needed.
    vue({ template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith('antes-') } } }),
  ],
});
