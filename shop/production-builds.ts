import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from 'react-router';
import { type Builds, buildFolder } from './builds.ts';

/** What `npm run build` left in `shop/build`. @throws when it is not there. */
export function productionBuilds(): Builds {
  const file = join(buildFolder, 'server', 'index.js');
  if (!existsSync(file)) throw new Error('The shop is not built. Run: npm start (or: npx turbo run build)');
  const id = createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);
  let build: Promise<ServerBuild> | undefined;
  return {
    development: false,
    id: () => id,
    load() {
      build ??= import(pathToFileURL(file).href) as Promise<ServerBuild>;
      return build;
    },
  };
}
