import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Logger } from 'pino';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import { z } from 'zod';
import type { EditorAssets, WindowAssets } from './app/application-page.ts';
import type { createSite, Site } from './app/site.ts';
import type { callerContext, siteContext } from './app/site-context.ts';
import { type Builds, buildFolder } from './builds.ts';
import { mediaFolder, type Platform, pictureFolder } from './platform.ts';
import type { Settings } from './settings.ts';

/** A site that is open, and how React Router answers for it. */
export interface OpenSite {
  readonly site: Site;
  handle(request: Request, from: string): Promise<Response>;
}

export interface SiteKeeper {
  /** The site as it is now; in development the code is looked at first. */
  current(): Promise<OpenSite>;
  /** The same at once, where code does not change. */
  readonly settled: OpenSite | undefined;
  close(): Promise<void>;
}

/** What `app/entry.server.tsx` exports besides React Router's handler. */
interface Entry {
  readonly createSite: typeof createSite;
  readonly siteContext: typeof siteContext;
  readonly callerContext: typeof callerContext;
}

/** Keeps one site open for each build: in production one for ever, in development a new one when code has changed. */
export function keepSite(options: {
  settings: Settings;
  platform: Platform;
  builds: Builds;
  logger: Logger;
}): SiteKeeper {
  const { settings, builds, platform, logger } = options;
  let held: { build: ServerBuild; open: Promise<OpenSite> } | undefined;
  let settled: OpenSite | undefined;

  async function open(build: ServerBuild): Promise<OpenSite> {
    const entry = build.entry.module as unknown as Entry;
    const site = await entry.createSite({
      platform,
      settings,
      logger,
      build: builds.id(),
      development: builds.development,
      assets: islandAssets(),
      editorAssets: editorAssets(),
      officeAssets: windowAssets('office', 'app/office.client.ts'),
      apiDocsAssets: windowAssets('office', 'app/api-docs.client.ts'),
      mediaFolder: mediaFolder(settings),
      pictureFolder: pictureFolder(settings),
    });
    const answer = createRequestHandler(build, builds.development ? 'development' : 'production');
    return {
      site,
      handle(request, from) {
        const context = new RouterContextProvider();
        context.set(entry.siteContext, site);
        context.set(entry.callerContext, from);
        return answer(request, context);
      },
    };
  }

  return {
    async current() {
      if (settled) return settled;
      const build = await builds.load();
      if (held?.build !== build) {
        const before = held?.open;
        held = { build, open: open(build) };
        // One that could not be opened has nothing to close; whoever asked for it was told.
        before?.then(({ site }) => site.close()).catch(() => {});
      }
      const now = await held.open;
      if (!builds.development) settled = now;
      return now;
    },
    get settled() {
      return settled;
    },
    async close() {
      await (await held?.open)?.site.close();
    },
  };
}

const manifestShape = z.record(
  z.string(),
  z.object({
    file: z.string(),
    isEntry: z.boolean().optional(),
    imports: z.array(z.string()).optional(),
    css: z.array(z.string()).optional(),
  }),
);

type Built = 'islands' | 'editor' | 'office';

function readManifest(folder: Built) {
  const file = join(buildFolder, folder, 'manifest.json');
  return { file, manifest: manifestShape.parse(JSON.parse(readFileSync(file, 'utf8'))) };
}

function editorAssets(): EditorAssets {
  const { file, manifest } = readManifest('editor');
  const canvas = manifest['app/canvas.client.ts'];
  if (!canvas) throw new Error(notBuilt(file));
  return { ...windowAssets('editor', 'app/editor.client.ts'), canvas: `/_editor/${canvas.file}` };
}

function windowAssets(folder: 'editor' | 'office', entry: string): WindowAssets {
  const { file, manifest } = readManifest(folder);
  const chunk = manifest[entry];
  if (!chunk) throw new Error(notBuilt(file));
  const imports = (chunk.imports ?? []).flatMap((name) => manifest[name] ?? []);
  return {
    script: `/_${folder}/${chunk.file}`,
    scriptImports: imports.map((each) => `/_${folder}/${each.file}`),
    styles: [chunk, ...imports].flatMap(({ css = [] }) => css).map((name) => `/_${folder}/${name}`),
  };
}

const notBuilt = (file: string) =>
  `${file} names no entry. Build the shop again: npx turbo run build --force`;

function islandAssets() {
  const { file, manifest } = readManifest('islands');
  const loader = Object.values(manifest).find(({ isEntry }) => isEntry);
  if (!loader) throw new Error(notBuilt(file));
  return {
    icon: '/_assets/icon.svg',
    islands: `/_assets/${loader.file}`,
    islandImports: (loader.imports ?? []).flatMap((name) => {
      const chunk = manifest[name];
      return chunk ? [`/_assets/${chunk.file}`] : [];
    }),
  };
}
