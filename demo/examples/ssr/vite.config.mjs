import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: '../public',
  build: { manifest: true, rolldownOptions: { input: 'client.tsx' } },
});
