import { defineConfig } from 'vite';

// Bundles what the Angular compiler has written. The Angular CLI does both at once.
export default defineConfig({ publicDir: '../public' });
