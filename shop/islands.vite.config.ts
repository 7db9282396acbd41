import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { cssModules } from '@vitrine/modules/vite';
import { defineConfig } from 'vite';

// The browser's side of the storefront: a small loader, and one chunk per island that it fetches when the island wakes.
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/_assets/',
  publicDir: false,
  plugins: [react()],
  css: cssModules,
  resolve: {
    // decisions/0006: 28 kB of zod, and its try at `eval`, stay on the server.
    alias: [{ find: /^zod$/, replacement: fileURLToPath(new URL('absent-schemas.ts', import.meta.url)) }],
  },
  build: {
    outDir: 'build/islands',
    emptyOutDir: true,
    manifest: 'manifest.json',
    target: 'es2022',
    // Style sheets are inlined into the page by the server; the one emitted here is not used.
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { loader: fileURLToPath(new URL('app/islands.client.ts', import.meta.url)) },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
