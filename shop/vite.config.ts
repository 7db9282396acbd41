import { reactRouter } from '@react-router/dev/vite';
import { cssModules } from '@vitrine/modules/vite';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [!process.env.VITEST && reactRouter()],
  css: cssModules,
  build: { assetsDir: '_app', target: 'es2022' },
  ssr: {
    // Our rooms are TypeScript sources: they are bundled; libraries stay where npm put them.
    noExternal: [/^@vitrine\//],
    external: ['react', 'react-dom', 'sharp', 'pg', 'ioredis', '@electric-sql/pglite', 'pino'],
  },
});
