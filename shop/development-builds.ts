import type { ServerBuild } from 'react-router';
import { createServer, build as viteBuild } from 'vite';
import type { Builds } from './builds.ts';

const config = (name: string) => new URL(name, import.meta.url).pathname;

/**
 * Vite in front of the server: modules are transformed when asked for, a changed file makes a new site for the next request
 * and reloads open pages; islands are rebuilt as their files change.
 */
export async function developmentBuilds(): Promise<Builds & { close(): Promise<void> }> {
  const vite = await createServer({
    root: new URL('.', import.meta.url).pathname,
    configFile: config('vite.config.ts'),
    appType: 'custom',
    server: { middlewareMode: true, watch: { ignored: ['**/build/**', '**/.data/**'] } },
  });
  const islands = await viteBuild({
    configFile: config('islands.vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
  const editor = await viteBuild({
    configFile: config('editor.vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
  const office = await viteBuild({
    configFile: config('office.vite.config.ts'),
    build: { watch: {} },
    logLevel: 'warn',
  });
  return {
    development: true,
    id: () => `development-${Date.now()}`,
    // Vite hands out the same module until a file it was made from changes.
    load: () =>
      vite.ssrLoadModule('virtual:react-router/server-build') as Promise<unknown> as Promise<ServerBuild>,
    middleware: (request, response, next) => vite.middlewares(request, response, next),
    async close() {
      for (const build of [islands, editor, office]) if ('close' in build) await build.close();
      await vite.close();
    },
  };
}
