import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { type Builds, buildFolder } from './server.ts';

/** What `npm run build` left in `shop/build`. @throws when it is not there. */
export function productionBuilds(): Builds {
  const file = join(buildFolder, 'server', 'index.js');
  if (!existsSync(file)) throw new Error('The shop is not built. Run: npm start (or: npx turbo run build)');
  let build: Promise<ServerBuild> | undefined;
  return {
    development: false,
    load() {
      build ??= import(pathToFileURL(file).href) as Promise<ServerBuild>;
      return build;
    },
  };
}
