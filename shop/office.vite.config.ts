import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { cssModules } from '@vitrine/modules/vite';
import { defineConfig } from 'vite';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

export default defineConfig({
  root: file('.'),
  base: '/_office/',
  publicDir: false,
  plugins: [react()],
  css: cssModules,
  build: {
    outDir: 'build/office',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Browsers that know `light-dark()`: what stands in for it in older ones does not see Mantine's colour scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input: { office: file('app/office.client.ts'), 'api-docs': file('app/api-docs.client.ts') },
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
      },
    },
  },
});
