import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createRequestListener } from '@remix-run/node-fetch-server';
import { type Logger, pino } from 'pino';
import { createRequestHandler, RouterContextProvider, type ServerBuild } from 'react-router';
import sirv from 'sirv';
import type { createSite, Site } from './app/site.ts';
import { openPlatform, type Platform } from './platform.ts';
import { announceRunning } from './running-shop.ts';
import { seedStore } from './seed-store.ts';
import type { Settings } from './settings.ts';

/** The running shop. */
export interface RunningServer {
  /** Where it answers, for example `http://127.0.0.1:3000`. */
  readonly address: string;
  readonly platform: Platform;
  /** Finishes the requests under way, then closes the database. */
  close(): Promise<void>;
}

export interface ServerOptions {
  readonly settings: Settings;
  /** Where the built server, or a development one, comes from. Asked for every request in development. */
  readonly builds: Builds;
  readonly say?: (text: string) => void;
}

/** The parts that Vite builds. */
export interface Builds {
  /** The same object as long as the code has not changed. */
  load(): Promise<ServerBuild>;
  /** In front of everything else, in development. */
  readonly middleware?: (request: IncomingMessage, response: ServerResponse, next: () => void) => void;
  readonly development: boolean;
}

const here = fileURLToPath(new URL('.', import.meta.url));
export const buildFolder = join(here, 'build');

/** Opens the shop and answers HTTP. @throws when the port is taken or the database cannot be opened, saying what to do. */
export async function startServer({
  settings,
  builds,
  say = () => {},
}: ServerOptions): Promise<RunningServer> {
  const logger = pino({ level: settings.logLevel });
  const platform = await openPlatform(settings, logger);
  try {
    await seedStore(platform, say);
    const server = createServer();
    const port = await listen(server, settings);
    const address = `http://${settings.host}:${port}`;
    const sites = siteKeeper({ settings: withPort(settings, port), platform, builds, logger });
    await sites.current();
    server.on('request', answerer({ settings, builds, sites, logger }));
    const takeBack = await announce(platform, settings, address);
    return {
      address,
      platform,
      close: async () => {
        await new Promise<void>((resolve) => {
          server.close(() => resolve());
          server.closeIdleConnections();
          setTimeout(() => server.closeAllConnections(), 10_000).unref();
        });
        takeBack();
        await sites.close();
        await platform.close();
      },
    };
  } catch (error) {
    await platform.close();
    throw error;
  }
}

function listen(server: ReturnType<typeof createServer>, settings: Settings): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new Error(
              `Port ${settings.port} is in use by another program. Stop it, or choose another port: PORT=${settings.port + 1} npm start`,
            )
          : error,
      );
    });
    server.listen(settings.port, settings.host, () => resolve((server.address() as AddressInfo).port));
  });
}

function withPort(settings: Settings, port: number): Settings {
  return settings.port === 0 ? { ...settings, port, publicUrl: `http://${settings.host}:${port}` } : settings;
}

interface Sites {
  current(): Promise<{ site: Site; handle: (request: Request) => Promise<Response> }>;
  close(): Promise<void>;
}

// One site per build: in production one for ever, in development a new one when the code changed.
function siteKeeper(options: {
  settings: Settings;
  platform: Platform;
  builds: Builds;
  logger: Logger;
}): Sites {
  const { builds, ...rest } = options;
  type Held = {
    build: ServerBuild;
    site: Site;
    siteContext: Awaited<ReturnType<typeof entryOf>>['siteContext'];
    handle: (request: Request) => Promise<Response>;
  };
  let held: Promise<Held> | undefined;
  const open = async (build: ServerBuild): Promise<Held> => {
    const entry = await entryOf(build);
    const site = await entry.createSite({ ...rest, development: builds.development });
    const answer = createRequestHandler(build, builds.development ? 'development' : 'production');
    const handle = (request: Request) => {
      const context = new RouterContextProvider();
      context.set(entry.siteContext, site);
      return answer(request, context);
    };
    return { build, site, siteContext: entry.siteContext, handle };
  };
  return {
    async current() {
      const before = await held;
      const build = before && !builds.development ? before.build : await builds.load();
      if (before && before.build === build) return before;
      held = open(build);
      const now = await held;
      await before?.site.close();
      return now;
    },
    async close() {
      await (await held)?.site.close();
    },
  };
}

async function entryOf(build: ServerBuild) {
  // What app/entry.server.tsx exports besides the handler.
  const entry = build.entry.module as unknown as {
    createSite: typeof createSite;
    siteContext: typeof import('./app/site-context.ts').siteContext;
  };
  return entry;
}

function answerer(options: { settings: Settings; builds: Builds; sites: Sites; logger: Logger }) {
  const { builds, sites, logger } = options;
  const once = { dev: builds.development, immutable: true, maxAge: 31_536_000, gzip: true, brotli: true };
  const assets = sirv(join(buildFolder, 'islands'), once);
  const application = sirv(join(buildFolder, 'client'), once);
  const listener = createRequestListener(async (request) => (await sites.current()).handle(request), {
    host: undefined,
    onError: (error) => {
      logger.error({ err: error }, 'a request failed outside the site');
      return new Response('Something went wrong. Please try again.', { status: 500 });
    },
  });
  const notFound = (response: ServerResponse) =>
    response.writeHead(404, { 'content-type': 'text/plain' }).end('There is no such file.\n');
  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    const path = request.url ?? '/';
    if (path.startsWith('/_assets/')) {
      request.url = path.slice('/_assets'.length);
      assets(request, response, () => void notFound(response));
      return;
    }
    if (path.startsWith('/_app/')) {
      application(request, response, () => void notFound(response));
      return;
    }
    sites.current().then(
      ({ site }) => {
        if (!site.runtime.serveCached(request, response)) listener(request, response);
      },
      (error: unknown) => {
        logger.error({ err: error }, 'the site cannot be opened');
        response
          .writeHead(500, { 'content-type': 'text/plain; charset=utf-8' })
          .end(builds.development ? String(error) : 'Something went wrong.');
      },
    );
  };
  if (!builds.middleware) return answer;
  const { middleware } = builds;
  return (request: IncomingMessage, response: ServerResponse) =>
    middleware(request, response, () => answer(request, response));
}

// Tells commands on this machine where the shop runs, and gives them a key only this user can read.
async function announce(platform: Platform, settings: Settings, address: string): Promise<() => void> {
  platform.database.describeHolder?.({ address });
  const { token } = await platform.engine.identity.createApiToken(
    { actor: { kind: 'system', reason: 'local commands' }, idempotencyKey: `local-commands-${Date.now()}` },
    {
      name: 'local commands',
      capabilities: ['catalog.read', 'catalog.write', 'pricing.write', 'inventory.write'],
    },
  );
  return announceRunning(settings, { url: address, token });
}
