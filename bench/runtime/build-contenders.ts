import { join } from 'node:path';
import { cssModules } from '@vitrine/modules/vite';
import { build } from 'vite';

/** Bundles the contenders for Node as the shop's own server is bundled. @returns the file to run. */
export async function buildContenders(): Promise<string> {
  const outDir = join(import.meta.dirname, '..', 'build');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    mode: 'production',
    define: { 'process.env.NODE_ENV': '"production"' },
    css: cssModules,
    ssr: { noExternal: [/^@vitrine\//] },
    build: { ssr: join(import.meta.dirname, 'serve-one.ts'), outDir, emptyOutDir: true, target: 'node24' },
  });
  return join(outDir, 'serve-one.js');
}
