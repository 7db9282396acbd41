import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { editorAliases, editorChunks } from '@vitrine/editor/vite';
import { cssModules } from '@vitrine/modules/vite';
import { defineConfig } from 'vite';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const input = { editor: file('app/editor.client.ts'), canvas: file('app/canvas.client.ts') };

// The editor's two sides in one build, so that what both need is one chunk: its own window, and the canvas in it.
export default defineConfig({
  root: file('.'),
  base: '/_editor/',
  publicDir: false,
  plugins: [react()],
  css: cssModules,
  resolve: { alias: editorAliases },
  build: {
    outDir: 'build/editor',
    emptyOutDir: true,
    manifest: 'manifest.json',
    // Browsers that know `light-dark()`: what stands in for it in older ones does not see Mantine's colour scheme.
    cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    target: 'es2022',
    modulePreload: { polyfill: false },
    rolldownOptions: {
      input,
      output: {
        entryFileNames: '[name]-[hash].js',
        chunkFileNames: '[name]-[hash].js',
        assetFileNames: '[name]-[hash][extname]',
        codeSplitting: editorChunks(input),
      },
    },
  },
});
