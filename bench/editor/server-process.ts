import { fork } from 'node:child_process';
import { join } from 'node:path';
import { cssModules } from '@vitrine/modules/vite';
import { build } from 'vite';

/** The shop under test in a process of its own, so that what it works does not hold up the clock of the bench. */
export interface ServerProcess {
  readonly address: string;
  stop(): void;
}

/** Bundles the server for Node, as its views are TSX, and starts it. */
export async function startServer(): Promise<ServerProcess> {
  const outDir = join(import.meta.dirname, '..', 'build', 'editor');
  await build({
    configFile: false,
    logLevel: 'warn',
    root: import.meta.dirname,
    mode: 'production',
    define: {
      'process.env.NODE_ENV': '"production"',
      'import.meta.dirname': JSON.stringify(import.meta.dirname),
    },
    css: cssModules,
    ssr: { noExternal: [/^@vitrine\//] },
    build: { ssr: join(import.meta.dirname, 'serve.ts'), outDir, emptyOutDir: true, target: 'node24' },
  });
  const child = fork(join(outDir, 'serve.js'), [], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, NODE_ENV: 'production' },
  });
  const { address } = await new Promise<{ address: string }>((resolve, reject) => {
    child.once('message', (message) => resolve(message as { address: string }));
    child.once('exit', (code) => reject(new Error(`The server of the bench ended with code ${code}.`)));
  });
  return { address, stop: () => child.kill() };
}
